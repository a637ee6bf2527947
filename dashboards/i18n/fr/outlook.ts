/** French: the screen "Prévisions du site". */
import { capital, type Ends, type Format } from "../format.ts";
import { fr } from "../typography.ts";

/** Small numbers of people in words, from none on. */
export const WORDS = [
  "personne",
  "une",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
];

export const outlook = (f: Format) => ({
  situation: (day: string, time: string) => `${capital(day)}, situation à ${time}`,
  otherSite: "Autre site",
  tomorrowClosed: "Demain, fermé.",
  tomorrowGroup: (n: string) => fr`Demain, fermé au public : un groupe de ${n}.`,
  dayRange: (name: string, range: Ends) =>
    fr`${capital(name)} : ${f.between(range)} visites, 8\u00a0jours\u00a0sur\u00a010.`,
  tomorrowOpen: (tomorrow: Ends, name: string, range: Ends) =>
    fr`Demain : ${f.between(tomorrow)} visites. ${capital(name)} : ${f.between(range)}, 8\u00a0jours\u00a0sur\u00a010.`,
  tomorrow: (weekday: string) => `demain ${weekday}`,
  todayName: "aujourd’hui",
  weekdayDate: (weekday: string, date: string) => `${weekday} ${date}`,
  booked: (n: number, day: string) =>
    n === 0
      ? `Aucune place réservée pour ${day}.`
      : n === 1
        ? `Une place est déjà réservée pour ${day}.`
        : `${f.int(n)} places sont déjà réservées pour ${day}.`,
  desk: (parts: string) => fr`À l’accueil : ${parts}.`,
  deskPart: (n: number, days: string, first: boolean, group: boolean) => {
    const word = WORDS[n] ?? f.int(n);
    return `${word}${first && n > 0 ? (n === 1 ? " personne" : " personnes") : ""} ${days}${group ? " pour un groupe" : ""}`;
  },
  nothingAhead: "Aucune ouverture prévue dans les quatre semaines.",
  closedLong: "Fermé ces deux dernières semaines et les quatre prochaines.",
  refusedNext: "Les jours mesurés sont ci-dessous ; la prévision viendra avec les semaines.",
  titlePeak: (day: string, weekdays: string, range: Ends, until: string) =>
    `Après le pic du ${day}, des ${weekdays} autour de ${f.upTo(range)} visites jusqu’au ${until}`,
  titlePlain: (weekdays: string, range: Ends, until: string) =>
    `Des ${weekdays} autour de ${f.upTo(range)} visites jusqu’au ${until}`,
  titleOne: (day: string, n: string) => fr`La plus forte journée à venir : ${day}, environ ${n} visites`,
  titleNone: "Visites mesurées, deux dernières semaines",
  plural: (weekday: string) => `${weekday}s`,
  sub: (past: number, coming: number) => `Visites par jour, ${past} derniers jours et ${coming} prochains`,
  subPast: (past: number) => `Visites par jour, ${past} derniers jours`,
  chartLabel: (from: string, to: string, best: string) =>
    fr`Visites mesurées depuis le ${from} et prévues jusqu’au ${to}${best ? ` ; ${best}` : ""}. Le tableau donne chaque valeur.`,
  best: (day: string, range: Ends) => fr`le plus : ${day}, ${f.between(range)}`,
  flag: (time: string) => `aujourd’hui, ${time}`,
  flagShort: "aujourd’hui",
  callout: (day: string, range: Ends) => fr`${day} : ${f.between(range)} visites`,
  calloutShort: (day: string, range: string) => fr`${day} : ${range}`,
  calloutSub: (booked: number) =>
    `8 jours sur 10${booked > 0 ? `, dont ${f.int(booked)} déjà réservées` : ""}`,
  week: (week: number, monday: string) => `S${week} · lun. ${monday}`,
  breakSub: (from: string, to: string) => `du ${from} au ${to}`,
  key: {
    measured: "mesuré",
    estimated: "estimé",
    promised: "prévu 7 jours avant",
    forecast: "8 jours sur 10, 5 jours sur 10, milieu",
    booked: "déjà réservé",
    closed: "fermé",
    missing: "donnée manquante",
  },
  driversTitle: (day: string) => `Ce qui fait ${day}, en personnes`,
  driver: {
    ordinary: (weekday: string) => `Un ${weekday} ordinaire`,
    level: "Niveau des dernières semaines",
    season: "Période de l’année",
    holiday: "Jour férié",
    school: "Vacances scolaires",
    event: "Événement",
    bridge: "Pont",
    bookings: "Réservations",
    weather: "Météo prévue",
    rest: "Reste du modèle",
  },
  middle: "Milieu de la prévision",
  middleSub: (range: Ends) => `${f.between(range)}, 8 jours sur 10`,
  similar: fr`Jours semblables :`,
  sevenTitle: "Les sept prochains jours",
  sevenCaption: (from: string, to: string) => `Prévision, réservations et accueil, du ${from} au ${to}`,
  cols: {
    day: "Jour",
    open: "Ouvert",
    range: "Visites, 8 jours sur 10",
    band: "Bande",
    booked: "Réservé",
    desk: "À l’accueil",
  },
  groupOnly: "groupe seul",
  group: "groupe",
  deskRule: (n: string) =>
    fr`Accueil : une personne pour ${n} visites par heure ; assez 8 fois sur 10 à la demi-heure la plus chargée.`,
  deskLink: "Effectifs de la semaine",
  trust: "Peut-on s’y fier ?",
  score: (error: string, days: number, naive: string | null) =>
    fr`À sept jours, la prévision s’est trompée de ${error} visites en moyenne sur les ${days} derniers jours d’ouverture${
      naive ? ` ; la règle simple « même jour de l’an dernier », de ${naive}` : ""
    }.`,
  scoreFar: (error: string, naive: string, verdict: "better" | "close" | "worse") =>
    fr`À 28 jours, ${
      verdict === "better"
        ? `la prévision reste devant : ${error} contre ${naive}`
        : verdict === "close"
          ? `la règle simple fait presque aussi bien : ${naive} contre ${error}`
          : `la règle simple fait mieux : ${naive} contre ${error}`
    }.`,
  inside: (inside: number, days: number, share: string) =>
    fr`${inside} de ces ${days} jours sont tombés dans la fourchette annoncée : ${share}, pour ${f.percent(0.8)} promis.`,
  lastMiss: (day: string, n: string, low: string, high: string) =>
    fr`Dernier raté : ${day}, ${n} visites pour ${low} à ${high} annoncées.`,
  noScore: (days: number, needed: number) =>
    fr`Trop peu de jours ont été vérifiés pour le dire : ${f.int(days)} sur les ${f.int(needed)} qu’il faut.`,
  twin: (days: number) => `Les ${days} jours en tableau`,
  pastCaption: (from: string, to: string) => `Visites mesurées du ${from} au ${to}`,
  comingCaption: (from: string, to: string) => `Visites prévues du ${from} au ${to}`,
  soFar: (n: string) => `${n} déjà comptées`,
  twinCols: {
    day: "Jour",
    open: "Ouvert",
    visits: "Mesuré",
    promised: "Prévu 7 jours avant",
    forecast: "Prévu, 8 jours sur 10",
    middle: "Milieu",
    booked: "Réservé",
  },
  how: (day: string, time: string) =>
    `Prévision émise le ${day} à ${time}, avec ce qui était connu à cet instant.`,
  howBookings: "Les réservations sont montrées à côté, elles n’entrent pas encore dans la prévision.",
  howCoverage: (share: string) => `Mesures valides pour ${share} des heures ouvertes.`,
  howMeasured: "Visites selon la source déclarée du site, aux heures d’ouverture.",
});
