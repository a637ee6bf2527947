/** Dutch: the screen "Bezoekersstromen" and the advice line. */

import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";

const times = (ratio: number, f: Format) => `${f.decimal(ratio)} keer een gewone dag`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dag" : "dagen"}`;
const by = (km: string) => `${km}\u00a0km in vogelvlucht`;

export const flows = (f: Format): Catalog["flows"] => ({
  situation: (time) => `Zeven dagen, gezien om ${time}`,
  levels: { calm: "rustig", moderate: "matig", busy: "druk", closed: "gesloten", unknown: "zonder prognose" },
  levelsShort: { calm: "rustig", moderate: "matig", busy: "druk", closed: "dicht", unknown: "onbekend" },
  languages: { fr: "Frans", en: "Engels", nl: "Nederlands" },
  answer: {
    advised: (day, from, to, level, km) =>
      `${day} wordt het druk bij ${from}: stel ${to} voor, ${level}, op ${km}\u00a0km.`,
    kept: (day, from, to, km) => `${day}, advies gevolgd: van ${from} naar ${to}, op ${km}\u00a0km.`,
    dismissed: (day, from) => `${day} wordt het druk bij ${from}; het advies is terzijde gelegd.`,
    alone: (day, from) => `${day} wordt het druk bij ${from}, zonder open en rustigere buur.`,
    quietDay: (day) => `${day} is geen enkele locatie druk: niets te adviseren.`,
    closedDay: (day) => `${day} zijn alle locaties gesloten: niets te adviseren.`,
    unknown: (day) => `${day} is er geen prognose: niets te adviseren.`,
    expected: (range, ratio) =>
      `${range} bezoeken verwacht, 8 dagen op 10${ratio === null ? "" : `, ${times(ratio, f)}`}. Niets doen blijft redelijk.`,
    most: (site, range) => `Het drukst bezocht: ${site}, ${range} bezoeken, 8 dagen op 10.`,
    next: (day) => `Volgend advies: ${day}.`,
    none: "Zonder prognose wordt er geen advies gegeven.",
  },
  advice: {
    tag: "Advies",
    label: "Advies om bezoekers door te verwijzen",
    text: (day, hours, from, range, to, level, km) =>
      `${day} ${hours} wordt het druk bij ${from}: ${range} bezoeken, 8 dagen op 10. Stel *${to}* voor: open, ${level}, ${by(km)}`,
    spoken: (languages) => `; men spreekt er ${languages}`,
    hours: (from, to) => `van ${from} tot ${to}`,
    nothing: "Niets doen blijft redelijk.",
    keep: "Volgen",
    dismiss: "Terzijde leggen…",
    confirm: "Terzijde leggen",
    reason: "Waarom?",
    why: "Waarom?",
    undo: "Op deze keuze terugkomen",
    kept: (day) => `Gevolgd op ${day}`,
    dismissed: (day, reason) => `Terzijde gelegd op ${day}: ${reason}`,
    reasons: {
      distance: "te ver of zonder vervoer",
      audience: "niet voor dit publiek",
      on_site: "er is ter plaatse iets anders gepland",
      forecast: "de prognose lijkt fout",
      other: "andere reden",
    },
    effect: (days, site, value, low, high) =>
      `Op de ${daysOf(days, f)} waarop dit advies werd gevolgd, kreeg ${site} ${f.int(Math.abs(value))} bezoeken ${
        value < 0 ? "minder" : "meer"
      } per dag (tussen ${low} en ${high}, 8 keer op 10).`,
    unmeasured: (days) =>
      days === 0
        ? "Effect nog niet meetbaar: dit advies werd nog op geen enkele voorbije dag gevolgd."
        : `Effect nog niet meetbaar: gevolgd op ${daysOf(days, f)}, er zijn er vier nodig.`,
  },
  title: (day, busy, all) =>
    busy === 0
      ? `${day}: geen enkele locatie druk`
      : `${day}: ${busy === 1 ? "één locatie" : `${f.int(busy)} locaties`} van de ${f.int(all)} open druk`,
  titleUnknown: (day) => `${day}: drukte onbekend, bij gebrek aan prognose`,
  titleClosed: (day) => `${day}: alles is gesloten`,
  sub: "Balken: verwachte drukte. Getallen: bezoeken, 8 dagen op 10. Pijl: waarheen te verwijzen.",
  mapLabel: (day, sites, arrows) => `Schema van de locaties naar ligging, ${day}: ${sites}. ${arrows}`,
  mapArrow: (from, to, km) => `Aangeraden van ${from} naar ${to}, ${by(km)}.`,
  mapNoArrow: "Er wordt niets aangeraden.",
  scaleBar: (km) => `${km}\u00a0km`,
  north: "noorden boven",
  unplaced: (sites) => `Zonder bekende ligging: ${sites}.`,
  tableCaption: "Verwachte drukte per locatie en dag",
  site: "Locatie",
  advisedFrom: "bezoekers door te verwijzen",
  advisedTo: "voor te stellen",
  figures: {
    busiest: (day) => `Het drukst op ${day}`,
    busiestText: (site, ratio, level) =>
      `${site}: ${level}${ratio === null ? "" : `, ${times(ratio, f)}`}. 8 dagen op 10.`,
    calmest: (day) => `Het rustigst op ${day}`,
    target: (day) => `Voor te stellen op ${day}`,
    targetText: (site, km, hours, languages) =>
      `${site}, ${by(km)}; samen open ${hours}${languages ? `; men spreekt er ${languages}` : ""}.`,
    effect: "Effect van gevolgde adviezen",
    effectUnit: "bezoeken per dag",
    effectText: (days, without, low, high, to) =>
      `tussen ${low} en ${high} in ${to}, 8 keer op 10; ${daysOf(days, f)} met, ${daysOf(without, f)} zonder.`,
    kept: (n) => (n === 1 ? "dag gemeten" : "dagen gemeten"),
    none: "Geen open locatie heeft een prognose.",
    noEffect: "Effect nog niet meetbaar: nog geen advies werd op een voorbije dag gevolgd.",
  },
  movements: {
    title: (share, n, origin) => `Waar bezoekers vandaan komen: ${origin} voor ${share}, van ${n} tickets`,
    titlePlain: "Waar bezoekers vandaan komen",
    sub: (quarter, told, tickets) =>
      `${quarter}: herkomst bekend voor ${told} van ${tickets} tickets. Minder dan 11 personen: verborgen.`,
    subHidden: (quarter, tickets) => `${quarter}, ${tickets} tickets. Minder dan 11 personen: verborgen.`,
    quarter: (q, year) => `${q}e kwartaal ${year}`,
    change: "Ander kwartaal",
    label: (links) => `Herkomst naar locaties: ${links}.`,
    link: (from, to, n) => `van ${from} naar ${to}, ${n}`,
    none: (quarter) => `Geen enkel ticket zegt waar bezoekers vandaan komen (${quarter}).`,
    tooFew: "Te weinig om te tonen (minder dan 11).",
    passTitle: "Van locatie naar locatie",
    passSub: "Tickets voor meer locaties: vorige locatie, dan bezochte locatie.",
    passLabel: (links) => `Van locatie naar locatie: ${links}.`,
    noPasses:
      "Bewegingen van locatie naar locatie zijn niet meetbaar: geen enkel ticket zegt waar het eerder diende.",
    other: "andere herkomst",
    france: "Frankrijk, zonder departement",
    total: "Totaal",
    hidden: "verborgen",
    origin: "Herkomst",
    before: "Vorige locatie",
  },
  twin: "Dezelfde cijfers in tabellen",
  twinDays: "Verwachte drukte en bezoeken per dag en locatie",
  twinOrigins: (quarter) => `Tickets per herkomst en locatie, ${quarter}`,
  twinPasses: (quarter) => `Tickets voor meer locaties per vorige en bezochte locatie, ${quarter}`,
  twinAdvice: "Adviezen van de zeven dagen",
  twinCols: { day: "Dag", from: "Van", to: "Naar", hours: "Uren", km: "km", status: "Keuze" },
  statuses: { open: "te kiezen", kept: "gevolgd", dismissed: "terzijde gelegd" },
  how: "Druk: het midden van de prognose, per openingsuur, haalt 1,5 keer een gewone open dag van de laatste acht weken (en minstens 30 bezoeken), of het hoge einde vult 80% van de capaciteit als iedereen een uur blijft. Matig: vanaf 70% daarvan. Een advies noemt nooit een gesloten of even drukke locatie, en enkel uren waarop beide open zijn, op hoogstens 25\u00a0km.",
  howEffect:
    "Het effect vergelijkt de dagen waarop het advies werd gevolgd met dezelfde weekdagen zonder, beide tegenover de prognose van de dag ervoor.",
  howMovements:
    "Herkomst: tickets, per heel kwartaal. Geen enkel ticketnummer wordt bewaard; een aantal onder 11 personen is verborgen, samen met wat het zou verraden.",
});
