// Puts the focus on what the page wants read first (the error summary), and a link to a field on that field, from another page too.
const first = document.querySelector("[data-focus]");
const aim = (hash) => {
  const field = hash ? document.getElementById(hash.slice(1)) : null;
  if (!field?.closest("form")) return false;
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) || field).scrollIntoView();
  (field.matches("fieldset") ? field.querySelector("input") : field)?.focus({ preventScroll: true });
  return true;
};
if (first) first.focus();
else if (aim(window.location.hash)) {
  // The browser itself goes to the address once the page is whole, and takes the focus off a group, which cannot hold it.
  window.addEventListener("load", () => document.activeElement === document.body && aim(window.location.hash), { once: true });
}
for (const link of document.querySelectorAll(".error-summary a[href^='#']")) {
  link.addEventListener("click", (event) => {
    if (aim(link.hash)) event.preventDefault();
  });
}
