// Counts the characters of a text that has a limit; readers by ear hear it once the typing rests.
const PAUSE = 1000;
for (const area of document.querySelectorAll("textarea[data-limit]")) {
  const shown = document.getElementById(`${area.id}-limit`);
  if (!shown) continue;
  const heard = document.createElement("span");
  heard.className = "hidden";
  heard.setAttribute("role", "status");
  shown.after(heard);
  let waiting;
  const count = () => {
    const typed = [...area.value.trim()].length;
    const words = shown.dataset.counter.replace("{typed}", typed);
    shown.textContent = words;
    shown.classList.toggle("field__limit--over", typed > Number(area.dataset.limit));
    return words;
  };
  area.addEventListener("input", () => {
    const words = count();
    clearTimeout(waiting);
    waiting = setTimeout(() => (heard.textContent = words), PAUSE);
  });
  if (area.value) count();
}
