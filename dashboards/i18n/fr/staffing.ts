/** French: the screen "Effectifs". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";
import { WORDS } from "./outlook.ts";

const word = (n: number, f: Format) => WORDS[n] ?? f.int(n);

export const staffing = (f: Format) => ({
  noRule: "Sans règle d’accueil, on ne peut pas dire combien de personnes il faut.",
  noRuleNext: fr`Écrivez dans le fichier du territoire combien de visites une personne accueille en une heure (desk : visits_per_person).`,
  closedWeek: fr`Fermé toute la semaine : personne n’est attendu à l’accueil.`,
  beyond: (until: string) =>
    fr`Pas encore de prévision par heure pour cette semaine : elle va jusqu’au ${until}.`,
  beyondPast: "Aucune prévision par heure n’est gardée pour cette semaine.",
  beyondNext: fr`Le plan peut déjà être écrit ; le besoin viendra avec la prévision.`,
  answer: (day: string, need: string, plan: string) => fr`${capital(day)}, ${need} : ${plan}.`,
  peak: (n: number, from: string, to: string) =>
    `${n === 1 ? "une personne" : `${word(n, f)} personnes`} de ${from} à ${to}`,
  after: (n: number) => `${word(n, f)} ensuite`,
  before: (n: number) => `${word(n, f)} avant`,
  rest: (n: number, isExact: boolean) =>
    isExact ? `${word(n, f)} le reste du temps` : `${word(n, f)} au plus le reste du temps`,
  planShort: (n: number) => (n === 0 ? "le plan n’en prévoit aucune" : `le plan en prévoit ${word(n, f)}`),
  planEnough: "le plan suffit",
  planNone: "rien n’est encore planifié",
  weekShort: (hours: string, days: string) =>
    fr`Pour suffire 8 fois sur 10 il manque ${hours} de présence dans la semaine : ${days}.`,
  weekEnough: "À chaque demi-heure de la semaine, le plan suffit 8 fois sur 10.",
  weekPart: (days: string) => fr`Pas encore planifié : ${days}.`,
  weekNone: (hours: string) =>
    `Il faut ${hours} de présence dans la semaine pour suffire 8 fois sur 10 à chaque demi-heure.`,
  group: (day: string, places: string, planned: number) =>
    fr`${capital(day)}, fermé au public : un groupe (${places} places), ${
      planned === 0
        ? "une personne au moins"
        : `le plan prévoit ${planned === 1 ? "une personne" : `${word(planned, f)} personnes`}`
    }.`,
  hours: (n: number) => `${Number.isInteger(n) ? f.int(n) : f.decimal(n)}\u00a0h`,
  titleShort: (n: number, day: string, from: string, to: string) =>
    `${n === 1 ? "Une personne manque" : `${capital(word(n, f))} personnes manquent`} ${day} de ${from} à ${to}`,
  titleEnough: "Le plan couvre le besoin toute la semaine",
  titlePeak: (n: number, day: string, from: string, to: string) =>
    fr`Le plus fort besoin : ${n === 1 ? "une personne" : `${word(n, f)} personnes`}, ${day} de ${from} à ${to}`,
  titleNone: "Plan de la semaine",
  week: (from: string, to: string) => `semaine du ${from} au ${to}`,
  subWide: "Personnes à l’accueil par demi-heure",
  subNarrow: "Personnes à l’accueil par demi-journée",
  previous: "semaine précédente",
  next: "semaine suivante",
  chartLabel: (from: string, to: string, best: string) =>
    fr`Personnes nécessaires et planifiées à l’accueil, du ${from} au ${to}${best ? ` ; ${best}` : ""}. Le tableau donne chaque plage.`,
  best: (day: string, n: number) => `le plus, ${day}, ${f.int(n)}`,
  unit: "personnes",
  missing: (n: number) => `−${f.int(n)}`,
  noForecast: "pas de prévision",
  flag: (time: string) => `maintenant, ${time}`,
  key: {
    need80: "suffit 8 fois sur 10",
    need50: "suffit 5 fois sur 10",
    planned: "planifié",
    short: "il manque quelqu’un",
    closed: "fermé",
    unknown: "pas de prévision",
  },
  figures: {
    need: "Il faut, 8 fois sur 10",
    needWhy: (half: string) => fr`de présence à l’accueil ; ${half} suffiraient une fois sur deux`,
    planned: "Planifié",
    plannedWhy: (need: string) => `sur les heures où le besoin est connu, soit ${need}`,
    plannedNone: fr`rien n’est planifié : ce n’est pas zéro`,
    short: "Il manque",
    shortWhy: fr`où le plan est sous le besoin de 8 fois sur 10 ; trop ailleurs n’y change rien`,
    shortNone: "pas de plan à comparer",
  },
  halvesTitle: "Par demi-journée",
  halvesCaption: (from: string, to: string) => `Personnes nécessaires et planifiées, du ${from} au ${to}`,
  halves: {
    day: "Jour",
    morning: "Matin, il faut",
    morningPlan: "prévu",
    afternoon: "Après-midi, il faut",
    afternoonPlan: "prévu",
  },
  halvesNote: "De 5 à 8 fois sur 10. Le matin finit à 13 h.",
  formTitle: "Modifier le plan",
  form: {
    day: "Jour",
    from: "De",
    to: "à",
    people: "Personnes",
    weeks: "Semaines de suite",
    save: "Enregistrer",
  },
  formNote: fr`Des nombres, jamais des noms. Zéro veut dire que personne n’est prévu. La dernière saisie l’emporte, les précédentes restent gardées.`,
  twin: "La semaine en tableau",
  dayCaption: (from: string, to: string) => `Par jour, du ${from} au ${to}`,
  runCaption: "Par plage d’heures",
  dayCols: {
    day: "Jour",
    open: "Ouvert",
    peak: "Au plus, 8 fois sur 10",
    need: "Présence nécessaire",
    planned: "Planifiée",
    short: "Manque",
  },
  runCols: {
    span: "Plage",
    need50: "5 fois sur 10",
    need80: "8 fois sur 10",
    planned: "Planifié",
  },
  how: (rule: string) =>
    `Une personne accueille ${rule} visites par heure, une au moins tant que le site est ouvert.`,
  howLevels: fr`Visites par heure de la prévision ; « 8 fois sur 10 » est pris entre les quantiles 75 et 90 %, au tiers.`,
  howIssued: (day: string, time: string) => `Prévision émise le ${day} à ${time}.`,
  howPlan: (day: string, time: string) => `Plan modifié le ${day} à ${time}.`,
});
