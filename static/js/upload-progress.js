// Sends a chosen file at once and shows how far it is; what the page says of the file afterwards comes from the server.
// Without this the file travels with the page, as it does when the connection breaks.
const isTooLarge = (input) => [...input.files].some((file) => file.size > Number(input.dataset.maxBytes));
const made = (name, className, words = "") => Object.assign(document.createElement(name), { className, textContent: words });

for (const input of document.querySelectorAll("input[type='file'][data-upload]")) {
  const { form, dataset } = input;
  const kept = form.querySelector("[data-upload-kept]");
  const percents = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  const box = made("div", "upload");
  const words = made("label", "upload__words");
  const bar = Object.assign(made("progress", "upload__bar"), { id: `${input.id}-progress`, max: 1 });
  const stop = Object.assign(made("button", "button button--secondary", dataset.uploadStop), { type: "button" });
  const status = made("p", "upload__status");
  const fault = Object.assign(made("p", "field__error"), { id: `${input.id}-upload` });
  words.htmlFor = bar.id;
  status.setAttribute("role", "status");
  fault.setAttribute("role", "alert");
  box.append(words, bar, stop);
  input.after(status);
  let request;
  let onward;

  const show = (sent) => {
    bar.value = sent;
    words.textContent = dataset.uploadWords.replace("{name}", input.files[0].name).replace("{percent}", percents.format(sent));
  };

  const tell = (sentence) => {
    fault.textContent = sentence;
    if (sentence) input.before(fault);
    else fault.remove();
    input.setAttribute("aria-invalid", String(Boolean(sentence)));
  };

  const end = () => {
    const held = box.contains(document.activeElement);
    box.remove();
    request = undefined;
    if (held) input.focus();
  };

  const arrived = ({ currentTarget: { status: code, responseText } }) => {
    const button = onward;
    onward = undefined;
    end();
    if (code !== 200) {
      const isWorded = code === 422;
      tell(isWorded ? responseText : dataset.uploadFailed);
      if (isWorded) input.value = "";
      status.textContent = "";
      if (button) input.focus();
      return;
    }
    kept.innerHTML = responseText;
    input.value = "";
    status.textContent = "";
    form.dispatchEvent(new Event("input"));
    if (button) form.requestSubmit(button);
  };

  const send = () => {
    request?.abort();
    tell("");
    status.textContent = "";
    if (!input.files.length || isTooLarge(input)) return;
    const body = new FormData();
    body.append("csrf_token", form.elements.csrf_token.value);
    body.append("upload_key", form.elements.upload_key.value);
    body.append("file", input.files[0]);
    request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => show(total ? loaded / total : 0));
    request.addEventListener("load", arrived);
    request.addEventListener("error", () => {
      onward = undefined;
      end();
      tell(dataset.uploadFailed);
    });
    request.open("POST", dataset.upload);
    show(0);
    status.before(box);
    request.send(body);
  };

  stop.addEventListener("click", () => {
    request?.abort();
    onward = undefined;
    end();
    input.value = "";
    status.textContent = dataset.uploadStopped;
  });
  input.addEventListener("change", send);
  form.addEventListener(
    "submit",
    (event) => {
      if (!request) return;
      if (event.submitter?.value !== "send") {
        request.abort();
        end();
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      onward = event.submitter;
      status.textContent = dataset.uploadWait;
    },
    { capture: true },
  );
}
