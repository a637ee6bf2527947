/** Fetches the same page every five minutes and puts its content in place of the old one, without motion. Can be
 *  paused; waits while the page is hidden or somebody is in the middle of something. */

const EVERY_MS = 5 * 60_000;
const KEY = "beffroi-paused";

export function wakeRefresh(root: Document, wake: (root: ParentNode) => void): void {
  if (!root.querySelector("[data-refresh]")) return;
  let paused = sessionStorage.getItem(KEY) === "1";
  const show = () => {
    const place = root.querySelector<HTMLElement>("[data-refresh]");
    const button = place?.querySelector("button");
    const status = place?.querySelector("[role=status]");
    if (!place || !button || !status) return;
    place.hidden = false;
    status.textContent = (paused ? place.dataset.paused : place.dataset.refresh) ?? "";
    button.textContent = (paused ? button.dataset.resume : button.dataset.pause) ?? "";
  };
  root.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-refresh] button")) return;
    paused = !paused;
    sessionStorage.setItem(KEY, paused ? "1" : "0");
    show();
  });
  show();
  setInterval(async () => {
    if (paused || root.hidden || isBusy(root)) return;
    const fresh = await load();
    const main = root.querySelector("main");
    if (!fresh || !main || fresh.innerHTML === main.innerHTML) return;
    const opened = [...main.querySelectorAll("details[open]")].map(({ id }) => id);
    main.replaceChildren(...fresh.childNodes);
    for (const id of opened) if (id) root.getElementById(id)?.setAttribute("open", "");
    show();
    wake(main);
  }, EVERY_MS);
}

/** True while the focus is on something in the page's content. */
function isBusy(root: Document): boolean {
  const active = root.activeElement;
  return active !== null && active.closest("main") !== null && active !== root.querySelector("main");
}

/** The fresh content; null when the server is away: the old one stays, with its hour on it. */
async function load(): Promise<Element | null> {
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!reply.ok) return null;
    return new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
  } catch {
    return null;
  }
}
