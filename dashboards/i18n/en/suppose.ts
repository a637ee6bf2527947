/** English: the screen "What if?". */
import { capital, type Ends, type Format } from "../format.ts";
import { reasons, weather } from "./reasons.ts";

const TIMES = "8\u00a0times\u00a0in\u00a010";
const plural = (n: number) => (Math.round(n) === 1 ? "" : "s");

export const suppose = (f: Format) => ({
  reasons,
  weather,
  shareTo: " to ",
  title: "What if?",
  situation: (day: string, time: string) => `${capital(day)}, situation at ${time}`,
  nothing: "What if we opened on another day, if entry were free, if it rained?",
  nothingNext: "The answer is a range, or a refusal where the past says nothing.",
  waiting: "The computation waits for its turn.",
  waitingNext: "The page reloads by itself every three seconds; there is nothing to do.",
  noDay: "No day fits the question.",
  noDayNext:
    "That weekday does not exist between these two dates, or nothing is changed: complete the question.",
  opening: (hours: string) => `open ${hours}`,
  shut: "closed",
  group: (people: number) => (people === 1 ? "one person books" : `a group of ${f.int(people)} books`),
  rain: (mm: string) => (mm === "0" ? "no rain" : `${mm}\u00a0mm of rain`),
  temperature: (degrees: string) => `${degrees}\u00a0°C`,
  free: "free entry",
  days: (from: string, to: string, n: number, weekday: string | null) =>
    `${f.int(n)} ${weekday ?? "day"}s from ${from} to ${to}`,
  more: (subject: string, ends: Ends) =>
    `${subject}: ${f.between(ends)} more visit${plural(ends.high)}, ${TIMES}.`,
  fewer: (subject: string, ends: Ends) =>
    `${subject}: ${f.between(ends)} fewer visit${plural(ends.high)}, ${TIMES}.`,
  unclear: (subject: string, fewer: number, more: number) =>
    `${subject}: no effect could be measured, between ${f.int(fewer)} fewer visit${plural(fewer)} and ${f.int(more)} more, ${TIMES}.`,
  refused: (subject: string, reason: string) => `${subject}: nothing can be said, ${reason}.`,
  refusedSome: (n: number) =>
    n === 1 ? "One day has no answer: reason below." : `${f.int(n)} days have no answer: reasons below.`,
  asIs: (range: string) => `As forecast: ${range}.`,
  withChange: (range: string) => `With this change: ${range}.`,
  rangeVisits: (ends: Ends) => `${f.between(ends)} visit${plural(ends.high)}`,
  nobody: "nobody",
  plan: (name: string, day: string) => `Plan “${name}”, frozen on ${day}:`,
  planHeld: (inside: number, measured: number) =>
    `${f.int(inside)} of ${f.int(measured)} day${plural(measured)} inside the planned range.`,
  planWaits: "none of its days is measured yet.",
  planNext: (days: number, measured: number) =>
    `${f.int(measured)} of its ${f.int(days)} days ${measured === 1 ? "is" : "are"} measured whole.`,
  ask: "The question",
  groups: { days: "Which days", opening: "Opening", public: "Public", weather: "Weather" },
  fields: {
    day: "First day",
    last: "Last day",
    weekday: "Only",
    everyDay: "every day",
    opens: "Opens at",
    closes: "Closes at",
    closed: "Closed all day",
    free: "Free entry",
    group: "Group of",
    event: "Event",
    noEvent: "none",
    rain: "Rain, mm (08:00 – 20:00)",
    temperature: "Temperature max., °C",
  },
  submit: "Compute",
  clear: "Clear the question",
  weekdays: (weekday: string) => `${weekday}s`,
  chartPlain: "The next four weeks, as they are forecast",
  chartWeeks: "The days around the question",
  chartOne: (day: string, before: string, after: string) =>
    `${capital(day)}: ${after} with the change, ${before} without`,
  chartMany: (n: number) => `${f.int(n)} days change, the others stay as forecast`,
  chartRefused: "These days stay as forecast",
  sub: "Visits a day, 8 days in 10",
  label: (from: string, to: string, changed: string) =>
    `Visits forecast from ${from} to ${to}${changed ? `; changed: ${changed}` : ""}. The table gives each value.`,
  key: {
    plain: "as forecast, 8 days in 10; line: middle",
    before: "changed day, without the change",
    after: "changed day, with the change: 8 days in 10, 5 days in 10, middle",
    came: "visits that came",
    closed: "closed",
  },
  figures: {
    difference: "Difference",
    differenceText: (clear: boolean, days: number) =>
      `${clear ? "The effect shows: the range does not hold zero." : "The range holds zero: nothing says that this changes anything."}${
        days > 1 ? ` Sum of ${f.int(days)} days.` : ""
      }`,
    differenceLabel: (low: string, high: string) =>
      `Difference between ${low} and ${high} visits, zero marked`,
    before: "As forecast",
    after: "With the change",
    unit: "visits",
    total: (days: number) => (days === 1 ? "8 days in 10" : `${f.int(days)} days together, 8 times in 10`),
    closed: "closed",
    together: (days: number) => (days === 1 ? "" : `${f.int(days)} days together`),
  },
  basisTitle: "What this rests upon",
  basisModel: "Middle of the range: the model’s.",
  basisPast: "Middle of the range: that of past days, the model knows no such change.",
  refusedTitle: "What cannot be said",
  scenarios: "Scenarios kept",
  noScenario: "No scenario kept for this site.",
  keep: "Keep this scenario as",
  keepButton: "Keep",
  freeze: "Freeze as the plan",
  drop: "Drop",
  aria: (action: string, name: string) => `${action}: ${name}`,
  status: { draft: "draft", plan: "plan", dropped: "dropped" },
  frozen: (day: string) => `frozen on ${day}`,
  kept: (day: string) => `kept on ${day}`,
  keepNote: "Freezing keeps today’s forecast: it changes no more and is compared with what comes.",
  scenarioCols: { name: "Scenario", days: "Days", what: "What changes", status: "State", act: "Do" },
  twin: "Each day as a table",
  caption: (from: string, to: string) => `Visits forecast and changed from ${from} to ${to}`,
  cols: {
    day: "Day",
    open: "Open",
    before: "As forecast",
    after: "With the change",
    difference: "Difference",
    came: "Came",
  },
  cannot: "cannot be said",
  differenceRange: (low: string, high: string) => `${low} to ${high}`,
  how: "Each change is measured on past days that had it, against ordinary days around them. The difference has a range of its own: it is not the gap between two forecasts.",
  howOrigin: (day: string, time: string, model: string) =>
    `Computed from what was known on ${day} at ${time} (model “${model}”).`,
  howSum:
    "Over several days the ends add up: the same effect holds for all, and where it is weaker on one day it is on each.",
});
