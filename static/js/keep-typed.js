// Keeps what is typed into a page of a long form while it is typed, so that a closed tab or a lost connection loses nothing.
// What could not be kept is tried again; the page may be sent at any time without it.
const PAUSE = 1200;
const AGAIN = 5000;
// The server is there, but does not take this: the page is too old, or far too much was typed. Sending it tells.
const isForGood = ({ status }) => status >= 400 && status < 500 && status !== 429;

for (const form of document.querySelectorAll("form[data-keep]")) {
  const { keep, offlineWords, refusedWords } = form.dataset;
  const seen = form.querySelector("[data-kept-seen]");
  const heard = form.querySelector("[data-kept-heard]");
  let waiting;
  let underWay;
  let isDue = false;
  let isKept = true;

  // Who listens hears only that keeping fails, and that it works again.
  const tell = (words, isKeptNow) => {
    seen.textContent = words;
    if (isKept !== isKeptNow) heard.textContent = words;
    isKept = isKeptNow;
  };

  const body = () => {
    const typed = new FormData(form);
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    return typed;
  };

  const rest = () => {
    clearTimeout(waiting);
    underWay?.abort();
    isDue = false;
  };

  const later = (pause) => {
    clearTimeout(waiting);
    isDue = true;
    waiting = setTimeout(send, pause);
  };

  const send = async () => {
    rest();
    underWay = new AbortController();
    const { signal } = underWay;
    try {
      const answer = await fetch(keep, { method: "POST", body: body(), signal, keepalive: document.visibilityState === "hidden" });
      if (answer.ok) tell(await answer.text(), true);
      else if (isForGood(answer)) tell(refusedWords, false);
      else throw new Error(answer.statusText);
    } catch {
      if (signal.aborted) return;
      tell(offlineWords, false);
      later(AGAIN);
    }
  };

  form.addEventListener("input", () => later(PAUSE));
  // Before the form is marked as sent: without a connection it stays, with everything in it.
  form.addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine) {
        rest();
      } else {
        event.preventDefault();
        event.stopImmediatePropagation();
        tell(offlineWords, false);
        later(AGAIN);
      }
    },
    { capture: true },
  );
  window.addEventListener("online", () => isDue && send());
  for (const leaving of ["visibilitychange", "pagehide"]) {
    addEventListener(leaving, () => document.visibilityState === "hidden" && isDue && send(), { capture: true });
  }
}
