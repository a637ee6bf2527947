/** Dutch: the screen "Prognose". */
import { capital, type Ends, type Format } from "../format.ts";

const WORDS = ["niemand", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];

export const outlook = (f: Format) => ({
  situation: (day: string, time: string) => `${capital(day)}, stand om ${time}`,
  otherSite: "Andere locatie",
  tomorrowClosed: "Morgen gesloten.",
  tomorrowGroup: (n: string) => `Morgen gesloten voor het publiek: één groep van ${n}.`,
  dayRange: (name: string, range: Ends) =>
    `${capital(name)}: tussen ${f.int(range.low)} en ${f.int(range.high)} bezoeken, 8\u00a0op\u00a0de\u00a010\u00a0dagen.`,
  tomorrowOpen: (tomorrow: Ends, name: string, range: Ends) =>
    `Morgen: tussen ${f.int(tomorrow.low)} en ${f.int(tomorrow.high)} bezoeken. ${capital(name)}: tussen ${f.int(range.low)} en ${f.int(range.high)}, 8\u00a0op\u00a0de\u00a010\u00a0dagen.`,
  tomorrow: (weekday: string) => `morgen ${weekday}`,
  todayName: "vandaag",
  weekdayDate: (weekday: string, date: string) => `${weekday} ${date}`,
  booked: (n: number) =>
    n === 0
      ? "Nog geen plaats geboekt."
      : n === 1
        ? "Er is al één plaats geboekt."
        : `Er zijn al ${f.int(n)} plaatsen geboekt.`,
  desk: (parts: string) => `Aan de balie: ${parts}.`,
  deskPart: (n: number, days: string, first: boolean, group: boolean) => {
    const word = WORDS[n] ?? f.int(n);
    return `${word}${first && n > 0 ? (n === 1 ? " persoon" : " personen") : ""} op ${days}${group ? " voor een groep" : ""}`;
  },
  nothingAhead: "Geen opening gepland in de komende vier weken.",
  refusedNext: "De gemeten dagen staan hieronder; de prognose volgt met de weken.",
  titlePeak: (day: string, weekdays: string, range: Ends, until: string) =>
    `Na de piek van ${day}: ${weekdays} met ${f.int(range.low)} tot ${f.int(range.high)} bezoeken tot ${until}`,
  titlePlain: (weekdays: string, range: Ends, until: string) =>
    `${capital(weekdays)} met ${f.int(range.low)} tot ${f.int(range.high)} bezoeken tot ${until}`,
  titleNone: "Gemeten bezoek, laatste twee weken",
  plural: (weekday: string) => `${weekday}en`,
  sub: (past: number, coming: number) => `Bezoeken per dag, ${past} dagen gemeten, ${coming} dagen voorspeld`,
  subPast: (past: number) => `Bezoeken per dag, ${past} dagen gemeten`,
  chartLabel: (from: string, to: string, best: string) =>
    `Bezoek gemeten sinds ${from} en voorspeld tot ${to}${best ? `; ${best}` : ""}. De tabel geeft elke waarde.`,
  best: (day: string, range: Ends) => `meeste: ${day}, tussen ${f.int(range.low)} en ${f.int(range.high)}`,
  flag: (time: string) => `vandaag, ${time}`,
  flagShort: "vandaag",
  callout: (day: string, range: Ends) =>
    `${day}: tussen ${f.int(range.low)} en ${f.int(range.high)} bezoeken`,
  calloutShort: (day: string, range: string) => `${day}: ${range}`,
  calloutSub: (booked: number) =>
    `8 op de 10 dagen${booked > 0 ? `, waarvan ${f.int(booked)} al geboekt` : ""}`,
  week: (week: number, monday: string) => `wk ${week} · ma ${monday}`,
  breakSub: (from: string, to: string) => `${from} tot ${to}`,
  key: {
    measured: "gemeten",
    estimated: "geschat",
    promised: "7 dagen eerder voorspeld",
    forecast: "8 op 10 dagen, 5 op 10 dagen, midden",
    booked: "al geboekt",
    closed: "gesloten",
    missing: "ontbrekende gegevens",
  },
  driversTitle: (day: string) => `Wat ${day} maakt, in personen`,
  driver: {
    ordinary: (weekday: string) => `Een gewone ${weekday}`,
    level: "Niveau van de laatste weken",
    season: "Tijd van het jaar",
    holiday: "Feestdag",
    school: "Schoolvakantie",
    event: "Evenement",
    bridge: "Brugdag",
    bookings: "Boekingen",
    rest: "Rest van het model",
  },
  middle: "Midden van de prognose",
  middleSub: (range: Ends) => `tussen ${f.int(range.low)} en ${f.int(range.high)}, 8 op de 10 dagen`,
  similar: "Vergelijkbare dagen:",
  sevenTitle: "De komende zeven dagen",
  sevenCaption: (from: string, to: string) => `Prognose, boekingen en balie, van ${from} tot en met ${to}`,
  cols: {
    day: "Dag",
    open: "Open",
    range: "Bezoeken, 8 op 10 dagen",
    band: "Band",
    booked: "Geboekt",
    desk: "Aan de balie",
  },
  groupOnly: "alleen groep",
  group: "groep",
  deskRule: (n: string, example: string) =>
    `Balie: één persoon per ${n} bezoeken, geteld op de bovenkant van de marge${example}.`,
  deskExample: (visits: string, people: number) =>
    ` (${visits} bezoeken: ${WORDS[people] ?? f.int(people)} ${people === 1 ? "persoon" : "personen"})`,
  trust: "Is het te vertrouwen?",
  score: (error: string, days: number, naive: string | null) =>
    `Zeven dagen vooraf zat de prognose er gemiddeld ${error} bezoeken naast over de laatste ${days} open dagen${
      naive ? `; de eenvoudige regel "zelfde dag vorig jaar" ${naive}` : ""
    }.`,
  scoreFar: (error: string, naive: string, verdict: "better" | "close" | "worse") =>
    `Op 28 dagen ${
      verdict === "better"
        ? `blijft de prognose voor: ${error} tegen ${naive}`
        : verdict === "close"
          ? `doet de eenvoudige regel het bijna even goed: ${naive} tegen ${error}`
          : `doet de eenvoudige regel het beter: ${naive} tegen ${error}`
    }.`,
  inside: (inside: number, days: number, share: string) =>
    `${inside} van deze ${days} dagen vielen binnen de aangekondigde marge: ${share}, voor ${f.percent(0.8)} beloofd.`,
  lastMiss: (day: string, n: string, low: string, high: string) =>
    `Laatste misser: ${day}, ${n} bezoeken voor ${low} tot ${high} aangekondigd.`,
  noScore: "Er zijn nog te weinig prognoses nagekeken om dat te zeggen.",
  twin: (days: number) => `De ${days} dagen als tabel`,
  pastCaption: (from: string, to: string) => `Gemeten bezoek van ${from} tot en met ${to}`,
  comingCaption: (from: string, to: string) => `Voorspeld bezoek van ${from} tot en met ${to}`,
  soFar: (n: string) => `${n} al geteld`,
  twinCols: {
    day: "Dag",
    open: "Open",
    visits: "Gemeten",
    promised: "7 dagen eerder voorspeld",
    forecast: "Prognose, 8 op 10 dagen",
    middle: "Midden",
    booked: "Geboekt",
  },
  how: (day: string, time: string) =>
    `Prognose van ${day} om ${time}, met wat op dat moment bekend was, boekingen inbegrepen.`,
  howCoverage: (share: string) => `Geldige tellingen voor ${share} van de open uren.`,
  howMeasured: "Bezoek volgens de opgegeven bron van de locatie, binnen de openingsuren.",
});
