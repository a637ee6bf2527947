/** The pad on the page: presses go into the queue, the queue is shown and sent. Works without a network and after a
 *  reload without one; other tabs show the same. */
import { localClock } from "../local-clock.ts";
import { redraw } from "./around.ts";
import { minutesAhead } from "./clock.ts";
import { countedSince, hourAt, newest, type Press, peopleIn, quartersSince, type Stretch } from "./press.ts";
import type { Queue } from "./queue.ts";
import { type Outcome, sendAll } from "./send.ts";

/** How often what could not be sent is tried again, and the hour is looked at. */
const TURN_MS = 15_000;
const BACK_MS = 12 * 3_600_000;
const REDRAW_MS = 3_000;

type Said = Readonly<Record<string, string>>;

export async function wakePad(pad: HTMLElement, queue: Queue): Promise<void> {
  const { tally: site = "", zone = "UTC", words = "{}" } = pad.dataset;
  const said: Said = JSON.parse(words);
  const clock = localClock(document.documentElement.lang, zone);
  const tabs = new BroadcastChannel("beffroi-tally");
  const part = (name: string) => pad.querySelector<HTMLElement>(`[data-${name}]`);
  let outcome: Outcome | undefined;
  let note = "";
  let sending = false;
  let redrawing: number | undefined;

  const slotsNow = (now: number): Stretch[] => {
    const slots = (pad.dataset.slots ?? "").split(" ").filter(Boolean).map(stretchOf);
    // A page that was kept overnight knows yesterday's hours.
    return slots.some(({ from }) => clock.day(from) === clock.day(now)) ? slots : [];
  };
  const fill = (text: string | undefined, values: Said) =>
    Object.entries(values).reduce((whole, [name, value]) => whole.replace(`{${name}}`, value), text ?? "");

  async function show(): Promise<void> {
    const now = Date.now();
    const own = (await queue.all()).filter((press) => press.site === site);
    const slots = slotsNow(now);
    const hour = hourAt(now, slots, clock.minute(now));
    for (const count of pad.querySelectorAll<HTMLElement>("[data-count]")) {
      const tariff = count.dataset.count ?? "";
      count.textContent = String(peopleIn(own, hour, tariff));
      const less = pad.querySelector<HTMLButtonElement>(`[data-less="${tariff}"]`);
      if (less) less.disabled = newest(own, hour, tariff) === undefined;
    }
    const today = own.filter(({ at }) => clock.day(at) === clock.day(now));
    tell("hour", `${clock.words(hour.from)} – ${clock.words(hour.to)}`);
    const sum = peopleIn(today, { from: 0, to: Number.POSITIVE_INFINITY });
    tell("today", fill(said.today, { n: String(sum) }));
    const undo = part("undo");
    if (undo instanceof HTMLButtonElement)
      undo.disabled = newest(own, { from: now - BACK_MS, to: Number.POSITIVE_INFINITY }) === undefined;
    const since = countedSince(own, hour, slots, now);
    tell("confirm", fill(said.confirm, { from: clock.words(since), to: clock.words(now) }));
    tell("said", [note, standing(own)].filter(Boolean).join(" "));
  }

  function tell(name: string, text: string): void {
    const place = part(name);
    // Said again, the same words would be read out again.
    if (place && place.textContent !== text) place.textContent = text;
  }

  function standing(own: readonly Press[]): string {
    const waiting = own.filter(({ state }) => state !== "stored").length;
    const left = waiting === 1 ? said.one : waiting > 1 ? fill(said.many, { n: String(waiting) }) : "";
    if (outcome?.kind === "denied") return [left, said.denied].filter(Boolean).join(" ");
    if (outcome?.kind === "offline" && waiting > 0) return `${left} ${said.offline}`;
    const old = outcome?.kind === "sent" ? outcome.tooOld : 0;
    if (old > 0) return fill(said.old, { n: String(old) });
    return left || (own.length > 0 ? (said.sent ?? "") : "");
  }

  function heard(date: string | null, asked: number, read: number): void {
    const off = minutesAhead(date, asked, read);
    const place = part("clock");
    if (!place) return;
    place.hidden = off === 0;
    tell("clock", off === 0 ? "" : fill(off > 0 ? said.ahead : said.behind, { n: String(Math.abs(off)) }));
  }

  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      outcome = await sendAll(queue, { fetch: (...asked) => fetch(...asked), heard });
      if (outcome.kind === "offline") showKept(true);
      if (outcome.kind === "sent" && outcome.stored > 0) redrawSoon();
    } finally {
      sending = false;
    }
    tabs.postMessage("changed");
    await show();
  }

  /** Once for a row of presses, not for each. */
  function redrawSoon(): void {
    clearTimeout(redrawing);
    redrawing = window.setTimeout(async () => {
      if (await redraw(pad)) showKept(false);
    }, REDRAW_MS);
  }

  function showKept(shown: boolean): void {
    const place = part("kept");
    if (!place) return;
    place.hidden = !shown;
    tell("kept", fill(said.kept, { time: clock.words(Date.parse(pad.dataset.now ?? "")) }));
  }

  async function changed(what: Promise<void>, words = ""): Promise<void> {
    await what;
    note = words;
    tabs.postMessage("changed");
    await show();
    await send();
  }

  const made = (at: number, tariff: string, count: number): Press => {
    return { id: crypto.randomUUID(), site, at, tariff, count, withdrawn: false, state: "new" };
  };

  const takeBack = (span: Stretch, tariff?: string) =>
    queue.takeBack((presses) =>
      newest(
        presses.filter((press) => press.site === site),
        span,
        tariff,
      ),
    );

  async function confirm(): Promise<string> {
    const now = Date.now();
    const own = (await queue.all()).filter((press) => press.site === site);
    const slots = slotsNow(now);
    const since = countedSince(own, hourAt(now, slots, clock.minute(now)), slots, now);
    await queue.add(quartersSince(since, now).map((at) => made(at, "", 0)));
    return fill(said.confirmed, { to: clock.words(now) });
  }

  pad.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    const { more, less } = button.dataset;
    const now = Date.now();
    if (more !== undefined) void changed(queue.add([made(now, more, 1)]));
    else if (less !== undefined) void changed(takeBack(hourAt(now, slotsNow(now), clock.minute(now)), less));
    else if (button.dataset.undo !== undefined)
      void changed(takeBack({ from: now - BACK_MS, to: Number.POSITIVE_INFINITY }));
    else if (button.dataset.confirm !== undefined) void confirm().then((text) => changed(show(), text));
  });
  tabs.addEventListener("message", () => void show());
  addEventListener("online", () => void send());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void send();
  });
  setInterval(() => void send(), TURN_MS);
  await queue.forget(Date.now());
  await show();
  pad.hidden = false;
  await greet(heard);
  await send();
}

/** Asks for nothing but the time. */
async function greet(heard: (date: string | null, asked: number, read: number) => void): Promise<void> {
  const asked = Date.now();
  try {
    const reply = await fetch("/healthz", { cache: "no-store" });
    heard(reply.headers.get("Date"), asked, Date.now());
  } catch {
    // Without a network there is no time to compare with.
  }
}

function stretchOf(text: string): Stretch {
  const [from = "", to = ""] = text.split("/");
  return { from: Date.parse(from), to: Date.parse(to) };
}
