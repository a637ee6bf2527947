/** English: the screen "Outlook". */
import { capital, type Ends, type Format } from "../format.ts";

/** Small numbers of people in words, from none on. */
export const WORDS = [
  "nobody",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

export const outlook = (f: Format) => ({
  situation: (day: string, time: string) => `${capital(day)}, situation at ${time}`,
  otherSite: "Another site",
  tomorrowClosed: "Tomorrow, closed.",
  tomorrowGroup: (n: string) => `Tomorrow, closed to the public: one group of ${n}.`,
  dayRange: (name: string, range: Ends) =>
    `${capital(name)}: ${f.between(range)} visits, 8\u00a0days\u00a0in\u00a010.`,
  tomorrowOpen: (tomorrow: Ends, name: string, range: Ends) =>
    `Tomorrow: ${f.between(tomorrow)} visits. ${capital(name)}: ${f.between(range)}, 8\u00a0days\u00a0in\u00a010.`,
  tomorrow: (weekday: string) => `tomorrow ${weekday}`,
  todayName: "today",
  weekdayDate: (weekday: string, date: string) => `${weekday} ${date}`,
  booked: (n: number, day: string) =>
    n === 0
      ? `No place booked so far for ${day}.`
      : n === 1
        ? `One place is already booked for ${day}.`
        : `${f.int(n)} places are already booked for ${day}.`,
  desk: (parts: string) => `At the desk: ${parts}.`,
  deskPart: (n: number, days: string, first: boolean, group: boolean) => {
    const word = WORDS[n] ?? f.int(n);
    return `${word}${first && n > 0 ? (n === 1 ? " person" : " people") : ""} on ${days}${group ? " for a group" : ""}`;
  },
  nothingAhead: "No opening planned in the next four weeks.",
  closedLong: "Closed over the last two weeks and the next four.",
  refusedNext: "The measured days are below; the forecast will come with the weeks.",
  titlePeak: (day: string, weekdays: string, range: Ends, until: string) =>
    `After the peak of ${day}, ${weekdays} at around ${f.upTo(range)} visits until ${until}`,
  titlePlain: (weekdays: string, range: Ends, until: string) =>
    `${capital(weekdays)} at around ${f.upTo(range)} visits until ${until}`,
  titleOne: (day: string, n: string) => `The strongest day ahead: ${day}, about ${n} visits`,
  titleNone: "Visits measured over the last two weeks",
  plural: (weekday: string) => `${weekday}s`,
  sub: (past: number, coming: number) => `Visits a day, last ${past} days and next ${coming}`,
  subPast: (past: number) => `Visits a day, last ${past} days`,
  chartLabel: (from: string, to: string, best: string) =>
    `Visits measured since ${from} and forecast until ${to}${best ? `; ${best}` : ""}. The table gives every value.`,
  best: (day: string, range: Ends) => `most: ${day}, ${f.between(range)}`,
  flag: (time: string) => `today, ${time}`,
  flagShort: "today",
  callout: (day: string, range: Ends) => `${day}: ${f.between(range)} visits`,
  calloutShort: (day: string, range: string) => `${day}: ${range}`,
  calloutSub: (booked: number) => `8 days in 10${booked > 0 ? `, ${f.int(booked)} of them booked` : ""}`,
  week: (week: number, monday: string) => `W${week} · Mon ${monday}`,
  breakSub: (from: string, to: string) => `${from} to ${to}`,
  key: {
    measured: "measured",
    estimated: "estimated",
    promised: "forecast 7 days before",
    forecast: "8 days in 10, 5 days in 10, middle",
    booked: "already booked",
    closed: "closed",
    missing: "missing data",
  },
  driversTitle: (day: string) => `What makes ${day}, in people`,
  driver: {
    ordinary: (weekday: string) => `An ordinary ${weekday}`,
    level: "Level of recent weeks",
    season: "Time of year",
    holiday: "Public holiday",
    school: "School holidays",
    event: "Event",
    bridge: "Bridge day",
    bookings: "Bookings",
    weather: "Weather forecast",
    rest: "Rest of the model",
  },
  middle: "Middle of the forecast",
  middleSub: (range: Ends) => `${f.between(range)}, 8 days in 10`,
  similar: "Similar days:",
  sevenTitle: "The next seven days",
  sevenCaption: (from: string, to: string) => `Forecast, bookings and desk, from ${from} to ${to}`,
  cols: {
    day: "Day",
    open: "Open",
    range: "Visits, 8 days in 10",
    band: "Band",
    booked: "Booked",
    desk: "At the desk",
  },
  groupOnly: "group only",
  group: "group",
  deskRule: (n: string) =>
    `Desk: one person for ${n} visits an hour; enough 8 times in 10 in the busiest half-hour.`,
  deskLink: "Staffing of the week",
  trust: "Can it be trusted?",
  score: (error: string, days: number, naive: string | null) =>
    `Seven days ahead, the forecast was off by ${error} visits on average over the last ${days} open days${
      naive ? `; the simple rule “same day last year”, by ${naive}` : ""
    }.`,
  scoreFar: (error: string, naive: string, verdict: "better" | "close" | "worse") =>
    `At 28 days, ${
      verdict === "better"
        ? `the forecast stays ahead: ${error} against ${naive}`
        : verdict === "close"
          ? `the simple rule does almost as well: ${naive} against ${error}`
          : `the simple rule does better: ${naive} against ${error}`
    }.`,
  inside: (inside: number, days: number, share: string) =>
    `${inside} of these ${days} days fell inside the announced range: ${share}, for ${f.percent(0.8)} promised.`,
  lastMiss: (day: string, n: string, low: string, high: string) =>
    `Last miss: ${day}, ${n} visits for ${low} to ${high} announced.`,
  noScore: (days: number, needed: number) =>
    `Too few days have been checked to say: ${f.int(days)} of the ${f.int(needed)} needed.`,
  twin: (days: number) => `The ${days} days as a table`,
  pastCaption: (from: string, to: string) => `Visits measured from ${from} to ${to}`,
  comingCaption: (from: string, to: string) => `Visits forecast from ${from} to ${to}`,
  soFar: (n: string) => `${n} counted so far`,
  twinCols: {
    day: "Day",
    open: "Open",
    visits: "Measured",
    promised: "Forecast 7 days before",
    forecast: "Forecast, 8 days in 10",
    middle: "Middle",
    booked: "Booked",
  },
  how: (day: string, time: string) =>
    `Forecast issued on ${day} at ${time}, with what was known at that moment.`,
  howBookings: "Bookings are shown beside the forecast; they do not enter it yet.",
  howCoverage: (share: string) => `Valid counts for ${share} of open hours.`,
  howMeasured: "Visits from the site’s declared source, within opening hours.",
});
