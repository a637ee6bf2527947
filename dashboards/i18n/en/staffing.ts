/** English: the screen "Staffing". */
import { capital, type Format } from "../format.ts";
import { WORDS } from "./outlook.ts";

const word = (n: number, f: Format) => WORDS[n] ?? f.int(n);
const people = (n: number, f: Format) => `${word(n, f)} ${n === 1 ? "person" : "people"}`;

export const staffing = (f: Format) => ({
  noRule: "Without a rule for the desk nobody can say how many people it needs.",
  noRuleNext:
    "Write in the territory file how many visits one person receives in an hour (desk: visits_per_person).",
  closedWeek: "Closed the whole week: nobody is expected at the desk.",
  beyond: (until: string) => `No hourly forecast for this week yet: it reaches to ${until}.`,
  beyondPast: "No hourly forecast was kept for this week.",
  beyondNext: "The plan can be written already; the need will come with the forecast.",
  answer: (day: string, need: string, plan: string) => `${capital(day)}, ${need}: ${plan}.`,
  peak: (n: number, from: string, to: string) => `${people(n, f)} from ${from} to ${to}`,
  after: (n: number) => `${word(n, f)} after that`,
  before: (n: number) => `${word(n, f)} before`,
  rest: (n: number, isExact: boolean) =>
    isExact ? `${word(n, f)} the rest of the time` : `at most ${word(n, f)} the rest of the time`,
  planShort: (n: number) => `the plan has ${n === 0 ? "none" : word(n, f)}`,
  planEnough: "the plan is enough",
  planNone: "nothing is planned yet",
  weekShort: (hours: string, days: string) =>
    `To be enough 8 times in 10 the week lacks ${hours} of presence: ${days}.`,
  weekEnough: "In each half-hour of the week the plan is enough 8 times in 10.",
  weekPart: (days: string) => `Not planned yet: ${days}.`,
  weekNone: (hours: string) =>
    `The week needs ${hours} of presence to be enough 8 times in 10 in each half-hour.`,
  group: (day: string, places: string, planned: number) =>
    `${capital(day)}, closed to the public: a group (${places} places), ${
      planned === 0 ? "at least one person" : `the plan has ${people(planned, f)}`
    }.`,
  hours: (n: number) => `${Number.isInteger(n) ? f.int(n) : f.decimal(n)}\u00a0h`,
  titleShort: (n: number, day: string, from: string, to: string) =>
    `${capital(people(n, f))} missing on ${day} from ${from} to ${to}`,
  titleEnough: "The plan covers the need all week",
  titlePeak: (n: number, day: string, from: string, to: string) =>
    `The greatest need: ${people(n, f)}, ${day} from ${from} to ${to}`,
  titleNone: "Plan of the week",
  week: (from: string, to: string) => `week of ${from} to ${to}`,
  subWide: "People at the desk by half-hour",
  subNarrow: "People at the desk by half-day",
  previous: "week before",
  next: "week after",
  chartLabel: (from: string, to: string, best: string) =>
    `People needed and planned at the desk, from ${from} to ${to}${best ? `; ${best}` : ""}. The table gives every span.`,
  best: (day: string, n: number) => `most on ${day}, ${f.int(n)}`,
  unit: "people",
  missing: (n: number) => `−${f.int(n)}`,
  noForecast: "no forecast",
  flag: (time: string) => `now, ${time}`,
  key: {
    need80: "enough 8 times in 10",
    need50: "enough 5 times in 10",
    planned: "planned",
    short: "somebody is missing",
    closed: "closed",
    unknown: "no forecast",
  },
  figures: {
    need: "Needed, 8 times in 10",
    needWhy: (half: string) => `of presence at the desk; ${half} would be enough every other time`,
    planned: "Planned",
    plannedWhy: (need: string) => `in the hours for which the need is known, ${need}`,
    plannedNone: "nothing is planned: that is not zero",
    short: "Missing",
    shortWhy: "where the plan is below the need of 8 times in 10; too many elsewhere does not help",
    shortNone: "no plan to compare with",
  },
  halvesTitle: "By half-day",
  halvesCaption: (from: string, to: string) => `People needed and planned, from ${from} to ${to}`,
  halves: {
    day: "Day",
    morning: "Morning, needed",
    morningPlan: "planned",
    afternoon: "Afternoon, needed",
    afternoonPlan: "planned",
  },
  halvesNote: "From 5 to 8 times in 10. The morning ends at 13:00.",
  formTitle: "Change the plan",
  form: {
    day: "Day",
    from: "From",
    to: "to",
    people: "People",
    weeks: "Weeks in a row",
    save: "Save",
  },
  formNote:
    "Numbers, never names. Zero means that nobody is to be there. The last entry holds, the ones before it are kept.",
  twin: "The week as a table",
  dayCaption: (from: string, to: string) => `By day, from ${from} to ${to}`,
  runCaption: "By span of hours",
  dayCols: {
    day: "Day",
    open: "Open",
    peak: "At most, 8 times in 10",
    need: "Presence needed",
    planned: "Planned",
    short: "Missing",
  },
  runCols: {
    span: "Span",
    need50: "5 times in 10",
    need80: "8 times in 10",
    planned: "Planned",
  },
  how: (rule: string) =>
    `One person receives ${rule} visits an hour, and at least one is there while the site is open.`,
  howLevels:
    "Visits by hour from the forecast; “8 times in 10” is taken between the 75% and 90% quantiles, a third of the way.",
  howIssued: (day: string, time: string) => `Forecast issued on ${day} at ${time}.`,
  howPlan: (day: string, time: string) => `Plan changed on ${day} at ${time}.`,
});
