// Says at once that a chosen file is too large, before it travels; the server says the same.
for (const input of document.querySelectorAll("input[type='file'][data-max-bytes]")) {
  const said = document.createElement("p");
  said.className = "field__error";
  said.id = `${input.id}-size`;
  said.setAttribute("role", "alert");
  const check = () => {
    const wrong = [...input.files].some((file) => file.size > Number(input.dataset.maxBytes));
    said.textContent = wrong ? input.dataset.tooLarge : "";
    if (wrong) input.before(said);
    else said.remove();
    return wrong;
  };
  input.addEventListener("change", check);
  input.form?.addEventListener(
    "submit",
    (event) => {
      if (!check()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      input.focus();
    },
    { capture: true },
  );
}
