// Served as /sw.js behind a line that defines HOUSE: version, root, offline pages, files they need, words.
// Public pages are asked for as ever; when no answer comes, the copy that was last seen is shown and says so.
// Nothing else is kept: no form, no personal link, no working area, nothing that is to be kept nowhere (no-store).
const OURS = "biblionet-";
const PAGES = `${OURS}pages-${HOUSE.version}`;
const FILES = `${OURS}files-${HOUSE.version}`;
const MOST_PAGES = 80;
const PATIENCE = 5000;
const EDITION = "(?!(?:account|gallery|verify)/)[a-z0-9-]+/(?:|programme(?:/v/\\d+)?|people(?:/[^/]+)?|presentations/[^/]+)";
const PAGE = new RegExp(`^${HOUSE.root}/(sr|sr-Latn|en)/(?:editions|privacy|accessibility|${EDITION})$`);
const FILE = new RegExp(`^${HOUSE.root}/(?:static|theme|bundles)/`);

const PICTURE = new RegExp(`^${HOUSE.root}/pictures/`);

const isKeepable = (answer) =>
  answer.status === 200 &&
  answer.type === "basic" &&
  answer.headers.has("ETag") &&
  !/no-store/.test(answer.headers.get("Cache-Control")) &&
  /^text\/html/.test(answer.headers.get("Content-Type"));

const keep = async (path, answer) => {
  const pages = await caches.open(PAGES);
  await pages.delete(path);
  if (!isKeepable(answer)) return;
  await pages.put(path, answer);
  const kept = await pages.keys();
  await Promise.all(kept.slice(0, -MOST_PAGES).map((oldest) => pages.delete(oldest)));
};

const written = (moment, lang) => {
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [two(moment.getHours()), two(moment.getMinutes())];
  if (lang === "en") {
    const day = moment.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
    return { day, time: `${hours}:${minutes}` };
  }
  return { day: `${moment.getDate()}. ${moment.getMonth() + 1}. ${moment.getFullYear()}.`, time: `${hours}.${minutes}` };
};

const copyOf = async (kept, lang) => {
  const { day, time } = written(new Date(kept.headers.get("Date") ?? Date.now()), lang);
  const words = HOUSE.words[lang].copy.replace("{day}", day).replace("{time}", time);
  const banner = `<aside class="banner banner--copy" aria-label="${HOUSE.words[lang].about}"><p>${words}</p></aside>`;
  const html = (await kept.text()).replace("<main ", () => `${banner}<main `);
  const policy = kept.headers.get("Content-Security-Policy");
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
};

const tooLate = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

const page = async (event, { pathname, search }) => {
  const lang = PAGE.exec(pathname)[1];
  const kept = search ? undefined : await caches.match(pathname, { cacheName: PAGES });
  const fresh = fetch(event.request);
  if (!search) event.waitUntil(fresh.then((answer) => answer.status < 500 && keep(pathname, answer.clone())).catch(() => {}));
  try {
    const answer = await (kept ? Promise.race([fresh, tooLate()]) : fresh);
    if (kept && answer.status > 501) throw new Error("the house does not answer");
    return answer;
  } catch {
    return kept ? copyOf(kept, lang) : (await caches.match(HOUSE.offline[lang], { cacheName: FILES })) ?? Response.error();
  }
};

const file = async (request) => {
  const kept = await caches.match(request, { cacheName: FILES });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request, answer.clone());
  return answer;
};

const forget = async (isUnwanted) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && isUnwanted(name));
  await Promise.all(names.map((name) => caches.delete(name)));
};

self.addEventListener("install", (event) => {
  const needed = [...Object.values(HOUSE.offline), ...HOUSE.files];
  event.waitUntil(caches.open(FILES).then((files) => files.addAll(needed)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forget((name) => name !== PAGES && name !== FILES).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "leave") event.waitUntil(forget(() => true).then(() => self.registration.unregister()));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && PAGE.test(address.pathname)) event.respondWith(page(event, address));
  else if (PICTURE.test(address.pathname) || (FILE.test(address.pathname) && address.searchParams.has("v"))) event.respondWith(file(event.request));
});
