/** Counts and people inside on the board as they change: one connection a tab, none while paused or out of sight. What an
 *  event changes in a cell is followed by a refresh of the whole page, at a moment of each tab's own. */
import type { Live, LiveRow } from "../../src/contract/live.ts";
import { type LocalClock, localClock } from "./local-clock.ts";
import type { Refresh } from "./refresh.ts";

/** The page comes first: the line is opened once it stands. */
const FIRST_MS = 2_000;
/** Out of sight for longer than this, a tab gives its connection back. */
const HIDDEN_MS = 60_000;
/** After a refusal (no room, no access) it is asked for again; until then the five minutes hold. */
const AGAIN_MS = 60_000;
/** A changed count is followed by the whole page after 10 to 40 s: a hundred tabs do not ask at once. */
const SOON_MS = 10_000;
const SPREAD_MS = 30_000;

export function wakeLive(root: Document, refresh: Refresh): void {
  if (!root.querySelector("[data-live]")) return;
  let source: EventSource | undefined;
  let closing: number | undefined;
  let soon: number | undefined;
  const close = () => {
    source?.close();
    source = undefined;
    refresh.direct(false);
  };
  const whole = () => {
    soon = undefined;
    void refresh.now();
  };
  const open = () => {
    if (source || refresh.isPaused() || root.hidden) return;
    const opened = new EventSource("/api/v1/live");
    source = opened;
    opened.addEventListener("live", ({ data }: MessageEvent<string>) => {
      refresh.direct(true);
      if (!showLive(root, JSON.parse(data))) return;
      if (soon === undefined) soon = window.setTimeout(whole, SOON_MS + Math.random() * SPREAD_MS);
    });
    opened.addEventListener("error", () => {
      refresh.direct(false);
      // A cut is mended by the browser; a refusal is not.
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      source = undefined;
      setTimeout(open, AGAIN_MS);
    });
  };
  refresh.onPause(() => (refresh.isPaused() ? close() : open()));
  root.addEventListener("visibilitychange", () => {
    clearTimeout(closing);
    if (root.hidden) closing = window.setTimeout(close, HIDDEN_MS);
    else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) open();
  });
  setTimeout(open, FIRST_MS);
}

/** Puts the counts of an event into the rows that are drawn. @returns true where something changed */
export function showLive(root: ParentNode, { day, rows }: Live): boolean {
  const board = root.querySelector<HTMLElement>("[data-live]");
  // Before the first opening the board shows yesterday.
  if (!board || board.dataset.live !== day) return false;
  const lang = document.documentElement.lang;
  const clock = localClock(lang, board.dataset.zone ?? "UTC");
  const number = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : lang === "nl" ? "nl-NL" : "en-GB");
  const shown = rows.map((row) => {
    const place = board.querySelector(`[data-site="${CSS.escape(row.site)}"]`);
    if (!place) return false;
    const counted = showCount(place.querySelector(".cnt"), row, number);
    return (
      showInside(place.querySelector("[data-inside]"), row, board.dataset.inside ?? "", clock) || counted
    );
  });
  return shown.includes(true);
}

/** A count that comes or goes changes more than its cell: that is left to the refresh. */
function showCount(cell: Element | null, { visits, bound }: LiveRow, number: Intl.NumberFormat): boolean {
  const wanted = visits === null ? "" : number.format(visits);
  const text = [...(cell?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE);
  if (!cell || !text || wanted === "") return (text !== undefined) !== (wanted !== "");
  const sign = bound === "at_least" ? "≥" : bound === "about" ? "≈" : "";
  const old = cell.querySelector("i");
  if (text.textContent === wanted && (old?.textContent ?? "") === sign) return false;
  text.textContent = wanted;
  if (sign === "") old?.remove();
  else if (old) old.textContent = sign;
  else cell.prepend(Object.assign(document.createElement("i"), { textContent: sign }));
  return true;
}

function showInside(line: Element | null, { inside }: LiveRow, template: string, clock: LocalClock): boolean {
  if (!line || !inside) return (line === null) !== (inside === null);
  const { people, tolerance, capacity, at } = inside;
  if (tolerance === null || capacity === null) return false;
  const text = template
    .replace("{people}", String(people))
    .replace("{tolerance}", String(tolerance))
    .replace("{capacity}", String(capacity))
    .replace("{time}", clock.words(Date.parse(at)));
  if (line.textContent === text) return false;
  line.textContent = text;
  return true;
}
