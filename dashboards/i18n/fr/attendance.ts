/** French: the screen "Fréquentation". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";

const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(n) < 2 ? "visite" : "visites"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;
const pairsOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "paire" : "paires"} de jours`;
const leftOutOf = (leftOut: number, f: Format) =>
  leftOut === 0
    ? "Aucun jour laissé de côté."
    : `${capital(f.int(leftOut))} ${leftOut === 1 ? "jour sans paire ou incomplet laissé" : "jours sans paire ou incomplets laissés"} de côté.`;

export const attendance = (f: Format) => ({
  period: (from: string | null, to: string) => (from === null ? `Le ${to}` : `Du ${from} au ${to}`),
  scope: (n: number, all: boolean, days: number) =>
    `${all ? `Les ${n} sites` : n === 1 ? "Un site" : `${n} sites`}${days > 0 ? `, ${daysOf(days, f)}` : ""}`,
  comparedTo: (year: string) => `comparés aux jours comparables de ${year}`,
  change: "Changer la période, les sites",
  from: "Du",
  last: "au",
  sites: "Sites",
  apply: "Afficher",
  answer: (n: number, change: string | null, more: boolean) =>
    change
      ? `${visits(n, f)}, ${change} ${more ? "de plus" : "de moins"} que l’an dernier à jours comparables.`
      : `${visits(n, f)}.`,
  answerEqual: (n: number) => `${visits(n, f)}, autant que l’an dernier à jours comparables.`,
  ofWhichEstimated: (n: number) =>
    fr`Dont ${f.int(n)} ${n < 2 ? "visite estimée" : "visites estimées"}, que personne n’a mesurées.`,
  provisionalFrom: (day: string) => `provisoire à partir du ${day}`,
  provisional: "provisoire",
  empty: "Aucune visite mesurée sur cette période.",
  notYet: fr`Rien encore sur cette période : elle est à venir.`,
  notYetNext: fr`Les visites y paraîtront au fil des jours.`,
  noDays: fr`Aucun jour dans cette période.`,
  allClosed: fr`Fermé sur toute cette période.`,
  noPairs: fr`Aucune paire de jours comparables sur cette période.`,
  emptyNext: "Choisissez une autre période, ou vérifiez que les sites transmettent.",
  second: (per: string, difference: string, pairs: number) =>
    fr`Par heure d’ouverture : ${per}. L’écart est de ${difference} visites sur ${pairsOf(pairs, f)}.`,
  secondPlain: (difference: string, pairs: number) =>
    `L’écart est de ${difference} visites sur ${pairsOf(pairs, f)}.`,
  titleBreak: (name: string, share: "most" | "three" | "half", up: boolean) =>
    fr`${name} : ${
      share === "most" ? "presque toute" : share === "three" ? "les trois quarts de" : "la moitié de"
    } ${share === "most" ? (up ? "la hausse" : "la baisse") : up ? "la hausse" : "la baisse"}`,
  titlePeak: (day: string, name: string | null, n: string) =>
    fr`${day}${name ? `, ${name}` : ""} : ${n} visites, la plus forte journée`,
  titlePlain: "Visites jour par jour",
  sub: (narrow: boolean) =>
    fr`Visites par jour${narrow ? ", 28 derniers jours" : ""}. Bande grise : samedi, dimanche. Hachures : vacances.`,
  chartLabel: (from: string, to: string, total: string, peak: string) =>
    fr`Visites par jour du ${from} au ${to} et jours comparables de l’an dernier ; ${total} ; ${peak}. Le tableau plus bas donne chaque valeur.`,
  peak: (day: string, n: string) => fr`le plus : ${n} le ${day}`,
  comparableYear: (year: string) => `${year}, jours comparables`,
  comparableShort: (year: string) => `${year}, comparable`,
  open: "ouvert",
  markValue: (n: string, before: string | null, day: string, year: string) =>
    before ? `${n} visites, ${before} le ${day} ${year}` : `${n} visites`,
  breakTitle: (name: string, zone: string) => `${name}, zone ${zone}`,
  breakSub: (from: string, to: string, difference: number | null) =>
    fr`${from === to ? `le ${from}` : `du ${from} au ${to}`}${difference === null ? "" : ` : ${f.signed(difference)} ${Math.abs(Math.round(difference)) < 2 ? "visite" : "visites"} à jours comparables`}`,
  week: { visits: "visites", partial: "partiel", over: (year: string) => `sur ${year}` },
  key: {
    measured: (year: string) => `${year}, mesuré`,
    estimated: "estimé",
    zero: fr`zéro : ouvert, personne`,
    closed: "tous les sites fermés",
    missing: fr`donnée manquante : ce n’est pas zéro`,
    holidays: (zone: string) => `vacances zone ${zone}`,
  },
  growth: {
    toDate: "À date",
    comparable: "À jours comparables",
    perHour: "Par heure d’ouverture",
    visits: (difference: string) => `${difference} visites`,
    toDateText: (now: string, before: string, year: string, leftOut: number) =>
      `${now} contre ${before} aux mêmes dates de ${year}. ${leftOutOf(leftOut, f)}`,
    comparableText: (days: number, leftOut: number) =>
      `${pairsOf(days, f)}, les deux complets. ${leftOutOf(leftOut, f)}`,
    perHourText: (now: string, before: string) =>
      `${now} visites par heure ouverte contre ${before} aux jours comparables.`,
    perHourUnit: (now: string) => `${now} visites par heure`,
    rulerLabel: (name: string, change: string) =>
      fr`${name} : ${change}, sur une échelle commune aux trois chiffres.`,
    tooFew: "Trop peu de visites l’an dernier pour un pourcentage.",
  },
  twin: (days: number) => fr`Le même graphique en tableau : ${daysOf(days, f)} et leurs paires`,
  twinCaption: (from: string, to: string) => `Visites par jour du ${from} au ${to}, et jours comparables`,
  twinCols: {
    day: "Jour",
    visits: "Visites",
    compareDay: "Jour comparable",
    compare: "Visites alors",
    difference: "Écart",
    note: "Précision",
  },
  pairs: (n: number, year: string) =>
    `comparés à ${f.int(n)} ${n < 2 ? "jour comparable" : "jours comparables"} de ${year}`,
  marked: "Noté et marqué",
  unpaired: {
    "new-event": fr`sans paire : l’événement n’avait pas lieu l’an dernier`,
    "no-holiday": fr`sans paire : pas de tel jour férié l’an dernier`,
    "no-break-day": fr`sans paire : pas de tel jour de vacances l’an dernier`,
    opening: fr`sans paire : ouvert une année, fermé l’autre`,
    "no-like-day": fr`sans paire : aucun jour semblable n’est libre`,
  },
  incomplete: "laissé de côté : un des deux jours est incomplet",
  reason: {
    event: "même événement",
    holiday: "même jour férié",
    school: "même semaine de vacances",
    weekday: "même jour de semaine",
  },
  how: "Billets, gratuits compris, et compteurs calés sur la billetterie, selon la source déclarée de chaque site.",
  howCoverage: (share: string, estimated: string | null) =>
    `Mesures valides pour ${share} des heures ouvertes, ${estimated ?? "aucune"} ${estimated ? "estimées" : "estimée"}.`,
  revisions: (n: number) =>
    n === 0
      ? "Aucune correction depuis."
      : n === 1
        ? "Une correction depuis."
        : `${f.int(n)} corrections depuis.`,
});
