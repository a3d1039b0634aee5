// A form that changes something is sent once: its buttons rest until the answer comes or the page is shown again.
// A form that hands out a file (data-repeat) may be sent again and again.
const REST = 10000;
const wake = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
};
const guarded = document.querySelectorAll("form[method='post']:not([data-repeat])");
for (const form of guarded) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (event.defaultPrevented) return;
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button[type='submit']")) button.setAttribute("aria-disabled", "true");
    setTimeout(wake, REST, form);
  });
}
window.addEventListener("pageshow", () => guarded.forEach(wake));
