/** Fetches the same page and puts its content in place of the old one, without motion: every five minutes, and when
 *  asked. Can be paused; waits while the page is hidden or somebody is in the middle of something. */

const EVERY_MS = 5 * 60_000;
const KEY = "beffroi-paused";

export interface Refresh {
  /** Refreshes now, where nothing speaks against it. */
  now(): Promise<void>;
  readonly isPaused: () => boolean;
  /** Called after each pause and each end of one. */
  onPause(heard: () => void): void;
  /** Says whether counts come in as they change. */
  direct(on: boolean): void;
}

/** Null on pages that are not refreshed. */
export function wakeRefresh(root: Document, wake: (root: ParentNode) => void): Refresh | null {
  if (!root.querySelector("[data-refresh]")) return null;
  let paused = sessionStorage.getItem(KEY) === "1";
  let isDirect = false;
  const heard: (() => void)[] = [];
  const show = () => {
    const place = root.querySelector<HTMLElement>("[data-refresh]");
    const button = place?.querySelector("button");
    const status = place?.querySelector("[role=status]");
    if (!place || !button || !status) return;
    place.hidden = false;
    const { refresh, paused: pausedWords, direct } = place.dataset;
    status.textContent = (paused ? pausedWords : isDirect ? direct : refresh) ?? "";
    button.textContent = (paused ? button.dataset.resume : button.dataset.pause) ?? "";
  };
  const now = async () => {
    if (paused || root.hidden || isBusy(root)) return;
    const fresh = await load();
    const main = root.querySelector("main");
    if (!fresh || !main || fresh.innerHTML === main.innerHTML) return;
    const opened = [...main.querySelectorAll("details[open]")].map(({ id }) => id);
    main.replaceChildren(...fresh.childNodes);
    for (const id of opened) if (id) root.getElementById(id)?.setAttribute("open", "");
    show();
    wake(main);
  };
  root.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-refresh] button")) return;
    paused = !paused;
    sessionStorage.setItem(KEY, paused ? "1" : "0");
    show();
    for (const hear of heard) hear();
  });
  show();
  setInterval(() => void now(), EVERY_MS);
  return {
    now,
    isPaused: () => paused,
    onPause: (hear) => void heard.push(hear),
    direct(on) {
      if (isDirect === on) return;
      isDirect = on;
      show();
    },
  };
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
