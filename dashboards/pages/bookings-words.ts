/** The sentences of the bookings screen, all read off the reply. */
import type { BookedDay, Bookings } from "../../src/contract/bookings.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { dayName } from "./outlook-words.ts";
import type { Sentences } from "./today-answer.ts";

/** Address of the page with another day looked at. */
export function bookedHref(frame: Frame, { site }: Bookings, day: string): string {
  return pageHref(frame.lang, `/reservations/${site}?day=${day}`);
}

/** The day as one says it; a day gone by with its date. */
export function nameOf(day: string, reply: Bookings, words: Words): string {
  const { f, t } = words;
  const today = f.dayOf(reply.now);
  return day < today ? t.outlook.weekdayDate(f.weekday(day), f.long(day)) : dayName(day, today, words);
}

/** Days ahead, never below the morning of the visit. */
export function leadOf({ lead }: BookedDay): number {
  return Math.max(0, lead);
}

export function bookingsAnswer(reply: Bookings, words: Words): Sentences {
  const { t } = words;
  const { selected } = reply;
  if (!reply.takes_bookings || !selected) {
    return reply.has_till
      ? { first: t.bookings.noneAhead, second: t.bookings.noneAheadNext }
      : { first: t.bookings.none, second: t.bookings.noneNext };
  }
  const places = reply.coming.reduce((sum, { booked }) => sum + booked, 0);
  const count = (verdict: BookedDay["verdict"]) =>
    reply.coming.filter((day) => day.verdict === verdict).length;
  const groups = selected.groups;
  return {
    first: firstSentence(selected, reply, words),
    second: [
      selected.usual ? t.bookings.usually(selected.usual) : "",
      groups > 0 && !selected.group_only ? t.bookings.withGroups(t.bookings.places(groups)) : "",
      t.bookings.weeks(
        t.bookings.places(places),
        reply.coming.every(({ verdict }) => verdict === "unknown")
          ? null
          : { more: count("more"), less: count("less") },
      ),
    ]
      .filter(Boolean)
      .join(" "),
  };
}

function firstSentence(selected: BookedDay, reply: Bookings, words: Words): string {
  const { t } = words;
  const name = nameOf(selected.day, reply, words);
  const places = t.bookings.places(selected.booked);
  const lead = t.bookings.lead(leadOf(selected));
  if (selected.opening.kind === "closed") {
    return selected.group_only ? t.bookings.groupOnly(name, places) : t.bookings.closed(name);
  }
  if (selected.verdict === "unknown" || !selected.usual) {
    return selected.lead < 0 ? t.bookings.past(name, places) : t.bookings.unknown(name, places, lead);
  }
  return t.bookings.verdict(selected.verdict, name, places, lead);
}

/** The finding: since when the curve has been out of the usual, or what makes it. */
export function bookingsTitle(reply: Bookings, { f, t }: Words): string {
  const { selected } = reply;
  if (!selected || selected.verdict === "unknown") return t.bookings.mornings;
  const since = outsideSince(reply);
  const lead = t.bookings.leadShort(since ?? leadOf(selected));
  const isAll = since === reply.curve[0]?.lead;
  if (selected.verdict === "more") return t.bookings.above(lead, isAll);
  if (selected.verdict === "less") return t.bookings.below(lead, isAll);
  const { groups, booked } = selected;
  return groups > booked / 3
    ? t.bookings.withinGroups(f.int(groups), f.int(booked))
    : t.bookings.within(t.bookings.lead(leadOf(selected)));
}

/** First of the mornings on end, up to the last one drawn, on which the curve lay outside its band on the side where it
 *  is now; null where it left the band only today. */
function outsideSince({ curve, selected }: Bookings): number | null {
  const known = curve.filter(({ booked }) => booked !== null);
  let since: number | null = null;
  for (const { lead, booked, usual } of known.reverse()) {
    const out =
      usual !== null &&
      booked !== null &&
      (selected?.verdict === "more" ? booked > usual.high : booked < usual.low);
    if (!out) break;
    since = lead;
  }
  return since;
}

/** "9 comparable Saturdays"; empty where none were compared. */
export function alikeText({ selected, alike }: Bookings, { f, t }: Words): string {
  if (!selected || alike === null) return "";
  return t.bookings.alike(selected.days, f.weekday(selected.day), alike, isWeekend(selected.day));
}

/** The chart in one sentence. */
export function curveLabel(reply: Bookings, words: Words): string {
  const { f, t } = words;
  const { selected } = reply;
  if (!selected) return "";
  const usual = selected.usual ? f.range(selected.usual) : "";
  return t.bookings.chartLabel(
    f.full(selected.day),
    t.bookings.places(selected.booked),
    t.bookings.lead(leadOf(selected)),
    usual,
  );
}

/** The morning that a lead stands for. */
export function morningOf({ selected }: Bookings, lead: number): string {
  return addDays(selected?.day ?? "1970-01-01", -lead);
}
