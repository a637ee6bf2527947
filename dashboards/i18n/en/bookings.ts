/** English: the screen "Bookings ahead". */
import { capital, type Ends, type Format } from "../format.ts";

export const bookings = (f: Format) => ({
  lead: (n: number) =>
    n === 0 ? "on the morning of the visit" : `${f.int(n)} ${n === 1 ? "day" : "days"} ahead`,
  leadShort: (n: number) => `D-\u2060${f.int(n)}`,
  places: (n: number) => `${f.int(n)} ${Math.round(n) === 1 ? "place" : "places"}`,
  placesUnit: (n: number): string => (Math.round(n) === 1 ? "place" : "places"),
  verdict: (verdict: "more" | "less" | "usual", day: string, places: string, lead: string) => {
    const said = {
      more: "more bookings than usual",
      less: "fewer bookings than usual",
      usual: "bookings as usual",
    }[verdict];
    return `${capital(day)}, ${said}: ${places} ${lead}.`;
  },
  usually: (usual: Ends) => `Usually ${f.upTo(usual)}, 8\u00a0days\u00a0in\u00a010.`,
  unknown: (day: string, places: string, lead: string) =>
    `${capital(places)} in hand for ${day}, ${lead}. Too few comparable days to say whether that is many.`,
  past: (day: string, places: string) => `${capital(day)}: ${places} in hand on the morning of the visit.`,
  groupOnly: (day: string, places: string) =>
    `${capital(day)}, closed to the public: ${places} booked by groups.`,
  closed: (day: string) => `${capital(day)}, closed: no place booked.`,
  withGroups: (n: string) => `Of these, ${n} for groups.`,
  weeks: (places: string, judged: { more: number; less: number } | null) => {
    const { more, less } = judged ?? { more: 0, less: 0 };
    const parts = [
      more > 0 ? `${f.int(more)} ${more === 1 ? "day" : "days"} above usual` : "",
      less > 0 ? `${f.int(less)}${more > 0 ? "" : less === 1 ? " day" : " days"} below` : "",
    ].filter(Boolean);
    const told = parts.length > 0 ? parts.join(", ") : judged ? "no day out of the usual" : places;
    return `Over four weeks: ${told}.`;
  },
  none: "This site has no bookings: no till is connected.",
  noneNext:
    "Connect the till (pretix, or a file of sales with the date of purchase) to see here what is sold ahead.",
  noneAhead: "No ticket of this site was bought before the day of its visit.",
  noneAheadNext: "The till is connected. If it sells ahead, add the date of purchase to what it sends.",
  above: (lead: string, isAll: boolean) => `Above usual since ${lead}${isAll ? " at least" : ""}`,
  below: (lead: string, isAll: boolean) => `Below usual since ${lead}${isAll ? " at least" : ""}`,
  within: (lead: string) => `Within the usual so far, ${lead}`,
  withinGroups: (groups: string, all: string) => `Within the usual, groups make ${groups} of ${all} places`,
  mornings: "How the places came in, morning by morning",
  sub: (n: number) => `Places in hand each morning, from D-\u2060${f.int(n)} to the visit`,
  chartLabel: (day: string, places: string, lead: string, usual: string) =>
    `Places in hand for ${day}: ${places} ${lead}${usual ? `; usually ${usual}` : ""}. The table gives each morning.`,
  unit: "places in hand",
  flag: (time: string) => `now, ${time}`,
  flagShort: "now",
  band: "usual, 8 days in 10",
  step: (places: string, tariff: string) => `${places} ${tariff}`,
  tariff: { group: "group", school: "school" },
  visit: "visit",
  key: {
    booked: "places in hand",
    fall: "places given back",
    usual: "comparable days, 8 in 10, and their middle",
  },
  figures: {
    booked: "Already booked",
    bookedWhy: (day: string, hours: string) => `for ${day}${hours ? `, open ${hours}` : ""}`,
    usual: (lead: string) => capital(`usual ${lead}`),
    usualWhy: (days: string, middle: string) => `8 days in 10, over ${days}; middle ${middle}`,
    usualNone: "too few comparable days",
    groups: "Of these, groups",
    groupsNone: "no group for this day",
  },
  alike: (n: number, weekday: string, by: "weekday" | "kind", isWeekend: boolean) =>
    by === "weekday"
      ? `${f.int(n)} comparable ${weekday}s`
      : `${f.int(n)} comparable ${isWeekend ? "weekend days" : "working days"}`,
  groupTook: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, booked on ${day} (${lead})`,
  groupGave: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, given back on ${day} (${lead})`,
  groupsNote: "Size and tariff only; changes of fewer than five places are not listed.",
  days: (from: string, to: string) => `${from} – ${to}`,
  listTitle: "The next 28 days",
  listCaption: (from: string, to: string) => `Places booked and what is usual, from ${from} to ${to}`,
  cols: {
    day: "Day",
    booked: "Booked",
    usual: "Usual, 8 in 10",
    bar: "Band",
    word: "Against usual",
  },
  word: { more: "more", less: "fewer", usual: "as usual", unknown: "too few days" },
  onlyGroup: "closed, group only",
  twin: (n: number) => `The ${f.int(n)} mornings as a table`,
  twinCaption: (day: string) => `Places in hand each morning for ${day}`,
  twinCols: { morning: "Morning", booked: "Booked", usual: "Usual, 8 in 10 (middle)" },
  how: "Places bought ahead less those given back, from the till, as they are known now; what is sold on the day itself is not among them.",
  howAlike: (days: string) =>
    `Compared with ${days}: within six weeks of the season, holidays and opening alike, no feast and no event.`,
});
