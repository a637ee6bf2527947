/** English: the mail of the morning and the alerts. */
import type { Doubtful, SuspectKind } from "../../../src/domain/alert.ts";
import type { Ends, Format } from "../format.ts";

const KINDS: Readonly<Record<string, string>> = {
  ticketing: "tickets",
  counter: "counter",
  kiosk: "kiosk",
  manual: "hand tally",
  weather: "weather",
  calendar: "calendar",
};
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "visit" : "visits"}`;

export const mail = (f: Format) => ({
  join: (parts: readonly string[]) => parts.join("; "),
  subjectToday: (range: Ends) => `Today, ${f.between(range)} visits expected`,
  subjectClosed: "All sites are closed today",
  subjectUnknown: "No forecast for today",
  subjectYesterday: (n: number | null, atLeast: boolean) =>
    n === null ? "no figure from yesterday" : `${atLeast ? "at least " : ""}${visits(n, f)} yesterday`,
  subjectSilent: (n: number) => (n === 1 ? "one source is silent" : `${f.int(n)}\u00a0sources are silent`),
  alerts: (n: number) => (n === 1 ? "Alert" : "Alerts"),
  days: "Today and yesterday",
  today: (range: Ends) => `Today: *${f.between(range)} visits*, 8\u00a0days out of\u00a010.`,
  todayClosed: "Today: all sites are closed.",
  todayUnknown: "Today: no forecast yet.",
  yesterday: (day: string, n: number, missing: number, estimated: number) =>
    `${day}: ${missing > 0 ? "at least " : ""}*${visits(n, f)}*${estimated > 0 ? `, ${f.int(estimated)} of them estimated` : ""}.${
      missing > 0
        ? ` ${missing === 1 ? "The figure of one open site is" : `The figures of ${f.int(missing)} open sites are`} missing. This is not zero.`
        : ""
    }`,
  yesterdayClosed: (day: string) => `${day}: all sites were closed.`,
  yesterdayNone: (day: string) => `${day}: no figure although sites were open. This is not zero.`,
  comparable: (n: number) => `The same sites on the comparable day of last year: ${f.int(n)}.`,
  head: { site: "Site", yesterday: "Yesterday", today: "Expected today, 8\u00a0days out of\u00a010" },
  closed: "closed",
  missing: "missing data",
  about: (n: string, estimated: number) => `≈ ${n}, ${f.int(estimated)} of them estimated`,
  noForecast: "no forecast",
  booked: (n: number) => `${f.int(n)} ${n === 1 ? "place booked" : "places booked"}`,
  weekend: "This weekend",
  weekendDays: (saturday: string | null, sunday: string | null) =>
    [saturday && `Saturday ${saturday}`, sunday && `Sunday ${sunday}`]
      .filter(Boolean)
      .join(", ")
      .concat(saturday || sunday ? "." : ""),
  yearBefore: (n: number) => `Comparable weekend of last year: ${visits(n, f)}.`,
  saturdayBefore: (range: Ends) => `Seven days ago, ${f.between(range)} were expected on Saturday.`,
  changed: "Since last week",
  week: (n: number, before: number) =>
    `Seven days: *${visits(n, f)}*, ${
      Math.round(n) === Math.round(before)
        ? "as many as"
        : `${f.int(Math.abs(Math.round(n) - Math.round(before)))} ${n > before ? "more" : "fewer"} than`
    } the seven days before (${f.int(before)}).`,
  leftOut: (n: number) =>
    n === 1
      ? "One day of a site, without a figure, is left out."
      : `${f.int(n)} days of sites, without a figure, are left out.`,
  move: (name: string, n: number, before: number) =>
    `${name}: ${f.int(n)}, against ${f.int(before)} (${f.signed(Math.round(n) - Math.round(before))}).`,
  noWeek: "Not yet two weeks to compare.",
  corrected: (name: string, day: string, before: number, after: number) =>
    `Corrected: ${name}, ${day}, ${f.int(before)} → ${f.int(after)}.`,
  silentTitle: "Silent sources",
  noneSilent: "All sources are on time.",
  silent: (name: string, kind: string, since: string | null, failed: boolean) =>
    `${name}, ${KINDS[kind] ?? kind}: ${since === null ? "nothing received so far" : `nothing received since ${since}`}${
      failed ? "; the source answers otherwise than agreed" : ""
    }. This is not zero.`,
  silentSource: (source: string, since: string | null, failed: boolean) =>
    `Source ${source}: ${since === null ? "nothing received so far" : `nothing received since ${since}`}${
      failed ? "; it answers otherwise than agreed" : ""
    }. This is not zero.`,
  moment: (day: string, time: string) => `${day} at ${time}`,
  territory: "The whole territory",
  expectedFull: (name: string, day: string, time: string, range: Ends, limit: number, capacity: number) =>
    `${name}, ${day}: around ${time}, ${f.between(range)} people inside, 8\u00a0times out of\u00a010. Limit: ${f.int(limit)}; capacity: ${f.int(capacity)}.`,
  expectedFullBrief: (name: string, day: string) => `${name} may be full on ${day}`,
  full: (name: string, time: string, inside: number, limit: number, capacity: number) =>
    `${name}: ${f.int(inside)} people inside at ${time}. Limit: ${f.int(limit)}; capacity: ${f.int(capacity)}.`,
  fullBrief: (name: string, inside: number) => `${name} is filling up, ${f.int(inside)} people inside`,
  silentBrief: (source: string, since: string | null) =>
    since === null
      ? `Nothing received from ${source} so far`
      : `Nothing received from ${source} since ${since}`,
  suspect: (source: string, sign: string, day: string) =>
    `Source ${source}: ${sign}, last on ${day}. To be checked: this figure may not be true.`,
  suspectBrief: (source: string) => `${source} may be lying`,
  suspectSign: (sign: SuspectKind, size: number): string =>
    ({
      stuck: `one value repeated for ${f.decimal(size)} hours`,
      ratio: `${f.decimal(size)} times what ticket sales suggest`,
      drift: `${f.decimal(size)} times what it used to count for as many tickets`,
      clock: `clock off by about ${f.int(Math.abs(size))} minutes`,
      future: `${f.int(size)} readings dated later than now`,
    })[sign],
  figure: (name: string, day: string, state: string) => `${name}, ${day}: ${state}.`,
  figureState: (state: Doubtful, n: number | null, estimated: number, before: number | null): string =>
    ({
      late: "not all has come yet",
      partial:
        n === null
          ? "partial, little or nothing was measured, this is not zero"
          : `partial, at least ${visits(n, f)}`,
      estimated: `estimated, ${visits(n ?? 0, f)}, ${f.int(estimated)} of them estimated`,
      corrected: `corrected, ${f.int(before ?? 0)} → ${f.int(n ?? 0)}`,
    })[state],
  unusual: (name: string, day: string, n: number, range: Ends) =>
    `${name}, ${day}: ${visits(n, f)}, where the day before announced ${f.between(range)}, 8\u00a0days out of\u00a010.`,
  unusualBrief: (name: string, day: string, n: number) => `${name}, ${day}: ${visits(n, f)}, an unusual day`,
  more: (n: number) => (n === 1 ? "one more alert" : `${f.int(n)} more alerts`),
  open: "Open today’s board",
  whyDigest:
    "This message is sent on the mornings that the territory file names. To stop it, write to the tourist office.",
  whyAlert:
    "Each alert is sent once. To stop receiving them, write to the tourist office, which keeps the list of addresses.",
  simulated: "Simulated data.",
});
