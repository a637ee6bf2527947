/** English: the screen "Today". */
import { capital, type Ends, type Format } from "../format.ts";

type Verdict = "ordinary" | "strong" | "weak" | "closed" | "unknown";
const VERDICT = { ordinary: "An ordinary day", strong: "A strong day", weak: "A weak day" } as const;
type Bound = "exact" | "at_least" | "about";
const SURE = { exact: "", at_least: "at least ", about: "about " } as const;
const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count = (n: number, f: Format) => WORDS[n] ?? f.int(n);
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "visit" : "visits"}`;

export const today = (f: Format) => ({
  situation: (week: number, time: string) => `Week ${week} · situation at ${time}`,
  silent: (n: number) => (n === 1 ? "but one site is silent" : `but ${count(n, f)} sites are silent`),
  answer: (verdict: Verdict, bound: Bound, n: number, time: string | null, silent: string) => {
    const lead = verdict === "closed" || verdict === "unknown" ? "" : `${VERDICT[verdict]}: `;
    return capital(
      `${lead}${SURE[bound]}${visits(n, f)}${time ? ` by ${time}` : ""}${silent ? `, ${silent}` : ""}.`,
    );
  },
  allSilent: (time: string) => `No figure at ${time}: every site is silent. This is not zero.`,
  allClosed: (weekday: string, n: number, complete: boolean) =>
    `A quiet ${weekday}: ${n === 1 ? "the site is closed" : `all ${count(n, f)} sites are closed`}${
      complete ? ", all of yesterday’s data are in" : ""
    }.`,
  opening: (weekday: string, n: number, time: string, complete: boolean) =>
    `${weekday}: ${n === 1 ? "one site opens" : `${count(n, f)} sites open`} today, from ${time}${
      complete ? "" : "; some of yesterday’s data are missing"
    }.`,
  yesterday: (weekday: string, verdict: Verdict, bound: Bound, n: number) => {
    const how =
      verdict === "strong" ? "above the usual" : verdict === "weak" ? "below the usual" : "as usual";
    return `${weekday}${verdict === "unknown" ? "" : ` ${how}`}: ${SURE[bound]}${visits(n, f)}.`;
  },
  weekend: (
    verdict: "ordinary" | "busy" | "quiet",
    strongest: string | null,
    range: Ends,
    now: boolean,
    brief: boolean,
  ) => {
    const kind =
      verdict === "busy" ? "A busy weekend" : verdict === "quiet" ? "A quiet weekend" : "An ordinary weekend";
    return `${kind}${now ? "" : " ahead"}${strongest && !brief ? `, busiest on ${strongest}` : ""}: ${f.between(range)} visits${brief ? "" : " in two days"}, 8\u00a0times\u00a0in\u00a010.`;
  },
  noData: "No data yet.",
  boardTitle: "The sites, today and over seven days",
  site: "Site",
  state: "State",
  visits: "Visits",
  todayAt: (time: string) => `Today at ${time}`,
  yesterdayHead: (day: string) => `Yesterday, ${day}`,
  scale: (max: string) => `common scale, 0 to ${max} visits`,
  ownScale: (n: number, max: string) => `${n} sites · scale 0 to ${max}`,
  states: {
    late: "Late",
    missing: "Missing data",
    estimated: "Estimated",
    partial: "Partial",
    up_to_date: "Up to date",
    closed: "Closed",
    no_data: "No data",
  },
  yesterdayHours: (hours: string) => `yesterday · ${hours}`,
  lastReport: (time: string) => `last report at ${time}`,
  lastReportHours: (hours: number) => `last report ${hours} hours ago`,
  nothingSince: (time: string) => `nothing since ${time}`,
  nothingBetween: (from: string, to: string) => `nothing from ${from} to ${to}`,
  estimatedShare: (share: string) => `for ${share} of hours`,
  received: (time: string) => `received at ${time}`,
  partialNote: (n: number) => (n === 1 ? "one site is silent" : `${count(n, f)} sites are silent`),
  partialShare: "some hours are missing",
  noFeed: "nothing is connected",
  reopens: (day: string, time: string) => `reopens ${day}, ${time}`,
  opensToday: (time: string) => `opens today at ${time}`,
  reopensMonth: (month: string) => `reopens in ${month}`,
  reopensYear: (month: string, year: string) => `reopens in ${month} ${year}`,
  noteLate: (n: string, time: string, usual: string | null) =>
    `at least ${n} at ${time}${usual ? ` · usual by then ${usual}` : ""}`,
  noteMissing: (usual: string | null) => `this is not zero${usual ? ` · usual ${usual}` : ""}`,
  noteEstimated: (n: number, usual: string | null) =>
    `of which ${f.int(n)} estimated${usual ? ` · usual ${usual}` : ""}`,
  noteUsual: (usual: string | null, expected: string | null) =>
    [usual ? `usual ${usual}` : "no usual range yet", expected ? `at closing ${expected}` : ""]
      .filter(Boolean)
      .join(" · "),
  noteWeekday: (weekday: string, usual: string) => `usual ${weekday}: ${usual}`,
  bulletLabel: (name: string, n: string, usual: string | null, expected: string | null) =>
    `${name}: ${n}${usual ? `; usual at this hour ${usual}` : ""}${expected ? `; expected at closing ${expected}` : ""}.`,
  inside: (people: string, tolerance: string | null, capacity: string | null, time: string) =>
    `${people} inside${tolerance === null ? "" : ` (± ${tolerance})`}${capacity === null ? "" : ` of ${capacity}`}, ${time}`,
  noCount: "no figure, which is not zero",
  cellsLabel: (name: string, days: string) => `${name}, seven days: ${days}.`,
  booked: (n: string) => `${n} bkd`,
  key: {
    counted: "counted",
    estimated: "estimated",
    usualNow: "usual at this hour",
    usualDay: (weekday: string) => `usual on a ${weekday}`,
    expected: "expected at closing",
    forecast: "forecast, 8 then 5 days in 10",
    booked: "already booked",
    missing: "missing data",
    closed: "closed",
  },
  figures: {
    closing: "Expected today, at closing",
    closingText: (weekday: string, usual: string | null) =>
      `8 days in 10.${usual ? ` On a usual ${weekday}: ${usual}.` : ""}`,
    yesterday: "Yesterday, whole day",
    yesterdayText: (weekday: string, usual: string | null) =>
      usual ? `On a usual ${weekday}: ${usual}.` : "No usual range yet.",
    yesterdayAtLeast: "At least: some data are missing.",
    yesterdayClosed: "Every site was closed.",
    weekend: "Expected this weekend",
    weekendText: (saturday: string | null, sunday: string | null, year: string, before: string | null) =>
      [
        [saturday ? `Saturday ${saturday}` : "", sunday ? `Sunday ${sunday}` : ""].filter(Boolean).join(", "),
        before ? `Comparable weekend of ${year}: ${before}` : "",
      ]
        .filter(Boolean)
        .map((part) => `${part}.`)
        .join(" "),
    booked: "Already booked over seven days",
    places: (n: number) => (n === 1 ? "place" : "places"),
    bookedText: (groups: string | null, closedDays: string | null, days: string) =>
      closedDays
        ? `of which ${groups ?? "0"} by groups; ${closedDays} ${days}, outside public hours.`
        : groups
          ? `of which ${groups} by groups.`
          : "no group so far.",
    bookedNone: "No booking on record.",
    onDay: (day: string) => `on ${day}`,
    none: "—",
    noneText: "No forecast yet.",
  },
  twin: "The same board in figures",
  twinCaption: "Visits of the day, usual range and forecasts by site",
  twinCols: { counted: "Counted", usual: "Usual", expected: "At closing", note: "Note" },
  how: "Visits from each site’s declared source (tickets, free ones included, or a calibrated counter), within opening hours.",
  howInside:
    "People inside: entries less exits since the opening, started anew each night; ± is what the doors were off by on 8 past days of 10.",
  howCoverage: (share: string, estimated: string | null) =>
    `Counts received for ${share} of the day’s open hours, ${estimated ?? "none"} estimated.`,
});
