/** English: the screen "Can we trust it?". */
import { capital, type Format } from "../format.ts";

const NUMBERS: Readonly<Record<number, string>> = { 2: "two", 3: "three", 7: "seven" };
const plural = (n: number) => (n === 1 ? "" : "s");

/** A number of days as it is written. */
const daysOf = (days: string) => `${days} ${days === "1" ? "day" : "days"}`;

export const trust = (f: Format) => ({
  title: "Can we trust it?",
  judged: (days: number, lead: string) => `${f.int(days)} open day${plural(days)} checked, forecast ${lead}`,
  at: (lead: number) => (lead === 1 ? "the day before" : `${NUMBERS[lead] ?? f.int(lead)} days ahead`),
  before: (lead: number) => (lead === 1 ? "the day before" : `${f.int(lead)} days before`),
  short: (lead: number) => `D-${lead}`,
  error: (at: string, error: number, rule: string | null) =>
    `${capital(at)}, the forecast was off by ${f.int(error)} visit${plural(Math.round(error))} on average${
      rule === null ? "" : `; the simple rule by ${rule}`
    }.`,
  naiveWins: "For this site “same day last year” errs less than our model.",
  ruleShown: "So we show that rule.",
  insideOf: (inside: number, days: number) =>
    days === 1
      ? `The only day checked fell ${inside === 1 ? "inside" : "outside"} the announced range.`
      : `${f.int(inside)} of these ${f.int(days)} days fell inside the announced range; 8 in 10 were promised.`,
  tooFew: (days: number, needed: number) =>
    `Too early to say: ${days === 0 ? "no day" : `${f.int(days)} day${plural(days)}`} checked out of the ${f.int(needed)} needed.`,
  tooFewNext: "Each open day that is measured checks one more.",
  soFar: (error: number, days: number) =>
    `So far off by ${f.int(error)} visit${plural(Math.round(error))} on average over ${f.int(days)} day${plural(days)}.`,
  titleFew: "Too few days checked to compare",
  titleBetterSoFar: "The forecast beats the simple rule wherever enough days are checked",
  titleBetter: "The forecast beats the simple rule at every distance",
  titleUntil: (lead: number) =>
    `The forecast beats the simple rule up to ${f.int(lead)} day${plural(lead)} ahead; further out, the simple rule does as well or better`,
  titleMixed: (better: number, all: number) =>
    `The forecast beats the simple rule at ${f.int(better)} of ${f.int(all)} distances`,
  titleWorse: "The simple rule does better at every distance",
  titleAlone: (near: string, far: string) =>
    near === far
      ? `The error is ${near} visits`
      : `The error grows from ${near} visits the day before to ${far} furthest out`,
  sub: "Mean error in visits a day, by days ahead",
  unit: "visits off",
  forecast: "forecast",
  rule: "simple rule",
  errorsLabel: (parts: string) => `Mean error by days ahead: ${parts}. The table gives each value.`,
  errorsPart: (lead: string, error: string, rule: string | null) =>
    `${lead}, ${error}${rule === null ? "" : ` against ${rule}`}`,
  coverage: "Inside the range, 8 days in 10 promised",
  coverageNote:
    "Line: 8 in 10. Band: what chance lets expect of so many days, 8 times in 10. Dot: what happened.",
  cols: {
    lead: "Forecast",
    error: "Error",
    rule: "Simple rule",
    inside: "Inside the range",
    plot: "From 0 to 10 days in 10",
    share: (inside: string, days: string) => `${inside} of ${days}`,
  },
  figures: {
    error: (at: string) => `Mean error, ${at}`,
    errorText: (days: string, mean: string, median: string | null) =>
      `Over ${daysOf(days)} with ${mean} visits on average.${median === null ? "" : ` The simple rule: ${median}.`}`,
    inside: (at: string) => `Inside the range, ${at}`,
    insideUnit: (days: string) => `of ${daysOf(days)}`,
    insideText: (share: string | null) =>
      share === null
        ? "Too few days for a percentage; 8 in 10 promised."
        : `${share}, for ${f.percent(0.8)} promised.`,
    lastMiss: (day: string, n: string, low: string, high: string) =>
      `Last miss: ${day}, ${n} visits for ${low} to ${high} announced.`,
    bias: "Leaning",
    biasUnit: "visits a day",
    biasNone: "Neither too high nor too low: under one visit a day on average.",
    biasHigh: (days: string) => `Too high on average, over ${daysOf(days)}: fewer people came than forecast.`,
    biasLow: (days: string) => `Too low on average, over ${daysOf(days)}: more people came than forecast.`,
  },
  lastTitle: (inside: number, days: number, at: string) =>
    days === 1
      ? `The last forecast, ${at}, was ${inside === 1 ? "right" : "wrong"}`
      : `${f.int(inside)} of the last ${f.int(days)} forecasts, ${at}, kept their range`,
  lastSub: "Visits per open day; misses are shown like the rest",
  lastLabel: (from: string, to: string, inside: number, days: number) =>
    `Announced ranges and visits that came from ${from} to ${to}: ${f.int(inside)} of ${f.int(days)} days inside. The table gives each value.`,
  choose: "Forecast:",
  key: {
    range: "announced, 8 days in 10; line: middle",
    quartiles: "announced: 8 days in 10, 5 days in 10, middle",
    came: "visits that came",
    miss: "outside the range, with the number of visits",
    estimated: "estimated",
    zero: "no visit, open",
    missing: "missing data",
    closed: "closed",
    retrospective: "forecast made up afterwards, from what was known then",
  },
  vintageTitle: (day: string, inside: number, measured: number) =>
    measured === 0
      ? `The forecast of ${day}: none of its days is measured yet`
      : `The forecast of ${day}, as it was: ${f.int(inside)} of ${f.int(measured)} days inside the range`,
  vintageSub: (retrospective: boolean) =>
    retrospective
      ? "Made up afterwards, from what was known that morning"
      : "Served that day, never changed since",
  vintageLabel: (from: string, to: string) =>
    `Forecast from ${from} to ${to} as it was issued, and visits that came since. The table gives each value.`,
  vintageAsk: "Show again the forecast of",
  vintageShow: "Show again",
  weekBefore: "a week earlier",
  weekAfter: "a week later",
  twin: "All differences as tables",
  leadsCaption: "Errors by days ahead",
  lastCaption: (at: string) => `Last forecasts, ${at}, and visits that came`,
  vintageCaption: (day: string) => `Forecast of ${day} and visits that came`,
  twinCols: {
    day: "Day, and the forecast of then",
    promised: "Announced, 8 days in 10, and middle",
    rule: "Simple rule",
    visits: "Came",
  },
  promised: (range: string, middle: string, retrospective: boolean) =>
    `${range}, middle ${middle}${retrospective ? " (made up afterwards)" : ""}`,
  judgedVisits: (visits: string, inside: boolean) =>
    `${visits}, ${inside ? "inside the range" : "outside the range"}`,
  notYet: "to come",
  partial: (n: string) => `${n}, partial`,
  how: "Error: mean difference between the middle of the forecast and the visits, without sign, over the open days of the last six months that were measured whole. Simple rule: the comparable day of last year, else the same day of the last week known.",
  howKept: "A forecast that was served is never rewritten.",
  howServed: (day: string) => `Forecasts served since ${day}.`,
  howNoneServed: "No forecast has been served yet.",
  howRetrospective: (n: number, days: number) =>
    days === 1
      ? "The forecast checked was made up afterwards, from what was known then."
      : `${f.int(n)} of the ${f.int(days)} forecasts checked ${n === 1 ? "was" : "were"} made up afterwards, from what was known then.`,
});
