// Narrows a list of institutions to what is typed above it; the server knows how words are found in either script.
const SEARCH_PAUSE = 200;
for (const part of document.querySelectorAll("[data-institution-search]")) {
  const { institutionSearch: address, list: listId, ...words } = part.dataset;
  const list = document.getElementById(listId);
  const input = part.querySelector("input");
  const heard = part.querySelector("[role='status']");
  const whole = [...list.options];
  const known = new Map(whole.map((option) => [option.value, option]));
  let waiting;
  let asked;
  let found = [];

  // What was chosen stays chosen, and in the list whatever is found.
  const offer = (options) => {
    const chosen = list.value;
    list.replaceChildren(...options);
    list.value = chosen;
  };

  const showAll = (message = "") => {
    found = [];
    offer(whole);
    heard.textContent = message;
  };

  // A library that has come into the list since this page was made can be chosen as well.
  const optionOf = ({ key, words: shown }) => {
    if (!known.has(key)) {
      known.set(key, new Option(shown, key));
      whole.push(known.get(key));
    }
    return known.get(key);
  };

  const show = (told) => {
    found = told.map(optionOf);
    if (found.length === 0) {
      showAll(words.none);
      return;
    }
    const stays = [whole[0], known.get(list.value)].filter((option) => !found.includes(option));
    offer([...new Set([...stays, ...found])]);
    heard.textContent = (found.length < Number(words.limit) ? words.found : words.closest).replace("{number}", found.length);
  };

  const ask = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    asked?.abort();
    const typed = input.value.trim();
    if (!typed) {
      showAll();
      return;
    }
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal });
      const told = answer.ok ? await answer.json() : undefined;
      if (signal.aborted) return;
      if (told) show(told);
      else showAll();
    } catch {
      // Without an answer the whole list is there, as it is without this search.
      if (!signal.aborted) showAll();
    }
  };

  let answered = Promise.resolve();
  const askNow = () => (answered = ask());

  const enter = async () => {
    const typed = input.value;
    await (waiting === undefined ? answered : askNow());
    if (input.value !== typed || found.length === 0) return;
    list.value = found[0].value;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    list.focus();
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(askNow, SEARCH_PAUSE);
    if (!input.value.trim()) askNow();
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") enter();
    else if (event.key === "ArrowDown") list.focus();
    else if (event.key === "Escape" && input.value) {
      input.value = "";
      askNow();
    } else return;
    event.preventDefault();
  });

  part.classList.add("list-search--works");
}
