/** French: the screen "Saisie manuelle". */
import type { Format } from "../format.ts";
import { fr } from "../typography.ts";

const people = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "personne" : "personnes"}`;
const counted = (n: number, f: Format) => `${people(n, f)} ${n < 2 ? "comptée" : "comptées"}`;
const hours = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "heure" : "heures"}`;

export const tally = (f: Format) => ({
  situation: (day: string, time: string) => `Saisie manuelle · ${day}, ${time}`,
  otherSite: "Autre site",
  answerHour: (n: number, from: string, to: string, today: number) =>
    n === 0
      ? fr`Personne de ${from} à ${to}, et c’est compté : zéro. ${f.int(today)} aujourd’hui.`
      : `${counted(n, f)} à la main de ${from} à ${to}, ${f.int(today)} aujourd’hui.`,
  answerHourNone: (from: string, to: string, today: number | null) =>
    `Rien n’est encore compté de ${from} à ${to}${today === null ? "" : `, ${people(today, f)} aujourd’hui`}.`,
  answerDay: (n: number, done: number, open: number) =>
    fr`${counted(n, f)} à la main aujourd’hui : ${hours(done, f)} sur ${f.int(open)}.`,
  answerDayNone: fr`Rien n’a été compté à la main aujourd’hui. Ce n’est pas zéro.`,
  notYet: (time: string) => fr`Ouverture à ${time} : il n’y a encore rien à compter.`,
  closedCounted: (n: number) => `Fermé aujourd’hui, et pourtant ${counted(n, f)} à la main.`,
  reopens: (day: string, time: string) => `Prochaine ouverture : ${day}, ${time}.`.replace(" :", "\u00a0:"),
  noFeed: "Personne ne compte à la main sur ce site : aucune saisie n’y est prévue.",
  noFeedNext: fr`Pour l’ouvrir, ajoutez au fichier du territoire une source « manual » avec le connecteur « tally ».`,
  elsewhere: "On compte à la main ici",
  nowhere: "On ne compte à la main sur aucun site.",
  use: {
    truth: "Ces comptages font les visites du site.",
    stand_in: "Ces comptages deviennent les visites du site quand sa première source se tait.",
    unused: "Ces comptages restent à part : les visites du site viennent d’une autre source.".replace(
      " :",
      "\u00a0:",
    ),
  },
  tariffs: {
    full: "plein tarif",
    reduced: "tarif réduit",
    free: "gratuit",
    resident: "habitants",
    child: "enfants",
    group: "groupes",
    school: "scolaires",
    other: "autres",
    none: "personnes",
  },
  pad: {
    title: "Compter",
    here: "sur ce téléphone",
    undo: "Annuler le dernier appui",
    confirm: "Compté de {from} à {to}",
    confirmNote: fr`« Compté » dit que les quarts d’heure sans appui sont des zéros, et non des oublis.`,
    confirmed: "Noté\u00a0: compté jusqu’à {to}.",
    today: "{n} aujourd’hui",
    one: "1 envoi en attente.",
    many: "{n} envois en attente.",
    sent: "Tout est envoyé.",
    offline: fr`Hors connexion : rien n’est perdu, l’envoi se fera au retour du réseau.`,
    denied: fr`Le serveur n’a pas accepté l’envoi : rien n’est perdu, prévenez l’équipe.`,
    old: "Trop ancien pour être compté\u00a0: {n}.",
    ahead: fr`L’horloge de ce téléphone avance de {n} min : réglez-la, l’envoi attend l’heure juste.`,
    behind: fr`L’horloge de ce téléphone retarde de {n} min : réglez-la, les appuis tombent trop tôt.`,
    kept: fr`Page gardée de {time} : les totaux du site ont pu changer depuis.`,
  },
  title: (from: string, to: string, n: number) =>
    fr`L’heure la plus forte : ${from} – ${to}, ${people(n, f)}`,
  titleZero: fr`Personne jusqu’ici, et c’est compté`,
  titleSome: (done: number, open: number) =>
    `${hours(done, f)} ${done < 2 ? "comptée" : "comptées"} sur ${f.int(open)}`,
  titleNone: "Aucune heure comptée aujourd’hui",
  sub: "personnes comptées à la main, par heure d’ouverture",
  chartLabel: (title: string, list: string) => fr`${title}. ${list}.`,
  running: "en cours",
  ahead: "à venir",
  notCounted: "non compté",
  key: { counted: "compté", zero: "zéro, compté", missing: "non compté, ce n’est pas zéro" },
  hourTitle: "Saisir une heure entière",
  hourNote: fr`Pour un comptage sur papier. Ressaisir une heure remplace la saisie précédente ; les appuis s’y ajoutent.`,
  hour: "Heure",
  tariff: "Tarif",
  count: "Personnes",
  save: "Enregistrer",
  noHour: "Aucune heure à saisir pour l’instant.",
  figures: {
    hour: "Cette heure",
    hourText: (from: string, to: string) => `De ${from} à ${to}, tous téléphones réunis.`,
    hourNone: "Le site n’est pas ouvert en ce moment.",
    today: "Aujourd’hui",
    todayText: (parts: string) => (parts ? `Dont ${parts}.` : "Tarifs non distingués."),
    todayNone: "Rien n’est compté. Ce n’est pas zéro.",
    week: "Heures comptées, sept derniers jours",
    weekUnit: (open: number) => `sur ${hours(open, f)} d’ouverture`,
    weekText: (n: number) => fr`${counted(n, f)} en tout.`,
    weekNone: "Rien n’a été compté cette semaine.",
    unit: (n: number): string => (n < 2 ? "personne" : "personnes"),
    none: "—",
  },
  twin: "Les mêmes comptages en chiffres",
  twinHours: "Personnes comptées à la main aujourd’hui, par heure",
  twinDays: "Personnes comptées à la main, sept derniers jours",
  cols: { hour: "Heure", day: "Jour", people: "Personnes", hours: "Heures comptées", note: "État" },
  states: { counted: "compté", partial: "en partie", missing: "non compté", closed: "fermé" },
  ofOpen: (done: number, open: number) => `${f.int(done)} sur ${f.int(open)}`,
  how: fr`Chaque appui est gardé au quart d’heure, avec son tarif et rien d’autre : ni téléphone, ni personne. Envoyé deux fois, il compte une fois. Un quart d’heure sans appui n’est compté zéro que si quelqu’un l’a confirmé.`,
});
