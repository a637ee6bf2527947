/** English: the screen "Data quality". */
import { capital, type Format } from "../format.ts";

const feedsOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "feed" : "feeds"}`;
const sensorsOf = (n: number, f: Format) => (n === 1 ? "one sensor" : `${f.int(n)} sensors`);
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"}`;
const linesOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "row" : "rows"}`;
const hoursOf = (n: number, f: Format) =>
  `${Number.isInteger(n) ? f.int(n) : f.decimal(n)} ${n === 1 ? "hour" : "hours"}`;
/** Under two hours in minutes, from two days on in days. */
const lengthOf = (minutes: number, f: Format) =>
  minutes < 120
    ? `${f.int(minutes)} minutes`
    : minutes < 2 * 1440
      ? hoursOf(Math.round(minutes / 60), f)
      : daysOf(Math.round(minutes / 1440), f);

export const quality = (f: Format) => ({
  period: (from: string, to: string) => `From ${from} to ${to}`,
  scope: (feeds: number, days: number) => `${feedsOf(feeds, f)}, ${daysOf(days, f)}`,
  feedKind: {
    ticketing: "till",
    kiosk: "kiosk",
    counter: "counter",
    manual: "counts by hand",
    weather: "weather",
    calendar: "calendar",
  },
  territory: "Territory",
  answer: {
    none: "No feed is connected.",
    noneNext: "Declare a counter, a till or a folder in the territory’s file.",
    both: (mute: number, lying: number) =>
      `${mute === 1 ? "One feed is" : `${feedsOf(mute, f)} are`} silent, and ${sensorsOf(lying, f)} may be lying.`,
    mute: (mute: number) =>
      `${mute === 1 ? "One feed is" : `${feedsOf(mute, f)} are`} silent; no sensor seems to be lying.`,
    lying: (lying: number) => `All feeds report; ${sensorsOf(lying, f)} may be lying.`,
    well: "All feeds report, and no sensor seems to be lying.",
    coverage: (share: string, days: number) =>
      `Over ${daysOf(days, f)}, ${share} of open hours were measured.`,
    worst: (name: string, what: string) => `${name}: ${what}`,
  },
  title: {
    holes: (name: string, bad: number, due: number) =>
      `${name}: ${daysOf(bad, f)} out of ${f.int(due)} to look at`,
    whole: (days: number) => `${daysOf(days, f)} without a hole`,
  },
  sub: (narrow: boolean) =>
    `One stripe per feed, one cell per day${narrow ? ", last 28 days" : ""}. On the right: what is wrong now.`,
  chartLabel: (feeds: number, from: string, to: string, bad: number) =>
    `State of ${feedsOf(feeds, f)} day by day from ${from} to ${to}; ${f.int(bad)} ${bad === 1 ? "cell" : "cells"} to look at. The table below gives each day.`,
  health: {
    ok: "up to date",
    late: (length: string) => `${length} late`,
    silent: "silent",
    never: "nothing ever received",
    failed: "failed",
  },
  length: (minutes: number) => lengthOf(minutes, f),
  state: {
    ok: "up to date",
    late: "arrived late",
    partial: "partial, less than 90% of hours",
    missing: "missing: this is not zero",
    suspect: "suspect",
    corrected: "corrected by the source",
    due: "expected, still in time",
    rest: "empty: closed, nothing was due",
  },
  short: {
    ok: "Up to date",
    late: "Late",
    partial: "Partial",
    missing: "Missing",
    suspect: "Suspect",
    corrected: "Corrected",
    due: "Expected",
    rest: "Nothing due",
  },
  dataState: {
    current: "Up to date",
    late: "Late",
    partial: "Partial",
    estimated: "Estimated",
    corrected: "Corrected",
  },
  figures: {
    now: "Up to date now",
    nowUnit: (n: number) => `of ${feedsOf(n, f)}`,
    nowText: "A feed is late once it is silent for longer than it may be; closed hours do not count.",
    measured: "Open hours measured",
    measuredUnit: (days: number) => `over ${daysOf(days, f)}`,
    partial: (names: string) => `Partial, less than 90%: ${names}. Totals there are lower bounds.`,
    complete: "Every site is above 90%.",
    nothing: "Nothing was due.",
    aside: "Rows set aside",
    asideText: (reasons: string) => `Unusable: ${reasons}. They enter no total.`,
    noAside: "Every row received was of use.",
  },
  problems: {
    title: "To do, worst first",
    none: "Nothing to do.",
    todo: "To do:",
    day: "See this day",
    note: "Write the fault down",
    noted: "Fault written down",
    failed: "the source refuses or has changed",
    held: "the source no longer gives too much of what it gave: nothing is removed",
    silent: (day: string, over: string, allowance: string) =>
      `nothing since ${day}, ${over} beyond the ${allowance} allowed`,
    never: "nothing has ever arrived",
    late: (day: string, over: string, allowance: string) =>
      `last data on ${day}, ${over} beyond the ${allowance} allowed`,
    stuck: (hours: number, days: number, last: string) =>
      `one value repeated for ${hoursOf(hours, f)}${days > 1 ? `, ${daysOf(days, f)}, the last` : ""} on ${last}`,
    ratio: (times: string, last: string) =>
      `the door counts ${times} times what ticket sales suggest, on ${last}`,
    drift: (times: string) => `the door counts ${times} times what it used to for as many tickets`,
    clock: (minutes: number) => `clock off by about ${f.int(Math.abs(minutes))} minutes, it seems`,
    future: (n: number) => `${linesOf(n, f)} dated later than now`,
    columns: (n: number, names: string) =>
      `${n === 1 ? "a new column that nobody reads" : `${f.int(n)} new columns that nobody reads`}: ${names}`,
    gaps: (share: string, days: number) => `${share} of open hours measured, ${daysOf(days, f)} with a hole`,
    rejected: (n: number, reasons: string) => `${linesOf(n, f)} set aside (${reasons})`,
    do: {
      failed: "check access and format with the supplier",
      held: "ask the source; if it is meant, confirm it with beffroi ingest --feed … --accept-loss",
      silent: "check the sensor’s power and network, then call the supplier",
      late: "wait, or check the network; today’s totals stay partial",
      stuck: "clean or restart the sensor, and write the fault down so that forecasts learn nothing from it",
      ratio: "look at this day: a group without tickets, a blocked door, a sensor moved?",
      drift: "clean the sensor, check its height and angle, or calibrate it anew",
      clock: "compare the sensor’s time with the till’s",
      future: "set the sensor’s clock, or the time zone in the territory file",
      columns: "see whether one replaces a column that is read; if not, nothing",
      gaps: "fill in counts by hand, or write the fault down",
      rejected: "correct the source and send it again: the right row replaces the old one",
    },
  },
  corrections: {
    title: "Corrected since",
    intro: "Totals of past days that the source changed, in its own unit; the newest correction first.",
    line: (name: string, day: string, detail: string) => `${name}, ${day}: ${detail}`,
    late: "arrived afterwards",
    corrected: "facts changed or withdrawn",
    more: (n: number) => `${f.int(n)} more ${n === 1 ? "correction" : "corrections"} in the JSON file.`,
  },
  ratio: {
    title: (site: string) => `${site}: entries per 100 tickets`,
    inside: (days: number) => `Door and till agree on ${daysOf(days, f)}.`,
    outside: (n: number, days: number) => `${daysOf(n, f)} out of ${f.int(days)} outside the band.`,
    few: "Too few complete days for a band: ten are needed.",
    band: (low: string, high: string) => `Usually between ${low} and ${high}, by the 28 open days before.`,
    point: (n: string, day: string) => `${n} on ${day}`,
    label: (site: string, days: number, outside: number) =>
      `${site}, entries per 100 tickets on ${daysOf(days, f)}; ${f.int(outside)} outside the usual band.`,
    clock: (minutes: number) =>
      `The door is about ${f.int(Math.abs(minutes))} minutes ${minutes > 0 ? "behind" : "ahead of"} the till.`,
    more: (n: number) => `${f.int(n)} more ${n === 1 ? "site" : "sites"} in the table.`,
  },
  reason: {
    malformed: "unreadable row",
    unknown_site: "unknown site",
    bad_number: "unreadable number",
    negative: "negative number",
    bad_time: "unreadable time",
    nonexistent_time: "time that does not exist",
    ambiguous_time: "ambiguous time",
    future: "date in the future",
    missing_field: "missing field",
    bad_encoding: "unreadable characters",
    too_long: "text too long",
    too_large: "number too large",
    personal_data: "personal data",
    unknown_value: "unknown value",
  },
  pick: { open: "Look at a day", feed: "Feed", all: "All feeds", day: "Day", show: "Show" },
  day: {
    title: (day: string, feed: string | null) => `${capital(day)}${feed ? ` · ${feed}` : ""}`,
    arrived: "Arrived on that day",
    nothing: "No run on that day.",
    cols: {
      feed: "Feed",
      runs: "Runs",
      accepted: "Accepted",
      unchanged: "Unchanged",
      revised: "Revised",
      rejected: "Set aside",
    },
    rejected: "Set aside on that day",
    rejectedCols: { reason: "Reason", count: "Rows", example: "Example: place and fault, never the row" },
    readings: "Readings of the day, hour by hour",
    readingsCols: { hour: "Hour", people: "Counted", steps: "Readings" },
    noReadings: "No reading for this day. This is not zero.",
    measure: {
      entries: "entries",
      admissions: "tickets scanned",
      tickets: "tickets",
      manual: "counted by hand",
    },
  },
  aside: {
    title: "Rows set aside",
    waiting: (open: number, held: number) =>
      open === 0
        ? `None is waiting: ${f.int(held)} kept, all corrected or dropped.`
        : `${capital(linesOf(open, f))} to correct, out of ${f.int(held)} kept.`,
    see: (feed: string) => `${feed}: see the rows`,
    rows: "See the rows",
    cols: { place: "Place", reason: "Reason", fault: "Fault", kept: "What is kept of it" },
    withheld: (names: string) => `not kept: ${names}`,
    nothing: "nothing",
    form: {
      row: "Row",
      field: "Field",
      drop: "none: drop it",
      text: "What it is, or why it is dropped",
      send: "Correct",
    },
    how: "Only the fields that the configuration names are kept, never what may point to somebody. Correct the source and send it again; correct one at a time here; or many at once, on the server:",
    file: "All these rows, as CSV",
  },
  fault: {
    title: "Write a fault down",
    text: "What was received stays; ticked, the fault tells forecasts to learn nothing from it.",
    noted: "Faults written down",
  },
  twin: (days: number) => `The same stripes as a table: ${daysOf(days, f)}`,
  twinDays: "Days and feeds to look at",
  twinFeeds: "Feeds: last sign, silence allowed, share measured",
  cols: {
    day: "Day",
    ratio: "Entries per 100 tickets (usual band)",
    told: "To look at",
    feed: "Feed",
    last: "Last data",
    allowance: "Silence allowed",
    measured: "Measured",
    now: "Now",
  },
  allWell: "all up to date",
  how: "A counter owes readings of every open hour, a till a sign of life. Suspect: one value repeated too long for chance, or a door outside its band (median ± 3 robust deviations of the 28 open days before).",
  howCoverage: (share: string) => `Valid measures for ${share} of open hours.`,
});
