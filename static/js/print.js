// A button that prints the page (data-print); who has no scripts prints it by the menu of the browser.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
