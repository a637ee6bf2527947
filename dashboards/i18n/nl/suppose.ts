/** Dutch: the screen "Wat als?". */
import { capital, type Ends, type Format } from "../format.ts";
import { reasons, weather } from "./reasons.ts";

const TIMES = "8\u00a0op\u00a0de\u00a010\u00a0keer";
const visits = (n: number) => (Math.round(n) === 1 ? "bezoek" : "bezoeken");

export const suppose = (f: Format) => ({
  reasons,
  weather,
  shareTo: " tot ",
  title: "Wat als?",
  situation: (day: string, time: string) => `${capital(day)}, stand om ${time}`,
  nothing: "Wat als we op een andere dag openen, als de toegang gratis is, als het regent?",
  nothingNext: "Het antwoord is een marge, of een weigering waar het verleden niets zegt.",
  waiting: "De berekening wacht op haar beurt.",
  waitingNext: "De pagina laadt zelf om de drie seconden opnieuw; u hoeft niets te doen.",
  noDay: "Geen enkele dag past bij de vraag.",
  noDayNext:
    "Die weekdag komt tussen deze twee data niet voor, of er verandert niets: maak de vraag volledig.",
  opening: (hours: string) => `open ${hours}`,
  shut: "gesloten",
  group: (people: number) => (people === 1 ? "één persoon boekt" : `een groep van ${f.int(people)} boekt`),
  rain: (mm: string) => (mm === "0" ? "geen regen" : `${mm}\u00a0mm regen`),
  temperature: (degrees: string) => `${degrees}\u00a0°C`,
  free: "gratis toegang",
  days: (from: string, to: string, n: number, weekday: string | null) =>
    `${f.int(n)} ${weekday === null ? "dagen" : `${weekday}en`} van ${from} tot en met ${to}`,
  more: (subject: string, ends: Ends) =>
    `${subject}: ${f.between(ends)} ${visits(ends.high)} meer, ${TIMES}.`,
  fewer: (subject: string, ends: Ends) =>
    `${subject}: ${f.between(ends)} ${visits(ends.high)} minder, ${TIMES}.`,
  unclear: (subject: string, fewer: number, more: number) =>
    `${subject}: geen effect te meten, tussen ${f.int(fewer)} ${visits(fewer)} minder en ${f.int(more)} meer, ${TIMES}.`,
  refused: (subject: string, reason: string) => `${subject}: daar is niets over te zeggen, ${reason}.`,
  refusedSome: (n: number) =>
    n === 1
      ? "Eén dag heeft geen antwoord: reden hieronder."
      : `${f.int(n)} dagen hebben geen antwoord: redenen hieronder.`,
  asIs: (range: string) => `Zoals voorspeld: ${range}.`,
  withChange: (range: string) => `Met deze wijziging: ${range}.`,
  rangeVisits: (ends: Ends) => `${f.between(ends)} ${visits(ends.high)}`,
  nobody: "niemand",
  plan: (name: string, day: string) => `Plan “${name}”, vastgelegd op ${day}:`,
  planHeld: (inside: number, measured: number) =>
    `${f.int(inside)} van ${f.int(measured)} ${measured === 1 ? "dag" : "dagen"} binnen de geplande marge.`,
  planWaits: "nog geen van zijn dagen is gemeten.",
  planNext: (days: number, measured: number) =>
    `${f.int(measured)} van zijn ${f.int(days)} dagen ${measured === 1 ? "is" : "zijn"} volledig gemeten.`,
  ask: "De vraag",
  groups: { days: "Welke dagen", opening: "Opening", public: "Publiek", weather: "Weer" },
  fields: {
    day: "Eerste dag",
    last: "Laatste dag",
    weekday: "Alleen",
    everyDay: "elke dag",
    opens: "Opent om",
    closes: "Sluit om",
    closed: "Hele dag gesloten",
    free: "Gratis toegang",
    group: "Groep van",
    event: "Evenement",
    noEvent: "geen",
    rain: "Regen, mm (8 – 20 uur)",
    temperature: "Temperatuur max., °C",
  },
  submit: "Berekenen",
  clear: "Vraag wissen",
  weekdays: (weekday: string) => `${weekday}en`,
  chartPlain: "De komende vier weken, zoals voorspeld",
  chartWeeks: "De dagen rond de vraag",
  chartOne: (day: string, before: string, after: string) =>
    `${capital(day)}: ${after} met de wijziging, ${before} zonder`,
  chartMany: (n: number) => `${f.int(n)} dagen veranderen, de andere blijven zoals voorspeld`,
  chartRefused: "Deze dagen blijven zoals voorspeld",
  sub: "Bezoeken per dag, 8 op de 10 dagen",
  label: (from: string, to: string, changed: string) =>
    `Bezoek voorspeld van ${from} tot ${to}${changed ? `; gewijzigd: ${changed}` : ""}. De tabel geeft elke waarde.`,
  key: {
    plain: "zoals voorspeld, 8 op 10 dagen; streep: midden",
    before: "gewijzigde dag, zonder de wijziging",
    after: "gewijzigde dag, met de wijziging: 8 op 10 dagen, 5 op 10 dagen, midden",
    came: "bezoek dat kwam",
    closed: "gesloten",
  },
  figures: {
    difference: "Verschil",
    differenceText: (clear: boolean, days: number) =>
      `${clear ? "Het effect is te zien: de marge bevat geen nul." : "De marge bevat nul: niets zegt dat dit iets verandert."}${
        days > 1 ? ` Som van ${f.int(days)} dagen.` : ""
      }`,
    differenceLabel: (low: string, high: string) =>
      `Verschil tussen ${low} en ${high} bezoeken, nul gemarkeerd`,
    before: "Zoals voorspeld",
    after: "Met de wijziging",
    unit: "bezoeken",
    total: (days: number) =>
      days === 1 ? "8 op de 10 dagen" : `${f.int(days)} dagen samen, 8 op de 10 keer`,
    closed: "gesloten",
    together: (days: number) => (days === 1 ? "" : `${f.int(days)} dagen samen`),
  },
  basisTitle: "Waarop dit steunt",
  basisModel: "Midden van de marge: dat van het model.",
  basisPast: "Midden van de marge: dat van eerdere dagen, het model kent zo’n wijziging niet.",
  refusedTitle: "Wat niet te zeggen is",
  scenarios: "Bewaarde scenario’s",
  noScenario: "Geen scenario bewaard voor deze locatie.",
  keep: "Dit scenario bewaren als",
  keepButton: "Bewaren",
  freeze: "Als plan vastleggen",
  drop: "Laten vallen",
  aria: (action: string, name: string) => `${action}: ${name}`,
  status: { draft: "ontwerp", plan: "plan", dropped: "vervallen" },
  frozen: (day: string) => `vastgelegd op ${day}`,
  kept: (day: string) => `bewaard op ${day}`,
  keepNote:
    "Vastleggen bewaart de prognose van vandaag: ze verandert niet meer en wordt vergeleken met wat komt.",
  scenarioCols: { name: "Scenario", days: "Dagen", what: "Wat verandert", status: "Stand", act: "Doen" },
  twin: "Elke dag in een tabel",
  caption: (from: string, to: string) => `Bezoek voorspeld en gewijzigd van ${from} tot ${to}`,
  cols: {
    day: "Dag",
    open: "Open",
    before: "Zoals voorspeld",
    after: "Met de wijziging",
    difference: "Verschil",
    came: "Gekomen",
  },
  cannot: "niet te zeggen",
  differenceRange: (low: string, high: string) => `${low} tot ${high}`,
  how: "Elke wijziging is gemeten op eerdere dagen die ze kenden, tegen gewone dagen eromheen. Het verschil heeft zijn eigen marge: het is niet de afstand tussen twee prognoses.",
  howOrigin: (day: string, time: string, model: string) =>
    `Berekend met wat bekend was op ${day} om ${time} (model “${model}”).`,
  howSum:
    "Over meer dagen tellen de grenzen op: hetzelfde effect geldt voor alle, en is het op één dag kleiner, dan op elke.",
});
