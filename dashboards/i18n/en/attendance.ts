/** English: the screen "Attendance". */
import { capital, type Format } from "../format.ts";

const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "visit" : "visits"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"}`;
const pairsOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "pair" : "pairs"} of days`;
const leftOutOf = (leftOut: number, f: Format) =>
  leftOut === 0
    ? "No day left out."
    : `${f.int(leftOut)} ${leftOut === 1 ? "day" : "days"} without a pair or incomplete left out.`;

export const attendance = (f: Format) => ({
  period: (from: string | null, to: string) => (from === null ? capital(to) : `From ${from} to ${to}`),
  scope: (n: number, all: boolean, days: number) =>
    `${all ? `All ${n} sites` : n === 1 ? "One site" : `${n} sites`}${days > 0 ? `, ${daysOf(days, f)}` : ""}`,
  comparedTo: (year: string) => `against comparable days of ${year}`,
  change: "Change the period, the sites",
  from: "From",
  last: "to",
  sites: "Sites",
  apply: "Show",
  answer: (n: number, change: string | null, more: boolean) =>
    change
      ? `${visits(n, f)}, ${change} ${more ? "more" : "fewer"} than last year on comparable days.`
      : `${visits(n, f)}.`,
  answerEqual: (n: number) => `${visits(n, f)}, as many as last year on comparable days.`,
  ofWhichEstimated: (n: number) =>
    `Of these, ${f.int(n)} ${n < 2 ? "visit is" : "visits are"} estimated: nobody measured them.`,
  provisionalFrom: (day: string) => `provisional from ${day} on`,
  provisional: "provisional",
  empty: "No visit measured in this period.",
  notYet: "Nothing yet in this period: it is still to come.",
  notYetNext: "Visits will appear as the days go by.",
  noDays: "No day in this period.",
  allClosed: "Closed throughout this period.",
  noPairs: "No pair of comparable days in this period.",
  emptyNext: "Choose another period, or check that the sites are reporting.",
  second: (per: string, difference: string, pairs: number) =>
    `Per open hour: ${per}. The difference is ${difference} visits over ${pairsOf(pairs, f)}.`,
  secondPlain: (difference: string, pairs: number) =>
    `The difference is ${difference} visits over ${pairsOf(pairs, f)}.`,
  titleBreak: (name: string, share: "most" | "three" | "half", up: boolean) =>
    `${name}: ${share === "most" ? "nearly all" : share === "three" ? "three quarters" : "half"} of the ${up ? "rise" : "fall"}`,
  titlePeak: (day: string, name: string | null, n: string) =>
    `${day}${name ? `, ${name}` : ""}: ${n} visits, the strongest day`,
  titlePlain: "Visits day by day",
  sub: (narrow: boolean) =>
    `Visits a day${narrow ? ", last 28 days" : ""}. Grey band: Saturday, Sunday. Hatching: school holidays.`,
  chartLabel: (from: string, to: string, total: string, peak: string) =>
    `Visits a day from ${from} to ${to} and comparable days of last year; ${total}; ${peak}. The table below gives every value.`,
  peak: (day: string, n: string) => `most: ${n} on ${day}`,
  comparableYear: (year: string) => `${year}, comparable days`,
  comparableShort: (year: string) => `${year}, comparable`,
  open: "open",
  markValue: (n: string, before: string | null, day: string, year: string) =>
    before ? `${n} visits, ${before} on ${day} ${year}` : `${n} visits`,
  breakTitle: (name: string, zone: string) => `${name}, zone ${zone}`,
  breakSub: (from: string, to: string, difference: number | null) =>
    `${from === to ? from : `${from} to ${to}`}${difference === null ? "" : `: ${f.signed(difference)} ${Math.abs(Math.round(difference)) === 1 ? "visit" : "visits"} on comparable days`}`,
  week: { visits: "visits", partial: "partial", over: (year: string) => `on ${year}` },
  key: {
    measured: (year: string) => `${year}, measured`,
    estimated: "estimated",
    zero: "zero: open, nobody came",
    closed: "all sites closed",
    missing: "missing data: this is not zero",
    holidays: (zone: string) => `school holidays, zone ${zone}`,
  },
  growth: {
    toDate: "Same dates",
    comparable: "Comparable days",
    perHour: "Per open hour",
    visits: (difference: string) => `${difference} visits`,
    toDateText: (now: string, before: string, year: string, leftOut: number) =>
      `${now} against ${before} on the same dates of ${year}. ${leftOutOf(leftOut, f)}`,
    comparableText: (days: number, leftOut: number) =>
      `${pairsOf(days, f)}, both complete. ${leftOutOf(leftOut, f)}`,
    perHourText: (now: string, before: string) =>
      `${now} visits per open hour against ${before} on comparable days.`,
    perHourUnit: (now: string) => `${now} visits an hour`,
    rulerLabel: (name: string, change: string) => `${name}: ${change}, on one scale for the three figures.`,
    tooFew: "Too few visits last year for a percentage.",
  },
  twin: (days: number) => `The same chart as a table: ${daysOf(days, f)} and their pairs`,
  twinCaption: (from: string, to: string) => `Visits a day from ${from} to ${to}, and comparable days`,
  twinCols: {
    day: "Day",
    visits: "Visits",
    compareDay: "Comparable day",
    compare: "Visits then",
    difference: "Difference",
    note: "Note",
  },
  pairs: (n: number, year: string) => `against ${f.int(n)} comparable ${n === 1 ? "day" : "days"} of ${year}`,
  marked: "Noted and marked",
  unpaired: {
    "new-event": "no pair: the event was not on last year",
    "no-holiday": "no pair: no such public holiday last year",
    "no-break-day": "no pair: no such day of the school holidays last year",
    opening: "no pair: open one year, closed the other",
    "no-like-day": "no pair: no like day is left",
  },
  incomplete: "left out: one of the two days is incomplete",
  reason: {
    event: "same event",
    holiday: "same public holiday",
    school: "same holiday week",
    weekday: "same weekday",
  },
  how: "Tickets, free ones included, and counters calibrated on them, from each site’s declared source.",
  howCoverage: (share: string, estimated: string | null) =>
    `Valid counts for ${share} of open hours, ${estimated ?? "none"} estimated.`,
  revisions: (n: number) =>
    n === 0 ? "No correction since." : n === 1 ? "One correction since." : `${f.int(n)} corrections since.`,
});
