/** Dutch: the screen "Logboek en kalender". */
import { capital, type Format } from "../format.ts";

const visits = (n: number, f: Format) =>
  `${f.int(n)} ${Math.round(Math.abs(n)) === 1 ? "bezoek" : "bezoeken"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dag" : "dagen"}`;
const unusualOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "ongewone dag" : "ongewone dagen"}`;
const judgedOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "beoordeelde dag" : "beoordeelde dagen"}`;
const hoursOf = (n: number, f: Format) => `${f.int(n)} uur`;

export const logbook = (f: Format) => ({
  period: (from: string, to: string) => (from === to ? capital(to) : `Van ${from} tot en met ${to}`),
  scope: (n: number, all: boolean) =>
    all ? `Alle ${n} locaties` : n === 1 ? "Eén locatie" : `${n} locaties`,
  some: "een deel van de soorten",
  change: "Periode, locaties of soorten wijzigen",
  from: "Van",
  last: "tot en met",
  sites: "Locaties",
  kinds: "Soorten",
  apply: "Tonen",
  allSites: "Alle locaties",
  kind: {
    note: "Notitie",
    event: "Evenement",
    closure: "Sluiting",
    fault: "Storing",
    action: "Actie",
    holiday: "Feestdag",
    break: "Schoolvakantie",
    correction: "Correctie",
    unusual: "Ongewone dag",
  },
  answer: {
    open: (n: number, judged: number, left: number) =>
      left === n
        ? `${unusualOf(n, f)} op ${judgedOf(judged, f)}: geen notitie verklaart ${n === 1 ? "hem" : "ze"}.`
        : `${unusualOf(n, f)} op ${judgedOf(judged, f)}, waarvan ${f.int(left)} zonder notitie.`,
    noted: (n: number, judged: number) =>
      n === 1
        ? `Eén ongewone dag op ${judgedOf(judged, f)}, en een notitie vertelt erover.`
        : `${unusualOf(n, f)} op ${judgedOf(judged, f)}: bij elk hoort een notitie.`,
    calm: (judged: number) => `Niets ongewoons op ${judgedOf(judged, f)}.`,
    unjudged: "Nog geen enkele dag heeft een prognose om mee te vergelijken.",
    nothing: "Over deze periode is niets genoteerd.",
  },
  second: {
    counting: (counting: number, written: number) =>
      written === 0
        ? "Nog niemand heeft iets genoteerd."
        : counting === 0
          ? written === 1
            ? "De enige notitie telt niet mee in het model."
            : `Geen van de ${f.int(written)} notities telt mee in het model.`
          : counting === written
            ? written === 1
              ? "De enige notitie telt mee in het model."
              : `Alle ${f.int(written)} notities tellen mee in het model.`
            : `${f.int(counting)} van de ${f.int(written)} notities ${counting === 1 ? "telt" : "tellen"} mee in het model.`,
    next: (name: string, from: string, to: string) =>
      `Op komst: ${name}, ${from === to ? from : `van ${from} tot en met ${to}`}.`,
  },
  title: {
    unusual: (site: string, day: string, n: number, range: string, more: boolean) =>
      `${site}, ${day}: ${visits(n, f)}, veel ${more ? "meer" : "minder"} dan voorspeld (${range})`,
    plain: "Wat er gebeurde, week na week",
  },
  sub: (narrow: boolean) =>
    `Eén regel per locatie${narrow ? ", negen weken" : ""}. Vol: telt mee in het model. Open: telt niet mee.`,
  chartLabel: (from: string, to: string, n: number, unusual: number) =>
    `Logboek van ${from} tot en met ${to}: ${f.int(n)} regels, waaronder ${unusualOf(unusual, f)}. De tabel hieronder geeft elke regel.`,
  flag: (time: string) => `vandaag, ${time}`,
  key: {
    event: "evenement",
    holiday: "feestdag",
    closure: "langer dan een week gesloten",
    note: "notitie",
    fault: "storing",
    action: "actie",
    correction: "gecorrigeerde dag",
    more: "veel meer dan voorspeld",
    fewer: "veel minder dan voorspeld",
    out: "open: telt niet mee in het model",
    breaks: "schoolvakantie",
  },
  figures: {
    unusual: "Ongewone dagen",
    unusualUnit: (judged: number) => `op ${judgedOf(judged, f)}`,
    unusualText:
      "Heel ver van wat de dag ervoor voorspeld was. Alleen al het toeval wijst er per locatie en twee maanden ongeveer één aan.",
    model: "Notities in het model",
    modelUnit: (n: number) => `van de ${f.int(n)}`,
    modelText:
      "Aangevinkte evenementen, sluitingen en storingen: latere prognoses houden er rekening mee. De kalender telt altijd mee.",
    corrections: "Gecorrigeerde dagen",
    correctionsUnit: (change: string) => `${change} bezoeken`,
    correctionsText:
      "Cijfers die de bron na afloop van de dag wijzigde. Prognoses leren van de gecorrigeerde cijfers.",
    noCorrections: "Geen enkele bron heeft een voorbije dag gewijzigd.",
  },
  list: {
    unusual: "Nog te verklaren",
    noUnusual: "Elke ongewone dag heeft een notitie, of er is er geen.",
    more: (n: number) => `Nog ${f.int(n)} in de tabel.`,
    came: (n: number, range: string) => `${visits(n, f)} waar er ${range} voorspeld waren, 8 op de 10 dagen.`,
    cause: (text: string) => `Waarschijnlijke oorzaak: ${text}.`,
    explain: "Noteren wat er gebeurde",
    written: "Genoteerd",
    noWritten: "Over deze periode is niets genoteerd. Eén regel volstaat: “sneeuw”, “werken aan de ingang”.",
    withdraw: "Intrekken",
    withdrawn: (day: string) => `Ingetrokken op ${day}.`,
    inModel: "Telt mee in het model",
    notInModel: "Telt niet mee in het model",
    effect: "Effect bekijken",
    calendar: "In de kalender",
    coming: "Op komst",
    writtenOn: (day: string) => `genoteerd op ${day}`,
  },
  cause: {
    silent: (n: number) => `de teller of kassa zweeg ${hoursOf(n, f)}`,
    stuck: (n: number) => `de teller herhaalde ${hoursOf(n, f)} dezelfde waarde`,
    otherSource: "de andere bron van de locatie zegt iets anders",
    revised: (n: string) => `sindsdien gecorrigeerd met ${n}`,
    event: (name: string) => name,
    rain: (mm: number) =>
      mm > 0
        ? `${f.decimal(mm)} mm meer regen dan voorspeld`
        : `${f.decimal(-mm)} mm minder regen dan voorspeld`,
    temperature: (degrees: number) =>
      degrees > 0
        ? `${f.decimal(degrees)} °C warmer dan voorspeld`
        : `${f.decimal(-degrees)} °C kouder dan voorspeld`,
    everywhere: (n: number) =>
      n === 1 ? "één andere locatie bewoog mee" : `${f.int(n)} andere locaties bewogen mee`,
    unknown: "geen bekend",
  },
  correction: (before: string, after: string) => `${before} → ${after} bezoeken`,
  span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  form: {
    open: "Notitie toevoegen",
    site: "Locatie",
    from: "Eerste dag",
    last: "Laatste dag",
    kind: "Soort",
    text: "In enkele woorden",
    textHint: "Niets over personen: geen naam, telefoonnummer of e-mailadres.",
    counts: "Telt mee in het model",
    countsHint:
      "Voor een evenement, een sluiting of een storing. Latere prognoses houden er rekening mee; van een storing leren ze niets.",
    send: "Noteren",
  },
  effect: {
    title: (name: string) => `Wat “${name}” veranderde`,
    choose: "De actie geldt voor alle locaties: kies er één om te zien wat ze daar veranderde.",
    refused: {
      early: "Te vroeg om te zeggen: er zijn twee weken tellingen sinds de actie nodig.",
      before: "Te weinig geteld vóór de actie: er zijn acht weken nodig.",
      few: "Te weinig getelde dagen sinds de actie om iets te zeggen.",
      placebos: "Geen eerdere periode is lang genoeg om mee te vergelijken.",
      other: "Het effect kon niet worden gemeten.",
    },
    first: (days: number, measured: number, low: number, high: number) =>
      `${visits(measured, f)} in ${daysOf(days, f)}; zonder de actie tussen ${f.int(low)} en ${f.int(high)}, 8 op de 10 keer.`,
    verdict: {
      up: (low: string, high: string) => `Duidelijk effect: tussen ${low} en ${high} bezoeken per open dag.`,
      down: (low: string, high: string) =>
        `Duidelijke daling: tussen ${low} en ${high} bezoeken per open dag.`,
      unsure: (low: string, high: string) =>
        `Effect onzeker: tussen ${low} en ${high} bezoeken per open dag. Niets besluiten blijft redelijk.`,
    },
    placebos: (n: number, chance: string) =>
      `Grijze streepjes: dezelfde berekening op ${f.int(n)} data waarop niets gedaan werd. ${chance} ervan ligt even ver van nul.`,
    rulerLabel: (low: string, high: string, n: number) =>
      `Effect tussen ${low} en ${high}, boven ${f.int(n)} placebo’s.`,
    controls: (n: number) =>
      n === 0
        ? ""
        : n === 1
          ? "De beweging van één andere locatie is ervan afgetrokken."
          : `De gezamenlijke beweging van ${f.int(n)} andere locaties is ervan afgetrokken.`,
  },
  twin: (n: number) => `Het logboek als tabel: ${f.int(n)} ${n === 1 ? "regel" : "regels"}`,
  twinWeeks: "Wat er per week gebeurde",
  twinAll: "Alle regels van het logboek",
  weekCols: { week: "Week", said: "Notities en kalender", data: "Wat de gegevens zeggen" },
  cols: { days: "Dagen", kind: "Soort", site: "Locatie", what: "Wat", model: "Model" },
  yes: "ja",
  no: "nee",
  how: "Kalender en openingsregels: het bestand van het gebied. Notities: hier geschreven, nooit gewist, alleen ingetrokken. Ongewone dagen: ver van de prognose van de dag ervoor gemeten. Correcties: wat bronnen achteraf wijzigden.",
  connect: "Notities zijn anoniem: niets over personen wordt bewaard.",
});
