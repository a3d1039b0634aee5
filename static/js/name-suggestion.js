// Shows how a name would be written in the other script while it is typed; the server knows the rules.
// It is read aloud once the person rests, and not with every letter.
const TYPING_PAUSE = 400;
const SPEAKING_PAUSE = 1000;
for (const part of document.querySelectorAll("details[data-name-suggestion]")) {
  const { nameSuggestion: address, ...words } = part.dataset;
  const field = (id) => document.getElementById(id);
  const [given, family, otherGiven, otherFamily] = [words.given, words.family, words.otherGiven, words.otherFamily].map(field);
  const line = part.querySelector("summary");
  const spoken = document.createElement("p");
  spoken.className = "hidden";
  spoken.setAttribute("role", "status");
  part.after(spoken);
  let waiting;
  let telling;
  let asked;

  const show = (told) => {
    const [before, after = ""] = words[told.words].split("{name}");
    const name = document.createElement("span");
    if (told.lang) name.lang = told.lang;
    name.textContent = told.whole;
    line.replaceChildren(before, name, after);
    otherGiven.placeholder = told.given;
    otherFamily.placeholder = told.family;
    // A name that stays has no language we could tell, and so the fields keep the page's.
    for (const input of [otherGiven, otherFamily]) {
      if (told.lang && told.given) input.lang = told.lang;
      else input.removeAttribute("lang");
    }
    clearTimeout(telling);
    telling = setTimeout(() => spoken.replaceChildren(...[...line.childNodes].map((node) => node.cloneNode(true))), SPEAKING_PAUSE);
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    body.set("csrf_token", given.form.elements.csrf_token.value);
    for (const [name, input] of Object.entries({ given, family, otherGiven, otherFamily })) body.set(name, input.value);
    try {
      const answer = await fetch(address, { method: "POST", body, signal: asked.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // The line stays as it was: nothing depends on it.
    }
  };

  for (const input of [given, family, otherGiven, otherFamily]) {
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, TYPING_PAUSE);
    });
  }
}
