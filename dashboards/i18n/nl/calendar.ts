/** Dutch: the screen "Kalender en uren". */
import { capital, type Format } from "../format.ts";

const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dag" : "dagen"}`;
/** "15 uur" before another hour is "15". */
const bare = (time: string) => time.replace(/\u00a0uur$/, "");

export const calendar = (f: Format) => ({
  title: "Kalender en uren",
  scope: (n: number, all: boolean) => (all ? `Alle ${n} locaties` : `${n} locaties`),
  years: "Getoonde periode",
  lastYear: "52 weken",
  slot: (weekday: string, from: string, to: string) => `${weekday} van ${bare(from)} tot ${to}`,
  answer: (slot: string, n: string) => `${capital(slot)} is het drukst: gemiddeld ${n} bezoeken per uur.`,
  second: (slot: string, n: string) => `Het rustigst: ${slot}, ${n} per uur.`,
  dayOnly: (day: string, n: string) => `Drukste dag: ${day}, ${n} bezoeken.`,
  noHours: "De gekozen locaties tellen per dag: hun uren zijn niet bekend.",
  fewHours: "Te weinig gemeten dagen om de uren te vergelijken.",
  empty: "Geen bezoek gemeten in deze periode.",
  emptyNext: "Kies een andere periode of ga na of de locaties gegevens zenden.",
  notYet: "Nog niets in deze periode: die moet nog komen.",
  allClosed: "De hele periode gesloten.",
  titleMonths: (full: string, n: string, calm: string, m: string) =>
    `${capital(full)} is de drukste maand: ${n} bezoeken per open dag, ${m} in ${calm}`,
  titlePlain: "Bezoeken van dag tot dag",
  sub: (narrow: boolean) =>
    narrow ? "Bezoeken per dag, laatste 12 weken." : "Bezoeken per dag. Een kolom per week.",
  chartLabel: (from: string, to: string, fullest: string) =>
    `Kalender van de bezoeken van ${from} tot en met ${to}, een kolom per week, donkerder bij meer bezoeken; ${fullest}. De tabel hieronder geeft elke waarde.`,
  peak: (day: string, n: string) => `het meest: ${n} bezoeken op ${day}`,
  nothing: "geen bezoek gemeten",
  keys: "Pijl links en rechts: vorige of volgende week. Omhoog en omlaag: vorige of volgende dag. Home, End: eerste of laatste dag. Enter: de week openen. Escape: sluiten.",
  gridTitle: (from: string, to: string, days: number, of: number) =>
    `Van ${bare(from)} tot ${to} is het drukste uur, ${days === of ? "elke dag" : `${f.int(days)} dagen op ${f.int(of)}`}`,
  gridPlain: "Uur na uur",
  gridSub: "Bezoeken per open uur, gemiddelde van de periode.",
  gridLabel: (fullest: string) =>
    `Bezoeken per open uur, uren als rijen en weekdagen als kolommen; ${fullest}. De tabel hieronder geeft elke waarde.`,
  fullestTitle: "Het drukst",
  calmestTitle: "Het rustigst",
  perHour: (n: string) => `${n} per uur`,
  figures: {
    fullest: "Het drukste uur",
    calmest: "Het rustigste uur",
    unit: "bezoeken per uur",
    slotText: (slot: string, days: number) => `${capital(slot)}: gemiddelde van ${daysOf(days, f)} gemeten.`,
    day: "De drukste dag",
    dayText: (day: string, name: string | null) => `${capital(day)}${name ? `, ${name}` : ""}.`,
    none: "Te weinig metingen.",
  },
  key: {
    upTo: (n: string) => `tot en met ${n}`,
    between: (low: string, high: string) => `${low} tot ${high}`,
    above: (n: string) => `meer dan ${n}`,
    any: "bezoeken",
    zero: "nul: open, niemand",
    closed: "gesloten",
    missing: "ontbrekende gegevens: dit is geen nul",
    estimated: "geschat",
    coming: "nog te komen, midden van de prognose",
    marked: "feestdag of evenement",
    today: "vandaag, nog bezig",
    holidays: (zone: string) => `schoolvakantie zone ${zone}`,
    never: "nooit open",
    framed: "het drukste, het rustigste",
  },
  twin: (days: number) => `Dezelfde grafieken als tabellen: ${daysOf(days, f)}, en de uren`,
  twinDays: (from: string, to: string) => `Bezoeken per dag van ${from} tot en met ${to}, een rij per week`,
  twinHours: "Bezoeken per open uur, en gemeten dagen",
  week: "Week",
  total: "Totaal",
  days: "Dag per dag",
  hour: "Uur",
  cell: {
    running: "nog bezig",
    closed: "gesloten",
    missing: "ontbreekt",
    unmeasured: "niet gemeten",
    coming: "nog te komen",
    expected: (range: string) => `verwacht ${range}`,
    days: (n: string, days: number) => `${n} (${daysOf(days, f)})`,
  },
  how: "Een uur telt als het volledig is gemeten; bezoeken worden bij aankomst geteld, per uur waarin minstens één locatie open is.",
  byDay: (sites: string, _n: number) => `Per dag geteld, niet in het rooster van de uren: ${sites}.`,
});
