/** Dutch: the screen "Kwaliteit van de gegevens". */
import { capital, type Format } from "../format.ts";

const feedsOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "bron" : "bronnen"}`;
const sensorsOf = (n: number, f: Format) => (n === 1 ? "één teller" : `${f.int(n)} tellers`);
const daysOf = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) === 1 ? "dag" : "dagen"}`;
const linesOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "regel" : "regels"}`;
const hoursOf = (n: number, f: Format) => `${Number.isInteger(n) ? f.int(n) : f.decimal(n)} uur`;
/** Under two hours in minutes, from two days on in days. */
const lengthOf = (minutes: number, f: Format) =>
  minutes < 120
    ? `${f.int(minutes)} minuten`
    : minutes < 2 * 1440
      ? hoursOf(Math.round(minutes / 60), f)
      : daysOf(minutes / 1440, f);

export const quality = (f: Format) => ({
  period: (from: string, to: string) => `Van ${from} tot en met ${to}`,
  scope: (feeds: number, days: number) => `${feedsOf(feeds, f)}, ${daysOf(days, f)}`,
  feedKind: {
    ticketing: "kassa",
    kiosk: "zuil",
    counter: "teller",
    manual: "handtelling",
    weather: "weer",
    calendar: "kalender",
  },
  territory: "Gebied",
  answer: {
    none: "Er is geen bron aangesloten.",
    noneNext: "Geef een teller, een kassa of een map op in het bestand van het gebied.",
    both: (mute: number, lying: number) =>
      `${mute === 1 ? "Eén bron zwijgt" : `${feedsOf(mute, f)} zwijgen`}, en ${sensorsOf(lying, f)} ${lying === 1 ? "liegt" : "liegen"} misschien.`,
    mute: (mute: number) =>
      `${mute === 1 ? "Eén bron zwijgt" : `${feedsOf(mute, f)} zwijgen`}; geen teller lijkt te liegen.`,
    lying: (lying: number) =>
      `Alle bronnen melden zich; ${sensorsOf(lying, f)} ${lying === 1 ? "liegt" : "liegen"} misschien.`,
    well: "Alle bronnen melden zich, en geen teller lijkt te liegen.",
    coverage: (share: string, days: number) =>
      `Over ${daysOf(days, f)} is ${share} van de openingsuren gemeten.`,
    worst: (name: string, what: string) => `${name}: ${what}`,
  },
  title: {
    holes: (name: string, bad: number, due: number) =>
      `${name}: ${daysOf(bad, f)} van de ${f.int(due)} te bekijken`,
    whole: (days: number) => `${daysOf(days, f)} zonder gat`,
  },
  sub: (narrow: boolean) =>
    `Eén strook per bron, één vak per dag${narrow ? ", laatste 28 dagen" : ""}. Rechts: wat nu misgaat.`,
  chartLabel: (feeds: number, from: string, to: string, bad: number) =>
    `Toestand van ${feedsOf(feeds, f)} dag na dag van ${from} tot en met ${to}; ${f.int(bad)} ${bad === 1 ? "vak" : "vakken"} te bekijken. De tabel hieronder geeft elke dag.`,
  health: {
    ok: "up-to-date",
    late: (length: string) => `${length} te laat`,
    silent: "zwijgt",
    never: "nooit iets ontvangen",
    failed: "defect",
  },
  length: (minutes: number) => lengthOf(minutes, f),
  state: {
    ok: "up-to-date",
    late: "te laat aangekomen",
    partial: "onvolledig, minder dan 90% van de uren",
    missing: "ontbreekt: dit is geen nul",
    suspect: "verdacht",
    corrected: "gecorrigeerd door de bron",
    due: "verwacht, nog op tijd",
    rest: "leeg: gesloten, er werd niets verwacht",
  },
  short: {
    ok: "Up-to-date",
    late: "Te laat",
    partial: "Onvolledig",
    missing: "Ontbreekt",
    suspect: "Verdacht",
    corrected: "Gecorrigeerd",
    due: "Verwacht",
    rest: "Niets verwacht",
  },
  dataState: {
    current: "Up-to-date",
    late: "Te laat",
    partial: "Onvolledig",
    estimated: "Geschat",
    corrected: "Gecorrigeerd",
  },
  figures: {
    now: "Nu up-to-date",
    nowUnit: (n: number) => `van de ${feedsOf(n, f)}`,
    nowText: "Een bron is te laat wanneer ze langer zwijgt dan toegestaan; gesloten uren tellen niet mee.",
    measured: "Gemeten openingsuren",
    measuredUnit: (days: number) => `over ${daysOf(days, f)}`,
    partial: (names: string) => `Onvolledig, minder dan 90%: ${names}. Totalen zijn daar ondergrenzen.`,
    complete: "Elke locatie zit boven 90%.",
    nothing: "Er werd niets verwacht.",
    aside: "Opzijgezette regels",
    asideText: (reasons: string) => `Onbruikbaar: ${reasons}. Ze tellen in geen enkel totaal mee.`,
    noAside: "Elke ontvangen regel was bruikbaar.",
  },
  problems: {
    title: "Te doen, het ergste eerst",
    none: "Niets te doen.",
    todo: "Te doen:",
    day: "Deze dag bekijken",
    note: "Storing noteren",
    noted: "Storing genoteerd",
    failed: "de bron weigert of is gewijzigd",
    held: "de bron geeft te veel niet meer van wat ze gaf: niets is verwijderd",
    silent: (day: string, over: string, allowance: string) =>
      `niets sinds ${day}, ${over} langer dan de toegestane ${allowance}`,
    never: "er is nooit iets aangekomen",
    late: (day: string, over: string, allowance: string) =>
      `laatste gegevens op ${day}, ${over} langer dan de toegestane ${allowance}`,
    stuck: (hours: number, days: number, last: string) =>
      `dezelfde waarde ${hoursOf(hours, f)} herhaald${days > 1 ? `, ${daysOf(days, f)}, het laatst` : ""} op ${last}`,
    ratio: (times: string, last: string) =>
      `de deur telt ${times} keer wat de kassa doet verwachten, op ${last}`,
    drift: (times: string) => `de deur telt ${times} keer wat ze vroeger telde voor evenveel tickets`,
    clock: (minutes: number) => `klok lijkt ongeveer ${f.int(Math.abs(minutes))} minuten verkeerd te staan`,
    future: (n: number) => `${linesOf(n, f)} met een tijd later dan nu`,
    columns: (n: number, names: string) =>
      `${n === 1 ? "een nieuwe kolom die niemand leest" : `${f.int(n)} nieuwe kolommen die niemand leest`}: ${names}`,
    gaps: (share: string, days: number) =>
      `${share} van de openingsuren gemeten, ${daysOf(days, f)} met een gat`,
    rejected: (n: number, reasons: string) => `${linesOf(n, f)} opzijgezet (${reasons})`,
    do: {
      failed: "toegang en formaat nakijken met de leverancier",
      held: "vraag het de bron; is het bedoeld, bevestig het met beffroi ingest --feed … --accept-loss",
      silent: "stroom en netwerk van de teller nakijken, dan de leverancier bellen",
      late: "wachten, of het netwerk nakijken; de dagtotalen blijven onvolledig",
      stuck: "teller schoonmaken of herstarten, en de storing noteren zodat prognoses er niets van leren",
      ratio: "deze dag bekijken: groep zonder tickets, geblokkeerde deur, verplaatste teller?",
      drift: "teller schoonmaken, hoogte en hoek nakijken, of opnieuw ijken",
      clock: "de tijd van de teller vergelijken met die van de kassa",
      future: "de klok van de teller gelijkzetten, of de tijdzone in het bestand van het gebied",
      columns: "nakijken of er een in de plaats komt van een gelezen kolom; zo niet, niets",
      gaps: "aanvullen met handtellingen, of de storing noteren",
      rejected: "de bron verbeteren en opnieuw sturen: de juiste regel vervangt de oude",
    },
  },
  corrections: {
    title: "Sindsdien gecorrigeerd",
    intro:
      "Totalen van voorbije dagen die de bron gewijzigd heeft, in haar eigen eenheid; de nieuwste correctie eerst.",
    line: (name: string, day: string, detail: string) => `${name}, ${day}: ${detail}`,
    late: "achteraf binnengekomen",
    corrected: "feiten gewijzigd of ingetrokken",
    more: (n: number) => `Nog ${f.int(n)} ${n === 1 ? "correctie" : "correcties"} in het JSON-bestand.`,
  },
  ratio: {
    title: (site: string) => `${site}: ingangen per 100 tickets`,
    inside: (days: number) => `Deur en kassa komen overeen op ${daysOf(days, f)}.`,
    outside: (n: number, days: number) => `${daysOf(n, f)} van de ${f.int(days)} buiten de band.`,
    few: "Te weinig volledige dagen voor een band: er zijn er tien nodig.",
    band: (low: string, high: string) =>
      `Gewoonlijk tussen ${low} en ${high}, volgens de 28 open dagen ervoor.`,
    point: (n: string, day: string) => `${n} op ${day}`,
    label: (site: string, days: number, outside: number) =>
      `${site}, bezoekers aan de deur per 100 tickets op ${daysOf(days, f)}; ${f.int(outside)} buiten de gewone band.`,
    clock: (minutes: number) =>
      `De deur loopt ongeveer ${f.int(Math.abs(minutes))} minuten ${minutes > 0 ? "achter" : "voor"} op de kassa.`,
    more: (n: number) => `Nog ${f.int(n)} ${n === 1 ? "locatie" : "locaties"} in de tabel.`,
  },
  reason: {
    malformed: "onleesbare regel",
    unknown_site: "onbekende locatie",
    bad_number: "onleesbaar getal",
    negative: "negatief getal",
    bad_time: "onleesbaar tijdstip",
    nonexistent_time: "tijdstip dat niet bestaat",
    ambiguous_time: "dubbelzinnig tijdstip",
    future: "datum in de toekomst",
    missing_field: "ontbrekend veld",
    bad_encoding: "onleesbare tekens",
    too_long: "tekst te lang",
    too_large: "getal te groot",
    personal_data: "persoonsgegevens",
    unknown_value: "onbekende waarde",
  },
  pick: { open: "Een dag bekijken", feed: "Bron", all: "Alle bronnen", day: "Dag", show: "Tonen" },
  day: {
    title: (day: string, feed: string | null) => `${capital(day)}${feed ? ` · ${feed}` : ""}`,
    arrived: "Die dag aangekomen",
    nothing: "Geen enkele ophaling die dag.",
    cols: {
      feed: "Bron",
      runs: "Ophalingen",
      accepted: "Aanvaard",
      unchanged: "Ongewijzigd",
      revised: "Gecorrigeerd",
      rejected: "Opzijgezet",
    },
    rejected: "Die dag opzijgezet",
    rejectedCols: { reason: "Reden", count: "Regels", example: "Voorbeeld: plaats en fout, nooit de regel" },
    readings: "Metingen van de dag, uur per uur",
    readingsCols: { hour: "Uur", people: "Geteld", steps: "Metingen" },
    noReadings: "Geen meting voor deze dag. Dit is geen nul.",
    measure: {
      entries: "bezoekers aan de deur",
      admissions: "gescande tickets",
      tickets: "tickets",
      manual: "met de hand geteld",
    },
  },
  aside: {
    title: "Opzijgezette regels",
    waiting: (open: number, held: number) =>
      open === 0
        ? `Er wacht er geen: ${f.int(held)} bewaard, alle verbeterd of verworpen.`
        : `${capital(linesOf(open, f))} te verbeteren, van ${f.int(held)} bewaarde.`,
    see: (feed: string) => `${feed}: de regels bekijken`,
    rows: "De regels bekijken",
    cols: { place: "Plaats", reason: "Reden", fault: "Fout", kept: "Wat ervan bewaard is" },
    withheld: (names: string) => `niet bewaard: ${names}`,
    nothing: "niets",
    form: {
      row: "Regel",
      field: "Veld",
      drop: "geen: verwerpen",
      text: "Wat het is, of waarom verwerpen",
      send: "Verbeteren",
    },
    how: "Alleen de velden die de configuratie noemt worden bewaard, nooit wat iemand kan aanwijzen. Verbeter de bron en stuur opnieuw; hier één per keer; of veel tegelijk, op de server:",
    file: "Al deze regels, als CSV",
  },
  fault: {
    title: "Een storing noteren",
    text: "Wat ontvangen werd blijft; aangevinkt zegt de storing aan de prognoses er niets van te leren.",
    noted: "Genoteerde storingen",
  },
  twin: (days: number) => `Dezelfde stroken als tabel: ${daysOf(days, f)}`,
  twinDays: "Dagen en bronnen om te bekijken",
  twinFeeds: "Bronnen: laatste teken, toegestane stilte, gemeten deel",
  cols: {
    day: "Dag",
    ratio: "Ingangen per 100 tickets (gewone band)",
    told: "Te bekijken",
    feed: "Bron",
    last: "Laatste gegevens",
    allowance: "Toegestane stilte",
    measured: "Gemeten",
    now: "Nu",
  },
  allWell: "alles up-to-date",
  how: "Een teller moet elk open uur melden, een kassa een teken van leven geven. Verdacht: een waarde die te lang herhaald wordt voor toeval, of een deur buiten haar band (mediaan ± 3 robuuste afwijkingen van de 28 open dagen ervoor).",
  howCoverage: (share: string) => `Geldige metingen voor ${share} van de openingsuren.`,
});
