/** English: the screen "Flows between sites" and the advice line. */

import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";

const times = (ratio: number, f: Format) => `${f.decimal(ratio)} times an ordinary day`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"}`;
const by = (km: string) => `${km}\u00a0km as the crow flies`;

export const flows = (f: Format): Catalog["flows"] => ({
  situation: (time) => `Seven days, as seen at ${time}`,
  levels: { calm: "calm", moderate: "medium", busy: "busy", closed: "closed", unknown: "no forecast" },
  levelsShort: { calm: "calm", moderate: "medium", busy: "busy", closed: "closed", unknown: "unknown" },
  languages: { fr: "French", en: "English", nl: "Dutch" },
  answer: {
    advised: (day, from, to, level, km) =>
      `${day}, ${from} will be busy: suggest ${to}, ${level}, ${km}\u00a0km away.`,
    kept: (day, from, to, km) => `${day}, advice kept: from ${from} to ${to}, ${km}\u00a0km away.`,
    dismissed: (day, from) => `${day}, ${from} will be busy; the advice was dismissed.`,
    alone: (day, from) => `${day}, ${from} will be busy, with no open and calmer neighbour.`,
    quietDay: (day) => `${day}, no site will be busy: nothing to advise.`,
    closedDay: (day) => `${day}, all sites are closed: nothing to advise.`,
    unknown: (day) => `${day}, there is no forecast: nothing to advise.`,
    expected: (range, ratio) =>
      `${range} visits expected, 8 days in 10${ratio === null ? "" : `, ${times(ratio, f)}`}. Doing nothing stays reasonable.`,
    most: (site, range) => `The most visited: ${site}, ${range} visits, 8 days in 10.`,
    next: (day) => `Next advice: ${day}.`,
    none: "Without a forecast no advice is given.",
  },
  advice: {
    tag: "Advice",
    label: "Advice to redirect visitors",
    text: (day, hours, from, range, to, level, km) =>
      `${day} ${hours}, ${from} will be busy: ${range} visits, 8 days in 10. Suggest *${to}*: open, ${level}, ${by(km)}`,
    spoken: (languages) => `; ${languages} spoken`,
    hours: (from, to) => `from ${from} to ${to}`,
    nothing: "Doing nothing stays reasonable.",
    keep: "Keep",
    dismiss: "Dismiss…",
    confirm: "Dismiss",
    reason: "Why?",
    why: "Why?",
    undo: "Undo this choice",
    kept: (day) => `Kept on ${day}`,
    dismissed: (day, reason) => `Dismissed on ${day}: ${reason}`,
    reasons: {
      distance: "too far, or no transport",
      audience: "not for these visitors",
      on_site: "something else is planned there",
      forecast: "the forecast looks wrong",
      other: "another reason",
    },
    effect: (days, site, value, low, high) =>
      `On the ${daysOf(days, f)} on which this advice was kept, ${site} had ${f.int(Math.abs(value))} visits ${
        value < 0 ? "fewer" : "more"
      } a day (between ${low} and ${high}, 8 times in 10).`,
    unmeasured: (days) =>
      days === 0
        ? "Effect not measurable yet: this advice has not been kept on any past day."
        : `Effect not measurable yet: kept on ${daysOf(days, f)}, four are needed.`,
  },
  title: (day, busy, all) =>
    busy === 0
      ? `${day}: no site busy`
      : `${day}: ${busy === 1 ? "one site" : `${f.int(busy)} sites`} of ${f.int(all)} open busy`,
  titleUnknown: (day) => `${day}: pressure unknown, for want of a forecast`,
  titleClosed: (day) => `${day}: everything is closed`,
  sub: "Bars: pressure expected. Numbers: visits, 8 days in 10. Arrow: where to send visitors.",
  mapLabel: (day, sites, arrows) => `Diagram of the sites by position, ${day}: ${sites}. ${arrows}`,
  mapArrow: (from, to, km) => `Advised from ${from} to ${to}, ${by(km)}.`,
  mapNoArrow: "Nothing is advised.",
  scaleBar: (km) => `${km}\u00a0km`,
  north: "north is up",
  unplaced: (sites) => `Without a known position: ${sites}.`,
  tableCaption: "Pressure expected by site and day",
  site: "Site",
  advisedFrom: "visitors to send on",
  advisedTo: "to suggest",
  figures: {
    busiest: (day) => `Busiest on ${day}`,
    busiestText: (site, ratio, level) =>
      `${site}: ${level}${ratio === null ? "" : `, ${times(ratio, f)}`}. 8 days in 10.`,
    calmest: (day) => `Calmest on ${day}`,
    target: (day) => `To suggest on ${day}`,
    targetText: (site, km, hours, languages) =>
      `${site}, ${by(km)}; both open ${hours}${languages ? `; ${languages} spoken` : ""}.`,
    effect: "Effect of advice kept",
    effectUnit: "visits a day",
    effectText: (days, without, low, high, to) =>
      `between ${low} and ${high} at ${to}, 8 times in 10; ${daysOf(days, f)} with, ${daysOf(without, f)} without.`,
    kept: (n) => (n === 1 ? "day measured" : "days measured"),
    none: "No open site has a forecast.",
    noEffect: "Effect not measurable yet: no advice has been kept on a past day.",
  },
  movements: {
    title: (share, n, origin) => `Where visitors come from: ${origin} for ${share}, of ${n} tickets`,
    titlePlain: "Where visitors come from",
    sub: (quarter, told, tickets) =>
      `${quarter}: origin told for ${told} of ${tickets} tickets. Fewer than 11 people: hidden.`,
    subHidden: (quarter, tickets) => `${quarter}, ${tickets} tickets. Fewer than 11 people: hidden.`,
    quarter: (q, year) => `${["First", "Second", "Third", "Fourth"][q - 1]} quarter of ${year}`,
    change: "Change the quarter",
    label: (links) => `Origins to sites: ${links}.`,
    link: (from, to, n) => `from ${from} to ${to}, ${n}`,
    none: (quarter) => `No ticket tells where visitors come from (${quarter}).`,
    tooFew: "Too few to be shown (fewer than 11).",
    passTitle: "From site to site",
    passSub: "Passes for several sites: site before, then site visited.",
    passLabel: (links) => `From site to site: ${links}.`,
    noPasses: "Movements from site to site cannot be measured: no pass tells where it was used before.",
    other: "other origins",
    france: "France, département not told",
    total: "Total",
    hidden: "hidden",
    origin: "Origin",
    before: "Site before",
  },
  twin: "The same figures as tables",
  twinDays: "Pressure and visits expected by day and site",
  twinOrigins: (quarter) => `Tickets by origin and site, ${quarter}`,
  twinPasses: (quarter) => `Passes by site before and site visited, ${quarter}`,
  twinAdvice: "Advice of the seven days",
  twinCols: { day: "Day", from: "From", to: "To", hours: "Hours", km: "km", status: "Decision" },
  statuses: { open: "to decide", kept: "kept", dismissed: "dismissed" },
  how: "Busy: the middle of the forecast, by open hour, reaches 1.5 times an ordinary open day of the last eight weeks (and 30 visits at least), or its high end fills 80% of the room if everybody stays an hour. Medium: from 70% of that. Advice never names a closed site nor one as busy, and only hours at which both are open, 25\u00a0km away at most.",
  howEffect:
    "The effect compares days on which advice was kept with the same weekdays without, both against the forecast of the day before.",
  howMovements:
    "Origins: tickets, by whole quarter. No id of a ticket is kept; a count of fewer than 11 people is hidden, with those that would give it away.",
});
