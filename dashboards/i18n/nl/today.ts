/** Dutch: the screen "Vandaag". */
import { capital, type Ends, type Format } from "../format.ts";

type Verdict = "ordinary" | "strong" | "weak" | "closed" | "unknown";
const VERDICT = { ordinary: "Gewone dag", strong: "Drukke dag", weak: "Rustige dag" } as const;
type Bound = "exact" | "at_least" | "about";
const SURE = { exact: "", at_least: "minstens ", about: "ongeveer " } as const;
const WORDS = ["geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];
const count = (n: number, f: Format) => WORDS[n] ?? f.int(n);
const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "bezoek" : "bezoeken"}`;

export const today = (f: Format) => ({
  situation: (week: number, time: string) => `Week ${week} · stand om ${time}`,
  silent: (n: number) => (n === 1 ? "maar één locatie zwijgt" : `maar ${count(n, f)} locaties zwijgen`),
  answer: (verdict: Verdict, bound: Bound, n: number, time: string | null, silent: string) => {
    const lead = verdict === "closed" || verdict === "unknown" ? "" : `${VERDICT[verdict]}: `;
    return capital(
      `${lead}${SURE[bound]}${visits(n, f)}${time ? ` om ${time}` : ""}${silent ? `, ${silent}` : ""}.`,
    );
  },
  allSilent: (time: string) => `Geen cijfer om ${time}: alle locaties zwijgen. Dit is geen nul.`,
  allClosed: (weekday: string, n: number, complete: boolean) =>
    `Rustige ${weekday}: ${n === 1 ? "de locatie is gesloten" : `alle ${count(n, f)} locaties zijn gesloten`}${
      complete ? ", alle gegevens van gisteren zijn binnen" : ""
    }.`,
  opening: (weekday: string, n: number, time: string, complete: boolean) =>
    `${capital(weekday)}: ${n === 1 ? "één locatie opent" : `${count(n, f)} locaties openen`} vandaag, vanaf ${time}${
      complete ? "" : "; er ontbreken gegevens van gisteren"
    }.`,
  yesterday: (weekday: string, verdict: Verdict, bound: Bound, n: number) => {
    const how =
      verdict === "strong"
        ? "boven het gebruikelijke"
        : verdict === "weak"
          ? "onder het gebruikelijke"
          : "zoals gewoonlijk";
    return `${capital(weekday)}${verdict === "unknown" ? "" : ` ${how}`}: ${SURE[bound]}${visits(n, f)}.`;
  },
  weekend: (
    verdict: "ordinary" | "busy" | "quiet",
    strongest: string | null,
    range: Ends,
    now: boolean,
    brief: boolean,
  ) => {
    const kind =
      verdict === "busy" ? "Druk weekend" : verdict === "quiet" ? "Rustig weekend" : "Gewoon weekend";
    return `${kind}${now ? "" : " op komst"}${strongest && !brief ? `, vooral ${strongest}` : ""}: ${f.between(range)} bezoeken${brief ? "" : " in twee dagen"}, 8\u00a0op\u00a0de\u00a010\u00a0keer.`;
  },
  noData: "Nog geen gegevens.",
  boardTitle: "De locaties, vandaag en over zeven dagen",
  site: "Locatie",
  state: "Status",
  visits: "Bezoeken",
  todayAt: (time: string) => `Vandaag om ${time}`,
  yesterdayHead: (day: string) => `Gisteren, ${day}`,
  scale: (max: string) => `gemeenschappelijke schaal, 0 tot ${max}`,
  ownScale: (n: number, max: string) => `${n} locaties · schaal 0 tot ${max}`,
  states: {
    late: "Te laat",
    missing: "Ontbreekt",
    estimated: "Geschat",
    partial: "Onvolledig",
    up_to_date: "Bijgewerkt",
    closed: "Gesloten",
    no_data: "Geen gegevens",
  },
  yesterdayHours: (hours: string) => `gisteren · ${hours}`,
  lastReport: (time: string) => `laatst om ${time}`,
  lastReportHours: (hours: number) => `laatst ${hours} uur geleden`,
  nothingSince: (time: string) => `niets sinds ${time}`,
  nothingBetween: (from: string, to: string) => `niets van ${from.replace(/\u00a0uur$/, "")} tot ${to}`,
  estimatedShare: (share: string) => `voor ${share} van de uren`,
  received: (time: string) => `ontvangen om ${time}`,
  partialNote: (n: number) => (n === 1 ? "één locatie zwijgt" : `${count(n, f)} locaties zwijgen`),
  partialShare: "een deel van de uren ontbreekt",
  noFeed: "niets gekoppeld",
  reopens: (day: string, time: string) => `weer open ${day}, ${time}`,
  opensToday: (time: string) => `vandaag open om ${time}`,
  reopensMonth: (month: string) => `weer open in ${month}`,
  reopensYear: (month: string, year: string) => `weer open in ${month} ${year}`,
  noteLate: (n: string, time: string, usual: string | null) =>
    `minstens ${n} om ${time}${usual ? ` · gewoonlijk ${usual}` : ""}`,
  noteMissing: (usual: string | null) => `dit is geen nul${usual ? ` · gewoonlijk ${usual}` : ""}`,
  noteEstimated: (n: number, usual: string | null) =>
    `waarvan ${f.int(n)} geschat${usual ? ` · gewoonlijk ${usual}` : ""}`,
  noteUsual: (usual: string | null, expected: string | null) =>
    [usual ? `gewoonlijk ${usual}` : "nog geen gewoonte", expected ? `bij sluiting ${expected}` : ""]
      .filter(Boolean)
      .join(" · "),
  noteWeekday: (weekday: string, usual: string) => `gewone ${weekday}: ${usual}`,
  bulletLabel: (name: string, n: string, usual: string | null, expected: string | null) =>
    `${name}: ${n}${usual ? `; gewoonlijk op dit uur ${usual}` : ""}${expected ? `; verwacht bij sluiting ${expected}` : ""}.`,
  inside: (people: string, tolerance: string | null, capacity: string | null, time: string) =>
    `${people} binnen${tolerance === null ? "" : ` (± ${tolerance})`}${capacity === null ? "" : ` van ${capacity}`}, ${time}`,
  noCount: "geen cijfer, dit is geen nul",
  cellsLabel: (name: string, days: string) => `${name}, zeven dagen: ${days}.`,
  booked: (n: string) => `${n} res.`,
  key: {
    counted: "geteld",
    estimated: "geschat",
    usualNow: "gewoonlijk op dit uur",
    usualDay: (weekday: string) => `gewoonlijk op ${weekday}`,
    expected: "verwacht bij sluiting",
    forecast: "prognose, 8 en 5 op 10 dagen",
    booked: "al geboekt",
    missing: "ontbrekende gegevens",
    closed: "gesloten",
  },
  figures: {
    closing: "Vandaag verwacht, bij sluiting",
    closingText: (weekday: string, usual: string | null) =>
      `8 op de 10 dagen.${usual ? ` Op een gewone ${weekday}: ${usual}.` : ""}`,
    yesterday: "Gisteren, hele dag",
    yesterdayText: (weekday: string, usual: string | null) =>
      usual ? `Op een gewone ${weekday}: ${usual}.` : "Nog geen gewoonte.",
    yesterdayAtLeast: "Minstens: er ontbreken gegevens.",
    yesterdayClosed: "Alle locaties waren gesloten.",
    weekend: "Dit weekend verwacht",
    weekendText: (saturday: string | null, sunday: string | null, year: string, before: string | null) =>
      [
        [saturday ? `zaterdag ${saturday}` : "", sunday ? `zondag ${sunday}` : ""].filter(Boolean).join(", "),
        before ? `vergelijkbaar weekend van ${year}: ${before}` : "",
      ]
        .filter(Boolean)
        .map((part) => `${capital(part)}.`)
        .join(" "),
    booked: "Al geboekt over zeven dagen",
    places: (n: number) => (n === 1 ? "plaats" : "plaatsen"),
    bookedText: (groups: string | null, closedDays: string | null, days: string) =>
      closedDays
        ? `waarvan ${groups ?? "0"} door groepen; ${closedDays} ${days}, buiten de openingsuren.`
        : groups
          ? `waarvan ${groups} door groepen.`
          : "nog geen groep.",
    bookedNone: "Geen boeking geregistreerd.",
    onDay: (day: string) => `op ${day}`,
    none: "—",
    noneText: "Nog geen prognose.",
  },
  twin: "Hetzelfde bord in cijfers",
  twinCaption: "Bezoek van de dag, gewoonte en prognose per locatie",
  twinCols: { counted: "Geteld", usual: "Gewoonlijk", expected: "Bij sluiting", note: "Toelichting" },
  how: "Bezoek volgens de opgegeven bron van elke locatie (tickets, ook gratis, of een geijkte teller), binnen de openingsuren.",
  howInside:
    "Personen binnen: ingangen min uitgangen sinds de opening, elke nacht opnieuw begonnen; ± is de afwijking van de deuren op 8 van 10 voorbije dagen.",
  howCoverage: (share: string, estimated: string | null) =>
    `Tellingen ontvangen voor ${share} van de open uren van die dag, ${estimated ?? "niets"} geschat.`,
});
