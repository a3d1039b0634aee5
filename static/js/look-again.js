// Looks again every few seconds (data-look-again) until what is being made is there; without it, a link does the same.
const look = async (block) => {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = answer.ok && page.getElementById(block.id);
    if (fresh && fresh.textContent !== block.textContent) {
      block.replaceChildren(...fresh.childNodes);
      document.title = page.title;
      if (!fresh.dataset.lookAgain) return;
    }
  } catch {
    // the network rests; the next look may find it awake
  }
  wait(block);
};
const wait = (block) => setTimeout(look, Number(block.dataset.lookAgain) * 1000, block);
document.querySelectorAll("[data-look-again][id]").forEach(wait);
