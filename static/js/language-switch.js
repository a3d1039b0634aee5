// What is typed into a form and not yet sent stands in it again when the page is asked for in another language.
// It stays in this tab, and only until the next page is there.
const KEPT = "typed-before-language";
const forms = [...document.querySelectorAll("main form[method='post']")];
const isAnswer = ({ name, type }) => name && !["hidden", "file", "password", "submit", "button"].includes(type);
const isTick = ({ type }) => type === "checkbox" || type === "radio";
const here = () => window.location.pathname.replace(/^\/[^/]+/, "");
const answersOf = (form) => [...form.elements].filter(isAnswer);

const isChanged = (field) => {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const first = Math.max(0, [...field.options].findLastIndex((option) => option.defaultSelected));
  return field.selectedIndex !== first;
};

const keep = () => {
  const isRefused = document.querySelector("main [role='alert']") !== null;
  const typed = forms.map((form) => {
    const answers = answersOf(form).filter((field) => isRefused || isChanged(field));
    return answers.map((field) => [field.name, field.value, field.checked]);
  });
  if (typed.some((answers) => answers.length)) sessionStorage.setItem(KEPT, JSON.stringify({ place: here(), typed }));
};

const put = (field, value, isChecked) => {
  if (isTick(field) ? field.checked === isChecked : field.value === value) return;
  if (isTick(field)) field.checked = isChecked;
  else field.value = value;
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
};

const putBack = () => {
  const kept = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  if (kept?.place !== here()) return;
  kept.typed.forEach((answers, at) => {
    const fields = forms[at] ? answersOf(forms[at]) : [];
    for (const [name, value, isChecked] of answers) {
      const field = fields.find((one) => one.name === name && (!isTick(one) || one.value === value));
      if (field) put(field, value, isChecked);
    }
  });
};

// A browser may forbid a page to keep anything.
const ifAllowed = (act) => {
  try {
    act();
  } catch {
    // Then a form is empty in the other language, as it is without this.
  }
};

ifAllowed(putBack);
for (const link of document.querySelectorAll(".languages__link")) link.addEventListener("click", () => ifAllowed(keep));
