// Shows what is found while somebody types above a list of institutions; the server knows how words are found in either script.
// A row that is chosen is chosen in the list, which is what the form sends.
const SEARCH_PAUSE = 200;
for (const part of document.querySelectorAll("[data-institution-search]")) {
  const { institutionSearch: address, list: listId, limit, ...words } = part.dataset;
  const list = document.querySelector(`select[id="${CSS.escape(listId)}"]`);
  if (!list) continue;
  const input = part.querySelector("input");
  const heard = part.querySelector("[role='status']");
  const byHand = document.getElementById(`${listId}_name`)?.closest("details");
  const hits = Object.assign(document.createElement("div"), { className: "choices list-search__hits", hidden: true });
  hits.setAttribute("role", "radiogroup");
  hits.setAttribute("aria-label", part.querySelector("label").textContent);
  heard.after(hits);
  let waiting;
  let asked;
  let answered = Promise.resolve();

  const choose = ({ key, words: shown }) => {
    // A library that has come into the list since this page was made can be chosen as well.
    if (![...list.options].some((option) => option.value === key)) list.add(new Option(shown, key));
    list.value = key;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const rowOf = (one, place) => {
    const row = Object.assign(document.createElement("div"), { className: "choice" });
    // It belongs to no form: the list alone is sent.
    const button = Object.assign(document.createElement("input"), { type: "radio", className: "choice__input", id: `${listId}-hit-${place}` });
    button.setAttribute("form", "");
    button.name = `${listId}-hit`;
    button.value = one.key;
    button.checked = one.key === list.value;
    button.addEventListener("change", () => choose(one));
    const label = Object.assign(document.createElement("label"), { className: "choice__label", htmlFor: button.id, textContent: `${one.name} ` });
    label.append(Object.assign(document.createElement("span"), { className: "list-search__where", textContent: one.where }));
    row.append(button, label);
    return row;
  };

  const show = (found, message) => {
    hits.replaceChildren(...found.map(rowOf));
    hits.hidden = found.length === 0;
    heard.textContent = message;
  };

  const tell = (found) => {
    if (!found.length && byHand) byHand.open = true;
    if (!found.length) show([], words.none);
    else show(found, (found.length < Number(limit) ? words.found : words.closest).replace("{number}", found.length));
  };

  const ask = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    asked?.abort();
    const typed = input.value.trim();
    if (!typed) {
      show([], "");
      return;
    }
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal });
      const found = answer.ok ? await answer.json() : undefined;
      if (signal.aborted) return;
      if (found) tell(found);
      else show([], "");
    } catch {
      // Without an answer the list is there, as it is without this search.
      if (!signal.aborted) show([], "");
    }
  };
  const askNow = () => (answered = ask());

  const enter = async () => {
    const typed = input.value;
    await (waiting === undefined ? answered : askNow());
    if (input.value === typed) hits.querySelector("input")?.click();
    if (input.value === typed) hits.querySelector("input")?.focus();
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(askNow, SEARCH_PAUSE);
    if (!input.value.trim()) askNow();
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") enter();
    else if (event.key === "ArrowDown") (hits.querySelector("input:checked") || hits.querySelector("input") || list).focus();
    else if (event.key === "Escape" && input.value) {
      input.value = "";
      askNow();
    } else return;
    event.preventDefault();
  });

  list.addEventListener("change", () => {
    for (const button of hits.querySelectorAll("input")) button.checked = button.value === list.value;
  });

  part.classList.add("list-search--works");
  if (input.value.trim()) askNow();
}
