// Public pages that were read here can be read again without a connection (see service-worker.js). [data-copies] lists
// them; the button of [data-copies-choice] takes them away, and this browser keeps no others.
const LEFT = "keeps-no-copies";
const OURS = "biblionet-pages-";
const { worker } = document.currentScript.dataset;
const shelf = document.querySelector("[data-copies]");
const choice = document.querySelector("[data-copies-choice]");

// A browser may forbid a page to keep anything.
const remembered = () => {
  try {
    return localStorage.getItem(LEFT);
  } catch {
    return "forbidden";
  }
};

// The reader's language first, then each other one; in it by title.
const inOrder = (one, other) => {
  const place = ({ lang }) => [document.documentElement.lang, "sr", "sr-Latn", "en"].indexOf(lang);
  return place(one) - place(other) || one.textContent.localeCompare(other.textContent, one.lang);
};

const list = async () => {
  const links = [];
  for (const name of (await caches.keys()).filter((one) => one.startsWith(OURS))) {
    const pages = await caches.open(name);
    for (const request of await pages.keys()) {
      const page = new DOMParser().parseFromString(await (await pages.match(request)).text(), "text/html");
      const { lang } = page.documentElement;
      links.push(Object.assign(document.createElement("a"), { href: request.url, textContent: page.title, lang, hreflang: lang }));
    }
  }
  for (const link of links.sort(inOrder)) {
    const item = document.createElement("li");
    item.append(link);
    shelf.querySelector("ul").append(item);
  }
  shelf.hidden = links.length === 0;
};

const leave = async ({ target }) => {
  localStorage.setItem(LEFT, "yes");
  for (const registration of await navigator.serviceWorker.getRegistrations()) registration.active?.postMessage("leave");
  target.hidden = true;
  choice.querySelector("[data-copies-gone]").hidden = false;
};

if ("serviceWorker" in navigator && !remembered()) {
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
  if (shelf) list();
  if (choice) {
    choice.hidden = false;
    choice.querySelector("button").addEventListener("click", leave);
  }
}
