// Lists by keyboard: arrows go from row to row (only while a row has the focus), Shift ticks a stretch, and the ticks are counted.
const step = (cells, event) => {
  const at = cells.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cells.length - 1 }[event.key];
  if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  cells[Math.max(0, Math.min(to, cells.length - 1))].focus();
};

const tickStretches = (ticks) => {
  let last;
  for (const tick of ticks) {
    tick.addEventListener("click", (event) => {
      if (event.shiftKey && last) {
        const [from, to] = [ticks.indexOf(last), ticks.indexOf(tick)].sort((a, b) => a - b);
        for (const between of ticks.slice(from, to + 1)) between.checked = tick.checked;
      }
      last = tick;
    });
  }
};

// The ticks of a page at once, in the empty head above them; a browser without scripts has “all of this list” beneath.
const tickPage = (table, ticks, words) => {
  const label = Object.assign(document.createElement("label"), { className: "hidden", htmlFor: "tick-page", textContent: words });
  const all = Object.assign(document.createElement("input"), { className: "choice__input", type: "checkbox", id: "tick-page" });
  const head = table.querySelector("thead td");
  head.classList.add("table__tick");
  head.append(all, label);
  all.addEventListener("change", () => {
    for (const tick of ticks) tick.checked = all.checked;
  });
  return () => {
    const chosen = ticks.filter((tick) => tick.checked).length;
    all.checked = chosen === ticks.length;
    all.indeterminate = chosen > 0 && chosen < ticks.length;
  };
};

for (const table of document.querySelectorAll(".table")) {
  const links = [...table.querySelectorAll("tbody th[scope='row'] a")];
  const ticks = [...table.querySelectorAll("tbody .table__tick input")];
  table.addEventListener("keydown", (event) => [links, ticks].forEach((cells) => step(cells, event)));
  const bar = table.closest("form")?.querySelector("[data-chosen]");
  if (!bar || ticks.length === 0) continue;
  tickStretches(ticks);
  const showPage = tickPage(table, ticks, bar.dataset.page);
  const everything = table.closest("form").elements.all;
  const count = () => {
    const chosen = ticks.filter((tick) => tick.checked).length;
    bar.textContent = chosen > 0 && !everything.checked ? bar.dataset.chosen.replace("{number}", chosen) : "";
    showPage();
  };
  table.closest("form").addEventListener("change", count);
  count();
}
