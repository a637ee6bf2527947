/** Dutch: the screen "Kunnen we erop vertrouwen?". */
import { capital, type Format } from "../format.ts";

const NUMBERS: Readonly<Record<number, string>> = { 2: "twee", 3: "drie", 7: "zeven" };
const days_ = (n: number) => (n === 1 ? "dag" : "dagen");

/** A number of days as it is written. */
const daysOf = (days: string) => `${days} ${days === "1" ? "dag" : "dagen"}`;

export const trust = (f: Format) => ({
  title: "Kunnen we erop vertrouwen?",
  judged: (days: number, lead: string) => `${f.int(days)} open ${days_(days)} nagegaan, ${lead} voorspeld`,
  at: (lead: number) => (lead === 1 ? "een dag vooraf" : `${NUMBERS[lead] ?? f.int(lead)} dagen vooraf`),
  before: (lead: number) => (lead === 1 ? "een dag eerder" : `${f.int(lead)} dagen eerder`),
  short: (lead: number) => `D-${lead}`,
  error: (at: string, error: number, rule: string | null) =>
    `${capital(at)} zat de prognose er gemiddeld ${f.int(error)} ${Math.round(error) === 1 ? "bezoek" : "bezoeken"} naast${
      rule === null ? "" : `; de eenvoudige regel ${rule}`
    }.`,
  naiveWins: "Voor deze locatie is “zelfde dag vorig jaar” nauwkeuriger dan ons model.",
  ruleShown: "Daarom tonen we die regel.",
  insideOf: (inside: number, days: number) =>
    days === 1
      ? `De enige nagegane dag viel ${inside === 1 ? "binnen" : "buiten"} de aangekondigde marge.`
      : `${f.int(inside)} van deze ${f.int(days)} dagen vielen binnen de aangekondigde marge; 8 op de 10 waren beloofd.`,
  tooFew: (days: number, needed: number) =>
    `Te vroeg om te zeggen: ${days === 0 ? "geen dag" : `${f.int(days)} ${days_(days)}`} nagegaan van de ${f.int(needed)} die nodig zijn.`,
  tooFewNext: "Elke gemeten openingsdag komt erbij.",
  soFar: (error: number, days: number) =>
    `Tot nu toe gemiddeld ${f.int(error)} ${Math.round(error) === 1 ? "bezoek" : "bezoeken"} ernaast, over ${f.int(days)} ${days_(days)}.`,
  titleFew: "Te weinig dagen nagegaan om te vergelijken",
  titleBetterSoFar: "De prognose is beter dan de eenvoudige regel waar genoeg dagen zijn nagegaan",
  titleBetter: "De prognose is op elke afstand beter dan de eenvoudige regel",
  titleUntil: (lead: number) =>
    `De prognose is tot ${f.int(lead)} ${days_(lead)} vooraf beter; verder vooruit is de eenvoudige regel even goed of beter`,
  titleMixed: (better: number, all: number) =>
    `De prognose is op ${f.int(better)} van de ${f.int(all)} afstanden beter dan de eenvoudige regel`,
  titleWorse: "De eenvoudige regel is op elke afstand beter",
  titleAlone: (near: string, far: string) =>
    near === far
      ? `De fout is ${near} bezoeken`
      : `De fout groeit van ${near} bezoeken een dag vooraf tot ${far} het verst vooruit`,
  sub: "Gemiddelde fout in bezoeken per dag, naar dagen vooraf",
  unit: "bezoeken ernaast",
  forecast: "prognose",
  rule: "eenvoudige regel",
  errorsLabel: (parts: string) => `Gemiddelde fout naar dagen vooraf: ${parts}. De tabel geeft elke waarde.`,
  errorsPart: (lead: string, error: string, rule: string | null) =>
    `${lead}, ${error}${rule === null ? "" : ` tegen ${rule}`}`,
  coverage: "Binnen de marge, 8 op de 10 dagen beloofd",
  coverageNote:
    "Streep: 8 op de 10. Band: wat het toeval voor zoveel dagen laat verwachten, 8 op de 10 keer. Punt: wat er kwam.",
  cols: {
    lead: "Voorspeld",
    error: "Fout",
    rule: "Eenvoudige regel",
    inside: "Binnen de marge",
    plot: "Van 0 tot 10 op de 10 dagen",
    share: (inside: string, days: string) => `${inside} van ${days}`,
  },
  figures: {
    error: (at: string) => `Gemiddelde fout, ${at}`,
    errorText: (days: string, mean: string, median: string | null) =>
      `Over ${daysOf(days)} met gemiddeld ${mean} bezoeken.${median === null ? "" : ` De eenvoudige regel: ${median}.`}`,
    inside: (at: string) => `Binnen de marge, ${at}`,
    insideUnit: (days: string) => `van ${daysOf(days)}`,
    insideText: (share: string | null) =>
      share === null
        ? "Te weinig dagen voor een percentage; 8 op de 10 beloofd."
        : `${share}, tegen ${f.percent(0.8)} beloofd.`,
    lastMiss: (day: string, n: string, low: string, high: string) =>
      `Laatste misser: ${day}, ${n} bezoeken bij ${low} tot ${high} aangekondigd.`,
    bias: "Neiging",
    biasUnit: "bezoeken per dag",
    biasNone: "Niet te hoog en niet te laag: gemiddeld minder dan één bezoek per dag.",
    biasHigh: (days: string) =>
      `Gemiddeld te hoog, over ${daysOf(days)}: er kwamen minder mensen dan voorspeld.`,
    biasLow: (days: string) =>
      `Gemiddeld te laag, over ${daysOf(days)}: er kwamen meer mensen dan voorspeld.`,
  },
  lastTitle: (inside: number, days: number, at: string) =>
    days === 1
      ? `De laatste prognose, ${at}, was ${inside === 1 ? "juist" : "fout"}`
      : `${f.int(inside)} van de laatste ${f.int(days)} prognoses, ${at}, bleven binnen hun marge`,
  lastSub: "Bezoeken per openingsdag; missers staan er net als de rest",
  lastLabel: (from: string, to: string, inside: number, days: number) =>
    `Aangekondigde marges en bezoek van ${from} tot ${to}: ${f.int(inside)} van ${f.int(days)} dagen binnen de marge. De tabel geeft elke waarde.`,
  choose: "Voorspeld:",
  key: {
    range: "aangekondigd, 8 op 10 dagen; streep: midden",
    quartiles: "aangekondigd: 8 op 10 dagen, 5 op 10 dagen, midden",
    came: "bezoek dat kwam",
    miss: "buiten de marge, met het aantal bezoeken",
    estimated: "geschat",
    zero: "geen bezoek, open",
    missing: "ontbrekende gegevens",
    closed: "gesloten",
    retrospective: "prognose achteraf berekend, met wat toen bekend was",
  },
  vintageTitle: (day: string, inside: number, measured: number) =>
    measured === 0
      ? `De prognose van ${day}: nog geen van haar dagen is gemeten`
      : `De prognose van ${day}, zoals ze was: ${f.int(inside)} van ${f.int(measured)} dagen binnen de marge`,
  vintageSub: (retrospective: boolean) =>
    retrospective
      ? "Achteraf berekend, met wat die ochtend bekend was"
      : "Die dag getoond, sindsdien nooit gewijzigd",
  vintageLabel: (from: string, to: string) =>
    `Prognose van ${from} tot ${to} zoals ze werd gemaakt, en het bezoek sindsdien. De tabel geeft elke waarde.`,
  vintageAsk: "Toon de prognose van",
  vintageShow: "Tonen",
  weekBefore: "een week eerder",
  weekAfter: "een week later",
  twin: "Alle verschillen in tabellen",
  leadsCaption: "Fouten naar dagen vooraf",
  lastCaption: (at: string) => `Laatste prognoses, ${at}, en het bezoek dat kwam`,
  vintageCaption: (day: string) => `Prognose van ${day} en het bezoek dat kwam`,
  twinCols: {
    day: "Dag, en de prognose van toen",
    promised: "Aangekondigd, 8 op 10 dagen, en midden",
    rule: "Eenvoudige regel",
    visits: "Gekomen",
  },
  promised: (range: string, middle: string, retrospective: boolean) =>
    `${range}, midden ${middle}${retrospective ? " (achteraf berekend)" : ""}`,
  judgedVisits: (visits: string, inside: boolean) =>
    `${visits}, ${inside ? "binnen de marge" : "buiten de marge"}`,
  notYet: "nog te komen",
  partial: (n: string) => `${n}, onvolledig`,
  how: "Fout: gemiddeld verschil tussen het midden van de prognose en het bezoek, zonder teken, over de volledig gemeten openingsdagen van de laatste zes maanden. Eenvoudige regel: de vergelijkbare dag van vorig jaar, anders dezelfde dag van de laatst bekende week.",
  howKept: "Een getoonde prognose wordt nooit herschreven.",
  howServed: (day: string) => `Prognoses getoond sinds ${day}.`,
  howNoneServed: "Er is nog geen prognose getoond.",
  howRetrospective: (n: number, days: number) =>
    days === 1
      ? "De nagegane prognose is achteraf berekend, met wat toen bekend was."
      : `${f.int(n)} van de ${f.int(days)} nagegane prognoses ${n === 1 ? "is" : "zijn"} achteraf berekend, met wat toen bekend was.`,
});
