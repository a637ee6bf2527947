/** Dutch: the screen "Bezoek". */
import { capital, type Format } from "../format.ts";

const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "bezoek" : "bezoeken"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dag" : "dagen"}`;
const pairsOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dagpaar" : "dagparen"}`;
const leftOutOf = (leftOut: number, f: Format) =>
  leftOut === 0
    ? "Geen dag weggelaten."
    : `${f.int(leftOut)} ${leftOut === 1 ? "dag" : "dagen"} zonder paar of onvolledig weggelaten.`;

export const attendance = (f: Format) => ({
  period: (from: string | null, to: string) => (from === null ? `Op ${to}` : `${capital(from)} t/m ${to}`),
  scope: (n: number, all: boolean, days: number) =>
    `${all ? `Alle ${n} locaties` : n === 1 ? "Eén locatie" : `${n} locaties`}${days > 0 ? `, ${daysOf(days, f)}` : ""}`,
  comparedTo: (year: string) => `naast vergelijkbare dagen van ${year}`,
  change: "Periode en locaties wijzigen",
  from: "Van",
  last: "tot en met",
  sites: "Locaties",
  apply: "Tonen",
  answer: (n: number, change: string | null, more: boolean) =>
    change
      ? `${visits(n, f)}, ${change} ${more ? "meer" : "minder"} dan vorig jaar op vergelijkbare dagen.`
      : `${visits(n, f)}.`,
  answerEqual: (n: number) => `${visits(n, f)}, evenveel als vorig jaar op vergelijkbare dagen.`,
  ofWhichEstimated: (n: number) =>
    `Waarvan ${f.int(n)} ${n < 2 ? "bezoek" : "bezoeken"} geschat: niemand heeft ze gemeten.`,
  provisionalFrom: (day: string) => `voorlopig vanaf ${day}`,
  provisional: "voorlopig",
  empty: "Geen bezoek gemeten in deze periode.",
  notYet: "Nog niets in deze periode: die moet nog komen.",
  notYetNext: "De bezoeken verschijnen naarmate de dagen verstrijken.",
  noDays: "Geen dag in deze periode.",
  allClosed: "De hele periode gesloten.",
  noPairs: "Geen paar vergelijkbare dagen in deze periode.",
  emptyNext: "Kies een andere periode of ga na of de locaties gegevens zenden.",
  second: (per: string, difference: string, pairs: number) =>
    `Per open uur: ${per}. Het verschil is ${difference} bezoeken over ${pairsOf(pairs, f)}.`,
  secondPlain: (difference: string, pairs: number) =>
    `Het verschil is ${difference} bezoeken over ${pairsOf(pairs, f)}.`,
  titleBreak: (name: string, share: "most" | "three" | "half", up: boolean) =>
    `${name}: ${share === "most" ? "bijna de hele" : share === "three" ? "driekwart van de" : "de helft van de"} ${up ? "stijging" : "daling"}`,
  titlePeak: (day: string, name: string | null, n: string) =>
    `${day}${name ? `, ${name}` : ""}: ${n} bezoeken, de drukste dag`,
  titlePlain: "Bezoeken van dag tot dag",
  sub: (narrow: boolean) =>
    `Bezoeken per dag${narrow ? ", laatste 28 dagen" : ""}. Grijze band: zaterdag, zondag. Arcering: schoolvakantie.`,
  chartLabel: (from: string, to: string, total: string, peak: string) =>
    `Bezoeken per dag van ${from} t/m ${to} en vergelijkbare dagen van vorig jaar; ${total}; ${peak}. De tabel hieronder geeft elke waarde.`,
  peak: (day: string, n: string) => `meeste: ${n} op ${day}`,
  comparableYear: (year: string) => `${year}, vergelijkbare dagen`,
  comparableShort: (year: string) => `${year}, vergelijkbaar`,
  open: "open",
  markValue: (n: string, before: string | null, day: string, year: string) =>
    before ? `${n} bezoeken, ${before} op ${day} ${year}` : `${n} bezoeken`,
  breakTitle: (name: string, zone: string) => `${name}, zone ${zone}`,
  breakSub: (from: string, to: string, difference: number | null) =>
    `${from === to ? from : `${from} t/m ${to}`}${difference === null ? "" : `: ${f.signed(difference)} ${Math.abs(Math.round(difference)) === 1 ? "bezoek" : "bezoeken"} op vergelijkbare dagen`}`,
  week: { visits: "bez.", partial: "deels", over: (year: string) => `op ${year}` },
  key: {
    measured: (year: string) => `${year}, gemeten`,
    estimated: "geschat",
    zero: "nul: open, niemand",
    closed: "alle locaties gesloten",
    missing: "ontbrekende gegevens: dit is geen nul",
    holidays: (zone: string) => `schoolvakantie zone ${zone}`,
  },
  growth: {
    toDate: "Zelfde datums",
    comparable: "Vergelijkbare dagen",
    perHour: "Per open uur",
    visits: (difference: string) => `${difference} bezoeken`,
    toDateText: (now: string, before: string, year: string, leftOut: number) =>
      `${now} tegen ${before} op dezelfde datums van ${year}. ${leftOutOf(leftOut, f)}`,
    comparableText: (days: number, leftOut: number) =>
      `${pairsOf(days, f)}, beide volledig. ${leftOutOf(leftOut, f)}`,
    perHourText: (now: string, before: string) =>
      `${now} bezoeken per open uur tegen ${before} op vergelijkbare dagen.`,
    perHourUnit: (now: string) => `${now} bezoeken per uur`,
    rulerLabel: (name: string, change: string) => `${name}: ${change}, op één schaal voor de drie cijfers.`,
    tooFew: "Te weinig bezoek vorig jaar voor een percentage.",
  },
  twin: (days: number) => `Dezelfde grafiek als tabel: ${daysOf(days, f)} en hun paren`,
  twinCaption: (from: string, to: string) => `Bezoeken per dag van ${from} t/m ${to}, en vergelijkbare dagen`,
  twinCols: {
    day: "Dag",
    visits: "Bezoeken",
    compareDay: "Vergelijkbare dag",
    compare: "Bezoeken toen",
    difference: "Verschil",
    note: "Toelichting",
  },
  pairs: (n: number, year: string) =>
    `tegenover ${f.int(n)} vergelijkbare ${n === 1 ? "dag" : "dagen"} van ${year}`,
  marked: "Genoteerd en gemarkeerd",
  unpaired: {
    "new-event": "geen paar: het evenement was er vorig jaar niet",
    "no-holiday": "geen paar: vorig jaar geen zulke feestdag",
    "no-break-day": "geen paar: vorig jaar geen zulke vakantiedag",
    opening: "geen paar: het ene jaar open, het andere gesloten",
    "no-like-day": "geen paar: geen gelijksoortige dag over",
  },
  incomplete: "weggelaten: een van beide dagen is onvolledig",
  reason: {
    event: "zelfde evenement",
    holiday: "zelfde feestdag",
    school: "zelfde vakantieweek",
    weekday: "zelfde weekdag",
  },
  how: "Tickets, ook gratis, en daarop geijkte tellers, volgens de opgegeven bron van elke locatie.",
  howCoverage: (share: string, estimated: string | null) =>
    `Geldige tellingen voor ${share} van de open uren, ${estimated ?? "niets"} geschat.`,
  revisions: (n: number) =>
    n === 0
      ? "Sindsdien geen correctie."
      : n === 1
        ? "Sindsdien één correctie."
        : `Sindsdien ${f.int(n)} correcties.`,
});
