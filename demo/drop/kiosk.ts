/** The kiosks' log: JSON Lines with a heartbeat every five minutes while switched on, and the sessions of those who
 *  used it. A kiosk that was offline appends its lines hours later. */
import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween, HOUR, type Instant, type LocalDate, MINUTE } from "../../src/domain/time.ts";
import { arrivalIn } from "../simulation/attendance.ts";
import { dayStart } from "../simulation/local-days.ts";
import { integer, pick, poisson, type Random, random } from "../simulation/random.ts";
import type { Place, World } from "../simulation/world.ts";
import { periodsOf, type Sheet } from "./sheet.ts";

/** The kiosks were put up this many days before the demonstration went live. */
const AGE_DAYS = 400;
const LANGUAGES = { fr: 0.82, en: 0.1, nl: 0.05, de: 0.03 };
const ITEMS = {
  "cambrai-tank-1917": 0.22,
  "musee-de-cambrai": 0.2,
  "abbaye-de-vaucelles": 0.18,
  archeosite: 0.12,
  restaurants: 0.16,
  randonnees: 0.12,
};
/** Lines reach the folder in batches. */
const BATCH = 15 * MINUTE;

interface KioskEvent {
  readonly at: Instant;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface KioskLine {
  readonly at: Instant;
  readonly sentAt: Instant;
  readonly text: string;
}

/** Files `bornes_….jsonl` of the kiosks of one site. */
export function kioskSheets(world: World, place: Place, folder: string, last: LocalDate): Sheet[] {
  const installed = addDays(world.live, -AGE_DAYS);
  const since = daysBetween(world.start, installed) > 0 ? installed : world.start;
  return periodsOf(since, addDays(world.live, -10), last).map((period) => ({
    path: `${folder}/bornes_${period.name}.jsonl`,
    finalFrom: dayStart(addDays(period.to, 2), place.site.zone),
    at: (now) => {
      const texts: string[] = [];
      let at = 0;
      for (let date = period.from; date < period.to; date = addDays(date, 1)) {
        for (const line of kioskDay(world, place, date)) {
          if (line.sentAt > now) continue;
          texts.push(line.text);
          at = Math.max(at, line.sentAt);
        }
      }
      return texts.length === 0 ? null : { bytes: Buffer.from(`${texts.join("\n")}\n`), at };
    },
  }));
}

function kioskDay(world: World, place: Place, date: LocalDate): KioskLine[] {
  const { spans, visits } = place.day(date);
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  return [1, 2].flatMap((number) => {
    const kiosk = `${place.site.id}-0${number}`;
    const r = random(`${world.seed}/${kiosk}/${date}`);
    if (r() < 0.015) return []; // Not switched on that day: no heartbeat, no line.
    const events: KioskEvent[] = [];
    for (let at = first.from - 10 * MINUTE; at < last.to + 10 * MINUTE; at += 5 * MINUTE) {
      events.push({ at, fields: { type: "heartbeat", session_id: null } });
    }
    for (let n = poisson(r, 2 + visits * 0.09); n > 0; n--) events.push(...session(r, arrivalIn(r, spans)));
    events.sort((a, b) => a.at - b.at);
    const offline = r() < 0.04 ? dayStart(addDays(date, 1), place.site.zone) + 9 * HOUR : 0;
    const write = writer(r, kiosk, events[0]?.at ?? first.from, place.site.zone);
    return events.map(({ at, fields }, seq) => ({
      at,
      sentAt: Math.max(offline, Math.ceil(at / BATCH) * BATCH),
      text: write(at, seq, fields),
    }));
  });
}

/** Starts, chooses a language, looks at a few things, leaves or is timed out after ninety seconds. */
function session(r: Random, start: Instant): KioskEvent[] {
  const id = uuid(r);
  const lang = pick(r, LANGUAGES);
  const events: KioskEvent[] = [{ at: start, fields: { type: "session_start", session_id: id, lang: "fr" } }];
  let at = start + integer(r, 1_500, 6_000);
  if (lang !== "fr") events.push({ at, fields: { type: "language", session_id: id, lang } });
  for (let views = integer(r, 1, 5); views > 0; views--) {
    at += integer(r, 3_000, 30_000);
    const item = pick(r, ITEMS);
    events.push({ at, fields: { type: "view", session_id: id, lang, screen: "fiche", item } });
  }
  const timeout = r() < 0.6;
  const end = at + (timeout ? 90_000 : integer(r, 2_000, 15_000));
  const closing = { lang, duration_ms: end - start, end_reason: timeout ? "timeout" : "home" };
  events.push({ at: end, fields: { type: "session_end", session_id: id, ...closing } });
  return events;
}

function writer(r: Random, kiosk: string, morning: Instant, zone: string) {
  // One offset serves the day: clocks change at night, kiosks sleep then.
  const offset = Temporal.Instant.fromEpochMilliseconds(morning).toZonedDateTimeISO(zone).offset;
  const ahead = Date.parse(`1970-01-01T00:00:00${offset}`) * -1;
  return (at: Instant, seq: number, fields: KioskEvent["fields"]): string => {
    const ts = new Date(at + ahead).toISOString().replace("Z", offset);
    return JSON.stringify({ v: 1, event_id: uuid(r), kiosk_id: kiosk, ts, seq, ...fields });
  };
}

function uuid(r: Random): string {
  const hex = (digits: number) =>
    Math.floor(r() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`;
}
