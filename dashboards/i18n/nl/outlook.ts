/** Dutch: the screen "Prognose". */
import { capital, type Ends, type Format } from "../format.ts";

/** Small numbers of people in words, from none on. */
export const WORDS = [
  "niemand",
  "één",
  "twee",
  "drie",
  "vier",
  "vijf",
  "zes",
  "zeven",
  "acht",
  "negen",
  "tien",
];

export const outlook = (f: Format) => ({
  situation: (day: string, time: string) => `${capital(day)}, stand om ${time}`,
  otherSite: "Andere locatie",
  tomorrowClosed: "Morgen gesloten.",
  tomorrowGroup: (n: string) => `Morgen gesloten voor het publiek: één groep van ${n}.`,
  dayRange: (name: string, range: Ends) =>
    `${capital(name)}: ${f.between(range)} bezoeken, 8\u00a0op\u00a0de\u00a010\u00a0dagen.`,
  tomorrowOpen: (tomorrow: Ends, name: string, range: Ends) =>
    `Morgen: ${f.between(tomorrow)} bezoeken. ${capital(name)}: ${f.between(range)}, 8\u00a0op\u00a0de\u00a010\u00a0dagen.`,
  tomorrow: (weekday: string) => `morgen ${weekday}`,
  todayName: "vandaag",
  weekdayDate: (weekday: string, date: string) => `${weekday} ${date}`,
  booked: (n: number, day: string) =>
    n === 0
      ? `Nog geen plaats geboekt voor ${day}.`
      : n === 1
        ? `Er is al één plaats geboekt voor ${day}.`
        : `Er zijn al ${f.int(n)} plaatsen geboekt voor ${day}.`,
  desk: (parts: string) => `Aan de balie: ${parts}.`,
  deskPart: (n: number, days: string, first: boolean, group: boolean) => {
    const word = WORDS[n] ?? f.int(n);
    return `${word}${first && n > 0 ? (n === 1 ? " persoon" : " personen") : ""} op ${days}${group ? " voor een groep" : ""}`;
  },
  nothingAhead: "Geen opening gepland in de komende vier weken.",
  closedLong: "De laatste twee en de komende vier weken gesloten.",
  refusedNext: "De gemeten dagen staan hieronder; de prognose volgt met de weken.",
  titlePeak: (day: string, weekdays: string, range: Ends, until: string) =>
    `Na de piek van ${day}: ${weekdays} met ${f.upTo(range)} bezoeken tot ${until}`,
  titlePlain: (weekdays: string, range: Ends, until: string) =>
    `${capital(weekdays)} met ${f.upTo(range)} bezoeken tot ${until}`,
  titleOne: (day: string, n: string) => `De drukste dag op komst: ${day}, ongeveer ${n} bezoeken`,
  titleNone: "Gemeten bezoek, laatste twee weken",
  plural: (weekday: string) => `${weekday}en`,
  sub: (past: number, coming: number) => `Bezoeken per dag, laatste ${past} dagen en komende ${coming}`,
  subPast: (past: number) => `Bezoeken per dag, laatste ${past} dagen`,
  chartLabel: (from: string, to: string, best: string) =>
    `Bezoek gemeten sinds ${from} en voorspeld tot ${to}${best ? `; ${best}` : ""}. De tabel geeft elke waarde.`,
  best: (day: string, range: Ends) => `meeste: ${day}, ${f.between(range)}`,
  flag: (time: string) => `vandaag, ${time}`,
  flagShort: "vandaag",
  callout: (day: string, range: Ends) => `${day}: ${f.between(range)} bezoeken`,
  calloutShort: (day: string, range: string) => `${day}: ${range}`,
  calloutSub: (booked: number) =>
    `8 op de 10 dagen${booked > 0 ? `, waarvan ${f.int(booked)} al geboekt` : ""}`,
  week: (week: number, monday: string) => `wk ${week} · ma ${monday}`,
  breakSub: (from: string, to: string) => `${from} t/m ${to}`,
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
    weather: "Verwacht weer",
    rest: "Rest van het model",
  },
  middle: "Midden van de prognose",
  middleSub: (range: Ends) => `${f.between(range)}, 8 op de 10 dagen`,
  similar: "Vergelijkbare dagen:",
  sevenTitle: "De komende zeven dagen",
  sevenCaption: (from: string, to: string) => `Prognose, boekingen en balie, van ${from} t/m ${to}`,
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
  deskRule: (n: string) =>
    `Balie: één persoon per ${n} bezoeken per uur; 8 op de 10 keer genoeg in het drukste half uur.`,
  deskLink: "Bezetting van de week",
  trust: "Is het te vertrouwen?",
  score: (error: string, days: number, naive: string | null) =>
    `Zeven dagen vooraf zat de prognose er gemiddeld ${error} bezoeken naast over de laatste ${days} open dagen${
      naive ? `; de eenvoudige regel “zelfde dag vorig jaar” ${naive}` : ""
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
  noScore: (days: number, needed: number) =>
    `Er zijn te weinig dagen nagekeken om dat te zeggen: ${f.int(days)} van de ${f.int(needed)} die nodig zijn.`,
  twin: (days: number) => `De ${days} dagen als tabel`,
  pastCaption: (from: string, to: string) => `Gemeten bezoek van ${from} t/m ${to}`,
  comingCaption: (from: string, to: string) => `Voorspeld bezoek van ${from} t/m ${to}`,
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
  how: (day: string, time: string) => `Prognose van ${day} om ${time}, met wat op dat moment bekend was.`,
  howBookings: "Boekingen staan naast de prognose; ze tellen er nog niet in mee.",
  howCoverage: (share: string) => `Geldige tellingen voor ${share} van de open uren.`,
  howMeasured: "Bezoek volgens de opgegeven bron van de locatie, binnen de openingsuren.",
});
