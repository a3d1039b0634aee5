// Puts the focus on what the page wants read first (the error summary), and a summary's link on its field.
const first = document.querySelector("[data-focus]");
if (first) first.focus();
for (const link of document.querySelectorAll(".error-summary a[href^='#']")) {
  link.addEventListener("click", (event) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) || field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
