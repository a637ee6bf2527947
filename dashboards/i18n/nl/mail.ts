/** Dutch: the mail of the morning and the alerts. */
import type { Doubtful, SuspectKind } from "../../../src/domain/alert.ts";
import type { Ends, Format } from "../format.ts";

const KINDS: Readonly<Record<string, string>> = {
  ticketing: "kassa",
  counter: "teller",
  kiosk: "zuil",
  manual: "handtelling",
  weather: "weer",
  calendar: "kalender",
};
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "bezoek" : "bezoeken"}`;

export const mail = (f: Format) => ({
  join: (parts: readonly string[]) => parts.join("; "),
  subjectToday: (range: Ends) => `Vandaag ${f.between(range)} bezoeken verwacht`,
  subjectClosed: "Vandaag zijn alle locaties gesloten",
  subjectUnknown: "Geen prognose voor vandaag",
  subjectYesterday: (n: number | null, atLeast: boolean) =>
    n === null ? "geen cijfer van gisteren" : `gisteren ${atLeast ? "minstens " : ""}${visits(n, f)}`,
  subjectSilent: (n: number) => (n === 1 ? "één bron zwijgt" : `${f.int(n)}\u00a0bronnen zwijgen`),
  alerts: (n: number) => (n === 1 ? "Melding" : "Meldingen"),
  days: "Vandaag en gisteren",
  today: (range: Ends) => `Vandaag: *${f.between(range)} bezoeken*, 8\u00a0dagen op\u00a010.`,
  todayClosed: "Vandaag: alle locaties zijn gesloten.",
  todayUnknown: "Vandaag: nog geen prognose.",
  yesterday: (day: string, n: number, missing: number, estimated: number) =>
    `${day}: ${missing > 0 ? "minstens " : ""}*${visits(n, f)}*${estimated > 0 ? `, waarvan ${f.int(estimated)} geschat` : ""}.${
      missing > 0
        ? ` ${missing === 1 ? "Het cijfer van één open locatie ontbreekt" : `De cijfers van ${f.int(missing)} open locaties ontbreken`}. Dit is geen nul.`
        : ""
    }`,
  yesterdayClosed: (day: string) => `${day}: alle locaties waren gesloten.`,
  yesterdayNone: (day: string) => `${day}: geen cijfer, hoewel er locaties open waren. Dit is geen nul.`,
  comparable: (n: number) => `Dezelfde locaties op de vergelijkbare dag van vorig jaar: ${f.int(n)}.`,
  head: { site: "Locatie", yesterday: "Gisteren", today: "Vandaag verwacht, 8\u00a0dagen op\u00a010" },
  closed: "gesloten",
  missing: "ontbrekende gegevens",
  about: (n: string, estimated: number) => `≈ ${n}, waarvan ${f.int(estimated)} geschat`,
  noForecast: "geen prognose",
  booked: (n: number) => `${f.int(n)} ${n === 1 ? "plaats geboekt" : "plaatsen geboekt"}`,
  weekend: "Dit weekend",
  weekendDays: (saturday: string | null, sunday: string | null) =>
    [saturday && `Zaterdag ${saturday}`, sunday && `${saturday ? "zondag" : "Zondag"} ${sunday}`]
      .filter(Boolean)
      .join(", ")
      .concat(saturday || sunday ? "." : ""),
  yearBefore: (n: number) => `Vergelijkbaar weekend van vorig jaar: ${visits(n, f)}.`,
  saturdayBefore: (range: Ends) => `Zeven dagen geleden werden er zaterdag ${f.between(range)} verwacht.`,
  changed: "Sinds vorige week",
  week: (n: number, before: number) =>
    `Zeven dagen: *${visits(n, f)}*, ${
      Math.round(n) === Math.round(before)
        ? "evenveel als"
        : `${f.int(Math.abs(Math.round(n) - Math.round(before)))} ${n > before ? "meer" : "minder"} dan`
    } de zeven dagen ervoor (${f.int(before)}).`,
  leftOut: (n: number) =>
    n === 1 ? "Eén dag zonder cijfer telt niet mee." : `${f.int(n)} dagen zonder cijfer tellen niet mee.`,
  move: (name: string, n: number, before: number) =>
    `${name}: ${f.int(n)}, tegenover ${f.int(before)} (${f.signed(Math.round(n) - Math.round(before))}).`,
  noWeek: "Nog geen twee weken om te vergelijken.",
  corrected: (name: string, day: string, before: number, after: number) =>
    `Gecorrigeerd: ${name}, ${day}, ${f.int(before)} → ${f.int(after)}.`,
  silentTitle: "Bronnen die zwijgen",
  noneSilent: "Alle bronnen zijn op tijd.",
  silent: (name: string, kind: string, since: string | null, failed: boolean) =>
    `${name}, ${KINDS[kind] ?? kind}: ${since === null ? "tot nu toe niets ontvangen" : `niets ontvangen sinds ${since}`}${
      failed ? "; de bron antwoordt anders dan afgesproken" : ""
    }. Dit is geen nul.`,
  silentSource: (source: string, since: string | null, failed: boolean) =>
    `Bron ${source}: ${since === null ? "tot nu toe niets ontvangen" : `niets ontvangen sinds ${since}`}${
      failed ? "; ze antwoordt anders dan afgesproken" : ""
    }. Dit is geen nul.`,
  moment: (day: string, time: string) => `${day} om ${time}`,
  territory: "Het hele gebied",
  expectedFull: (name: string, day: string, time: string, range: Ends, limit: number, capacity: number) =>
    `${name}, ${day}: rond ${time} ${f.between(range)} mensen binnen, 8\u00a0op de\u00a010 keer. Drempel: ${f.int(limit)}; capaciteit: ${f.int(capacity)}.`,
  expectedFullBrief: (name: string, day: string) => `${name} is ${day} misschien vol`,
  full: (name: string, time: string, inside: number, limit: number, capacity: number) =>
    `${name}: ${f.int(inside)} mensen binnen om ${time}. Drempel: ${f.int(limit)}; capaciteit: ${f.int(capacity)}.`,
  fullBrief: (name: string, inside: number) => `${name} loopt vol, ${f.int(inside)} mensen binnen`,
  silentBrief: (source: string, since: string | null) =>
    since === null
      ? `Tot nu toe niets ontvangen van ${source}`
      : `Niets ontvangen van ${source} sinds ${since}`,
  suspect: (source: string, sign: string, day: string) =>
    `Bron ${source}: ${sign}, het laatst op ${day}. Na te kijken: dit cijfer klopt misschien niet.`,
  suspectBrief: (source: string) => `${source} liegt misschien`,
  suspectSign: (sign: SuspectKind, size: number): string =>
    ({
      stuck: `dezelfde waarde ${f.decimal(size)} uur herhaald`,
      ratio: `${f.decimal(size)} keer wat de kassa doet verwachten`,
      drift: `${f.decimal(size)} keer wat ze vroeger telde voor evenveel tickets`,
      clock: `klok ongeveer ${f.int(Math.abs(size))} minuten verkeerd`,
      future: `${f.int(size)} metingen met een tijd later dan nu`,
    })[sign],
  figure: (name: string, day: string, state: string) => `${name}, ${day}: ${state}.`,
  figureState: (state: Doubtful, n: number | null, estimated: number, before: number | null): string =>
    ({
      late: "nog niet alles is binnen",
      partial:
        n === null
          ? "onvolledig, weinig of niets is gemeten, dit is geen nul"
          : `onvolledig, minstens ${visits(n, f)}`,
      estimated: `geschat, ${visits(n ?? 0, f)}, waarvan ${f.int(estimated)} geschat`,
      corrected: `gecorrigeerd, ${f.int(before ?? 0)} → ${f.int(n ?? 0)}`,
    })[state],
  unusual: (name: string, day: string, n: number, range: Ends) =>
    `${name}, ${day}: ${visits(n, f)}, terwijl de dag ervoor ${f.between(range)} aankondigde, 8\u00a0dagen op\u00a010.`,
  unusualBrief: (name: string, day: string, n: number) =>
    `${name}, ${day}: ${visits(n, f)}, een ongewone dag`,
  more: (n: number) => (n === 1 ? "nog één melding" : `nog ${f.int(n)} meldingen`),
  open: "Het bord van vandaag openen",
  whyDigest:
    "Dit bericht vertrekt op de ochtenden die het gebiedsbestand noemt. Schrijf naar de toeristische dienst om het te stoppen.",
  whyAlert:
    "Elke melding wordt één keer verstuurd. Schrijf naar de toeristische dienst, die de adressen bijhoudt, om er geen meer te krijgen.",
  simulated: "Gesimuleerde gegevens.",
});
