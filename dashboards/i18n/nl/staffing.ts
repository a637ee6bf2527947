/** Dutch: the screen "Bezetting". */
import { capital, type Format } from "../format.ts";
import { WORDS } from "./outlook.ts";

const word = (n: number, f: Format) => WORDS[n] ?? f.int(n);
const people = (n: number, f: Format) => `${word(n, f)} ${n === 1 ? "persoon" : "personen"}`;

export const staffing = (f: Format) => ({
  noRule: "Zonder regel voor de balie valt niet te zeggen hoeveel mensen er nodig zijn.",
  noRuleNext:
    "Schrijf in het territoriumbestand hoeveel bezoeken één persoon per uur ontvangt (desk: visits_per_person).",
  closedWeek: "De hele week gesloten: niemand wordt aan de balie verwacht.",
  beyond: (until: string) => `Nog geen prognose per uur voor deze week: ze reikt tot ${until}.`,
  beyondPast: "Voor deze week is geen prognose per uur bewaard.",
  beyondNext: "Het plan kan al ingevuld worden; de behoefte volgt met de prognose.",
  answer: (day: string, need: string, plan: string) => `${capital(day)}, ${need}: ${plan}.`,
  peak: (n: number, from: string, to: string) => `${people(n, f)} van ${from} tot ${to}`,
  after: (n: number) => `daarna ${word(n, f)}`,
  before: (n: number) => `daarvoor ${word(n, f)}`,
  rest: (n: number, isExact: boolean) =>
    isExact ? `de rest van de tijd ${word(n, f)}` : `de rest van de tijd hoogstens ${word(n, f)}`,
  planShort: (n: number) => `het plan voorziet ${n === 0 ? "niemand" : word(n, f)}`,
  planEnough: "het plan volstaat",
  planNone: "er is nog niets gepland",
  weekShort: (hours: string, days: string) =>
    `Om 8 op de 10 keer te volstaan ontbreekt deze week ${hours} aanwezigheid: ${days}.`,
  weekEnough: "In elk half uur van de week volstaat het plan 8 op de 10 keer.",
  weekPart: (days: string) => `Nog niet gepland: ${days}.`,
  weekNone: (hours: string) =>
    `De week vraagt ${hours} aanwezigheid om in elk half uur 8 op de 10 keer te volstaan.`,
  group: (day: string, places: string, planned: number) =>
    `${capital(day)}, gesloten voor het publiek: een groep (${places} plaatsen), ${
      planned === 0 ? "minstens één persoon" : `het plan voorziet ${people(planned, f)}`
    }.`,
  hours: (n: number) => `${Number.isInteger(n) ? f.int(n) : f.decimal(n)}\u00a0uur`,
  titleShort: (n: number, day: string, from: string, to: string) =>
    `${capital(people(n, f))} te weinig op ${day} van ${from} tot ${to}`,
  titleEnough: "Het plan dekt de behoefte de hele week",
  titlePeak: (n: number, day: string, from: string, to: string) =>
    `De grootste behoefte: ${people(n, f)}, ${day} van ${from} tot ${to}`,
  titleNone: "Plan van de week",
  week: (from: string, to: string) => `week van ${from} t/m ${to}`,
  subWide: "Personen aan de balie per half uur",
  subNarrow: "Personen aan de balie per dagdeel",
  previous: "vorige week",
  next: "volgende week",
  chartLabel: (from: string, to: string, best: string) =>
    `Personen nodig en gepland aan de balie, van ${from} t/m ${to}${best ? `; ${best}` : ""}. De tabel geeft elk tijdvak.`,
  best: (day: string, n: number) => `meest op ${day}, ${f.int(n)}`,
  unit: "personen",
  missing: (n: number) => `−${f.int(n)}`,
  noForecast: "geen prognose",
  flag: (time: string) => `nu, ${time}`,
  key: {
    need80: "volstaat 8 op de 10 keer",
    need50: "volstaat 5 op de 10 keer",
    planned: "gepland",
    short: "er ontbreekt iemand",
    closed: "gesloten",
    unknown: "geen prognose",
  },
  figures: {
    need: "Nodig, 8 op de 10 keer",
    needWhy: (half: string) => `aanwezigheid aan de balie; ${half} zou om de andere keer volstaan`,
    planned: "Gepland",
    plannedWhy: (need: string) => `op de uren waarvan de behoefte bekend is, ${need}`,
    plannedNone: "er is niets gepland: dat is geen nul",
    short: "Ontbreekt",
    shortWhy:
      "waar het plan onder de behoefte van 8 op de 10 keer ligt; elders te veel verandert daar niets aan",
    shortNone: "geen plan om mee te vergelijken",
  },
  halvesTitle: "Per dagdeel",
  halvesCaption: (from: string, to: string) => `Personen nodig en gepland, van ${from} t/m ${to}`,
  halves: {
    day: "Dag",
    morning: "Ochtend, nodig",
    morningPlan: "gepland",
    afternoon: "Middag, nodig",
    afternoonPlan: "gepland",
  },
  halvesNote: "Van 5 tot 8 op de 10 keer. De ochtend eindigt om 13 uur.",
  formTitle: "Plan wijzigen",
  form: {
    day: "Dag",
    from: "Van",
    to: "tot",
    people: "Personen",
    weeks: "Weken na elkaar",
    save: "Opslaan",
  },
  formNote:
    "Aantallen, nooit namen. Nul betekent dat er niemand is. De laatste invoer geldt, de vorige blijven bewaard.",
  twin: "De week als tabel",
  dayCaption: (from: string, to: string) => `Per dag, van ${from} t/m ${to}`,
  runCaption: "Per tijdvak",
  dayCols: {
    day: "Dag",
    open: "Open",
    peak: "Hoogstens, 8 op de 10 keer",
    need: "Nodige aanwezigheid",
    planned: "Gepland",
    short: "Ontbreekt",
  },
  runCols: {
    span: "Tijdvak",
    need50: "5 op de 10 keer",
    need80: "8 op de 10 keer",
    planned: "Gepland",
  },
  how: (rule: string) =>
    `Eén persoon ontvangt ${rule} bezoeken per uur, en minstens één is er zolang de locatie open is.`,
  howLevels:
    "Bezoeken per uur volgens de prognose; “8 op de 10 keer” ligt tussen de kwantielen 75% en 90%, op een derde.",
  howIssued: (day: string, time: string) => `Prognose van ${day} om ${time}.`,
  howPlan: (day: string, time: string) => `Plan gewijzigd op ${day} om ${time}.`,
});
