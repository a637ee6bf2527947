/** English: the screen "Logbook and calendar". */
import { capital, type Format } from "../format.ts";

const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(Math.abs(n)) === 1 ? "visit" : "visits"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"}`;
const unusualOf = (n: number, f: Format) => `${f.int(n)} unusual ${n === 1 ? "day" : "days"}`;
const judgedOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"} judged`;
const hoursOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "hour" : "hours"}`;

export const logbook = (f: Format) => ({
  period: (from: string, to: string) => (from === to ? capital(to) : `From ${from} to ${to}`),
  scope: (n: number, all: boolean) => (all ? `All ${n} sites` : n === 1 ? "One site" : `${n} sites`),
  some: "some kinds only",
  change: "Change the period, the sites, the kinds",
  from: "From",
  last: "to",
  sites: "Sites",
  kinds: "Kinds",
  apply: "Show",
  allSites: "All sites",
  kind: {
    note: "Note",
    event: "Event",
    closure: "Closure",
    fault: "Fault",
    action: "Action",
    holiday: "Public holiday",
    break: "School holidays",
    correction: "Correction",
    unusual: "Unusual day",
  },
  answer: {
    open: (n: number, judged: number, left: number) =>
      left === n
        ? `${unusualOf(n, f)} out of ${judgedOf(judged, f)}: ${n === 1 ? "no note explains it" : "no note explains any of them"}.`
        : `${unusualOf(n, f)} out of ${judgedOf(judged, f)}, ${f.int(left)} without a note.`,
    noted: (n: number, judged: number) =>
      n === 1
        ? `One unusual day out of ${judgedOf(judged, f)}, and a note tells of it.`
        : `${unusualOf(n, f)} out of ${judgedOf(judged, f)}: a note tells of each.`,
    calm: (judged: number) => `Nothing unusual in ${judgedOf(judged, f)}.`,
    unjudged: "No day has a forecast to be held against yet.",
    nothing: "Nothing is written down about this period.",
  },
  second: {
    counting: (counting: number, written: number) =>
      written === 0
        ? "Nobody has written anything down yet."
        : counting === 0
          ? written === 1
            ? "The only note is not in the model."
            : `None of the ${f.int(written)} notes is in the model.`
          : counting === written
            ? written === 1
              ? "The only note is in the model."
              : `All ${f.int(written)} notes are in the model.`
            : `${f.int(counting)} of ${f.int(written)} notes ${counting === 1 ? "is" : "are"} in the model.`,
    next: (name: string, from: string, to: string) =>
      `Coming: ${name}, ${from === to ? from : `${from} to ${to}`}.`,
  },
  title: {
    unusual: (site: string, day: string, n: number, range: string, more: boolean) =>
      `${site}, ${day}: ${visits(n, f)}, far ${more ? "more" : "fewer"} than forecast (${range})`,
    plain: "What happened, week by week",
  },
  sub: (narrow: boolean) =>
    `One line per site${narrow ? ", nine weeks" : ""}. Filled: in the model. Outlined: not in it.`,
  chartLabel: (from: string, to: string, n: number, unusual: number) =>
    `Logbook from ${from} to ${to}: ${f.int(n)} lines, ${unusualOf(unusual, f)} among them. The table below gives each line.`,
  flag: (time: string) => `today, ${time}`,
  key: {
    event: "event",
    holiday: "public holiday",
    closure: "closed for more than a week",
    note: "note",
    fault: "fault",
    action: "action",
    correction: "day corrected",
    more: "far more than forecast",
    fewer: "far fewer than forecast",
    out: "outlined: not in the model",
    breaks: "school holidays",
  },
  figures: {
    unusual: "Unusual days",
    unusualUnit: (judged: number) => `out of ${judgedOf(judged, f)}`,
    unusualText:
      "Very far from what was forecast the day before. Chance alone marks about one per site and two months.",
    model: "Notes in the model",
    modelUnit: (n: number) => `out of ${f.int(n)}`,
    modelText:
      "Events, closures and faults that were ticked: forecasts made since take them into account. The calendar always is.",
    corrections: "Days corrected",
    correctionsUnit: (change: string) => `${change} visits`,
    correctionsText:
      "Figures that the source changed after the day was over. Forecasts learn from the corrected ones.",
    noCorrections: "No source has changed a past day.",
  },
  list: {
    unusual: "To be explained",
    noUnusual: "Every unusual day has its note, or there is none.",
    more: (n: number) => `${f.int(n)} more in the table.`,
    came: (n: number, range: string) => `${visits(n, f)} where ${range} were forecast, 8 days in 10.`,
    cause: (text: string) => `Likely cause: ${text}.`,
    explain: "Write down what happened",
    written: "Written down",
    noWritten:
      "Nothing is written down about this period. One line is enough: “snow”, “roadworks at the entrance”.",
    withdraw: "Withdraw",
    withdrawn: (day: string) => `Withdrawn on ${day}.`,
    inModel: "In the model",
    notInModel: "Not in the model",
    effect: "See its effect",
    calendar: "In the calendar",
    coming: "Coming",
    writtenOn: (day: string) => `written on ${day}`,
  },
  cause: {
    silent: (n: number) => `the counter or till was silent for ${hoursOf(n, f)}`,
    stuck: (n: number) => `the counter repeated one value for ${hoursOf(n, f)}`,
    otherSource: "the site’s other source says otherwise",
    revised: (n: string) => `corrected since by ${n}`,
    event: (name: string) => name,
    rain: (mm: number) =>
      mm > 0 ? `${f.decimal(mm)} mm more rain than forecast` : `${f.decimal(-mm)} mm less rain than forecast`,
    temperature: (degrees: number) =>
      degrees > 0
        ? `${f.decimal(degrees)} °C warmer than forecast`
        : `${f.decimal(-degrees)} °C colder than forecast`,
    everywhere: (n: number) =>
      n === 1 ? "one other site moved the same way" : `${f.int(n)} other sites moved the same way`,
    unknown: "none is known",
  },
  correction: (before: string, after: string) => `${before} → ${after} visits`,
  span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  form: {
    open: "Add a note",
    site: "Site",
    from: "First day",
    last: "Last day",
    kind: "Kind",
    text: "In a few words",
    textHint: "Nothing about persons: no name, telephone number or mail address.",
    counts: "Counts in the model",
    countsHint:
      "For an event, a closure or a fault. Forecasts made afterwards take it into account; from a fault they learn nothing.",
    send: "Write down",
  },
  effect: {
    title: (name: string) => `What “${name}” changed`,
    choose: "The action is about all sites: choose one to see what it changed there.",
    refused: {
      early: "Too early to say: two weeks of counts since the action are needed.",
      before: "Too little was counted before the action: eight weeks are needed.",
      few: "Too few days were counted since the action to say anything.",
      placebos: "No earlier time is long enough to compare with.",
      other: "The effect could not be measured.",
    },
    first: (days: number, measured: number, low: number, high: number) =>
      `${visits(measured, f)} in ${daysOf(days, f)}; without the action between ${f.int(low)} and ${f.int(high)}, 8 times in 10.`,
    verdict: {
      up: (low: string, high: string) => `A clear effect: between ${low} and ${high} visits per open day.`,
      down: (low: string, high: string) => `A clear drop: between ${low} and ${high} visits per open day.`,
      unsure: (low: string, high: string) =>
        `Effect uncertain: between ${low} and ${high} visits per open day. Concluding nothing remains reasonable.`,
    },
    placebos: (n: number, chance: string) =>
      `Grey strokes: the same sum at ${f.int(n)} dates when nothing was done. ${chance} of them lie as far from zero.`,
    rulerLabel: (low: string, high: string, n: number) =>
      `Effect between ${low} and ${high}, above ${f.int(n)} placebos.`,
    controls: (n: number) =>
      n === 0
        ? ""
        : n === 1
          ? "The move of one other site was taken off."
          : `The common move of ${f.int(n)} other sites was taken off.`,
  },
  twin: (n: number) => `The logbook as a table: ${f.int(n)} ${n === 1 ? "line" : "lines"}`,
  twinWeeks: "What happened by week",
  twinAll: "All lines of the logbook",
  weekCols: { week: "Week", said: "Notes and calendar", data: "What the data say" },
  cols: { days: "Days", kind: "Kind", site: "Site", what: "What", model: "Model" },
  yes: "yes",
  no: "no",
  how: "Calendar and opening rules: the territory’s file. Notes: written here, never erased, only withdrawn. Unusual days: measured far from the forecast of the day before. Corrections: what sources changed afterwards.",
  connect: "Notes are anonymous: nothing about persons is kept.",
});
