/** Reasons as the forecast says them, in English → in the language of the page. One that is not known here is shown as
 *  it is. */
import type { Suppose } from "../../src/contract/suppose.ts";
import { named, type Words } from "../i18n/catalog.ts";

type Key = keyof Words["t"]["suppose"]["reasons"];

/** The first that fits wins. */
const PATTERNS: readonly (readonly [RegExp, Key])[] = [
  [/^that day is over$/, "over"],
  [/^forecasts reach (?<n>\d+) days ahead$/, "reach"],
  [/^it is closed on that day$/, "closed"],
  [/^it is closed on that day already$/, "closedAlready"],
  [/^nothing else matters on a day that is closed$/, "nothingElse"],
  [/: asked for twice$/, "twice"],
  [/^the event's own effect holds it already$/, "holdsFree"],
  [/^history too short: (?<n>\d+) days/, "noForecast"],
  [/^this site takes no bookings$/, "noBookings"],
  [/^(?<n>\d+) past days with a group \((?<m>\d+) are needed\)$/, "fewGroups"],
  [/^a group of (?<n>\d+) was never seen \(at most (?<m>\d+) on a day\)$/, "hugeGroup"],
  [/^days with and without a group are too few to compare$/, "groupsAlike"],
  [/^no (?<what>\w+) is on record for this site$/, "noWeather"],
  [/^too few days with known (?<what>\w+) at this time of the year: (?<n>\d+) \((?<m>\d+)/, "fewWeather"],
  [/^(?<what>\w+) of (?<value>\S+) was hardly ever seen .* \((?<low>\S+) to (?<high>\S+)\)$/, "rareWeather"],
  [/^what (?<what>\w+) is usual then is not known$/, "unusualWeather"],
  [/^(?<what>\w+) varies too little at this time of the year$/, "evenWeather"],
  [/^its opening hours are not known$/, "noHours"],
  [/^never open at those hours, /, "otherHours"],
  [/^too few days known by the hour: (?<n>\d+) \((?<m>\d+)/, "fewHours"],
  [/^(?<event>.+) is already on that day$/, "eventThere"],
  [/^(?<event>.+) was seen (?<n>\d+) times? \((?<m>\d+) are needed\)$/, "fewEvents"],
  [/^entry is already free on that day$/, "freeThere"],
  [/^(?<n>\d+) free days? in the past \((?<m>\d+) are needed/, "fewFree"],
  [/^it is open as long already$/, "asLong"],
  [/^opening hours have hardly varied: (?<n>\d+) days \((?<m>\d+)/, "evenHours"],
  [/^never open for (?<n>\S+) minutes/, "otherLength"],
  [/^closed all around that day: /, "noLevel"],
  [/^never seen open on such a day /, "holidayShut"],
  [/^nobody comes$/, "nobody"],
  [/^no effect could be measured: between (?<low>\S+) and (?<high>\S+)$/, "unclear"],
  [/^(?<n>\d+) free days?, all of .*: (?<share>[^:]+)$/, "free"],
  [/^(?<n>\d+) past days with a group: (?<low>\S+) to (?<high>\S+) more people/, "groups"],
  [/^the hours left out had (?<share>.+) of the people on (?<n>\d+) days: /, "hoursLeft"],
  [/^never seen open on that weekday, nor are like sites: /, "kinWeekdays"],
  [/^never seen open on that weekday: taken from (?<n>\d+) sites/, "kinSites"],
  [/^(?<n>\d+) days open for a longer or shorter time: (?<share>.+)$/, "hours"],
  [/^(?<n>\d+) past days open on that weekday$/, "weekday"],
  [/^(?<what>\w+) against .*: (?<n>\d+) days, (?<share>.+)$/, "weather"],
  [/^(?<event>.+): (?<n>\d+) times?, (?<share>.+)$/, "events"],
];

/** What was changed stands before a refusal of the past. */
const KIND = /^(?:opening|group|rain|temperature|event|free_entry): (?!asked)/;

/** The reason in words of the page; null where it is not known. */
export function reasonText(reason: string, events: Suppose["events"], words: Words): string | null {
  const bare = reason.replace(KIND, "");
  for (const [pattern, key] of PATTERNS) {
    const found = pattern.exec(bare);
    if (!found) continue;
    return words.t.suppose.reasons[key].replace(/\{(\w+)\}/g, (_, name: string) =>
      part(name, found.groups ?? {}, events, words),
    );
  }
  return null;
}

/** True for what the answer says already. */
export function isSaid(reason: string): boolean {
  return reason.startsWith("no effect could be measured");
}

function part(
  name: string,
  found: Readonly<Record<string, string>>,
  events: Suppose["events"],
  { f, t, lang }: Words,
): string {
  const text = found[name] ?? "";
  const written = (value: string) => (f.lang === "en" ? value : value.replace(".", ","));
  if (name === "event") {
    const event = events.find(({ id }) => id === text);
    return event ? named(event.name, lang) : text;
  }
  if (name === "what") return text === "rain" ? t.suppose.weather.rain : t.suppose.weather.temperature;
  if (name === "share") {
    const unit = f.percent(0).replace("0", "");
    return text.replace(" to ", t.suppose.shareTo).replaceAll(" %", unit);
  }
  if (name === "amount") {
    const value = written(found.value ?? "");
    return found.what === "rain" ? t.suppose.rain(value) : t.suppose.temperature(value);
  }
  return written(text);
}
