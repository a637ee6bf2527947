/** French: the screen "Calendrier et heures". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";

const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;

export const calendar = (f: Format) => ({
  title: "Calendrier et heures",
  scope: (n: number, all: boolean) => (all ? `Les ${n} sites` : `${n} sites`),
  years: "Période affichée",
  lastYear: "52 semaines",
  slot: (weekday: string, from: string, to: string) => fr`${weekday} de ${from} à ${to}`,
  answer: (slot: string, n: string) => fr`Le ${slot} est le plus plein : ${n} visites par heure en moyenne.`,
  second: (slot: string, n: string) => fr`Le plus calme : le ${slot}, ${n} par heure.`,
  dayOnly: (day: string, n: string) => fr`Jour le plus fort : ${day}, ${n} visites.`,
  noHours: "Les sites choisis sont comptés à la journée : leurs heures ne sont pas connues.",
  fewHours: "Trop peu de jours mesurés pour comparer les heures.",
  empty: "Aucune visite mesurée sur cette période.",
  emptyNext: "Choisissez une autre période, ou vérifiez que les sites transmettent.",
  notYet: fr`Rien encore sur cette période : elle est à venir.`,
  allClosed: "Fermé sur toute cette période.",
  titleMonths: (full: string, n: string, calm: string, m: string) =>
    fr`${capital(full)} est le mois le plus plein : ${n} visites par jour ouvert, ${m} en ${calm}`,
  titlePlain: "Visites jour par jour",
  sub: (narrow: boolean): string =>
    narrow ? "Visites par jour, 12 dernières semaines." : "Visites par jour. Une colonne par semaine.",
  chartLabel: (from: string, to: string, fullest: string) =>
    fr`Calendrier des visites du ${from} au ${to}, une colonne par semaine, plus foncé pour plus de visites ; ${fullest}. Le tableau plus bas donne chaque valeur.`,
  peak: (day: string, n: string) => fr`le plus : ${n} visites le ${day}`,
  nothing: "aucune visite mesurée",
  keys: fr`Flèches gauche et droite : semaine précédente ou suivante. Haut et bas : jour précédent ou suivant. Origine, Fin : premier ou dernier jour. Entrée : ouvrir la semaine. Échap : fermer.`,
  gridTitle: (from: string, to: string, days: number, of: number) =>
    fr`De ${from} à ${to}, c’est l’heure pleine ${days === of ? "tous les jours" : `${f.int(days)} jours sur ${f.int(of)}`}`,
  gridPlain: "Heure par heure",
  gridSub: "Visites par heure ouverte, moyenne de la période.",
  gridLabel: (fullest: string) =>
    fr`Visites par heure ouverte, heures en lignes et jours de la semaine en colonnes ; ${fullest}. Le tableau plus bas donne chaque valeur.`,
  fullestTitle: "Les plus pleins",
  calmestTitle: "Les plus calmes",
  perHour: (n: string) => `${n} par heure`,
  figures: {
    fullest: "L’heure la plus pleine",
    calmest: "L’heure la plus calme",
    unit: "visites par heure",
    slotText: (slot: string, days: number) => fr`${capital(slot)} : moyenne de ${daysOf(days, f)} mesurés.`,
    day: "Le jour le plus fort",
    dayText: (day: string, name: string | null) => `${capital(day)}${name ? `, ${name}` : ""}.`,
    none: "Pas assez de mesures.",
  },
  key: {
    upTo: (n: string) => `jusqu’à ${n}`,
    between: (low: string, high: string) => `${low} à ${high}`,
    above: (n: string) => `plus de ${n}`,
    any: "visites",
    zero: fr`zéro : ouvert, personne`,
    closed: "fermé",
    missing: fr`donnée manquante : ce n’est pas zéro`,
    estimated: "estimé",
    coming: "à venir, milieu de la prévision",
    marked: "jour férié ou événement",
    today: "aujourd’hui, en cours",
    holidays: (zone: string) => `vacances zone ${zone}`,
    never: "jamais ouvert",
    framed: "la plus pleine, la plus calme",
  },
  twin: (days: number) => fr`Les mêmes graphiques en tableaux : ${daysOf(days, f)}, et les heures`,
  twinDays: (from: string, to: string) => `Visites par jour du ${from} au ${to}, une ligne par semaine`,
  twinHours: "Visites par heure ouverte, et jours mesurés",
  week: "Semaine",
  total: "Total",
  days: "Jour par jour",
  hour: "Heure",
  cell: {
    running: "en cours",
    closed: "fermé",
    missing: "manque",
    unmeasured: "pas mesuré",
    coming: "à venir",
    expected: (range: string) => `prévu ${range}`,
    days: (n: string, days: number) => `${n} (${daysOf(days, f)})`,
  },
  how: fr`Une heure compte si elle a été mesurée en entier ; les visites sont prises à l’arrivée, par heure où un site au moins est ouvert.`,
  byDay: (sites: string, n: number) =>
    fr`${n < 2 ? "Compté" : "Comptés"} à la journée, hors de la grille des heures : ${sites}.`,
});
