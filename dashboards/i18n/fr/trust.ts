/** French: the screen "Peut-on s'y fier ?". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";

const NUMBERS: Readonly<Record<number, string>> = { 2: "deux", 3: "trois", 7: "sept" };
const plural = (n: number) => (n < 2 ? "" : "s");

/** A number of days as it is written. */
const daysOf = (days: string) => `${days} ${days === "1" ? "jour" : "jours"}`;

export const trust = (f: Format) => ({
  title: fr`Peut-on s’y fier ?`,
  judged: (days: number, lead: string) =>
    `${f.int(days)} jour${plural(days)} ouvert${plural(days)} vérifié${plural(days)}, prévus ${lead}`,
  /** Such as "à sept jours". */
  at: (lead: number) => (lead === 1 ? "la veille" : `à ${NUMBERS[lead] ?? f.int(lead)} jours`),
  before: (lead: number) => (lead === 1 ? "la veille" : `${f.int(lead)} jours avant`),
  short: (lead: number) => `J-${lead}`,
  error: (at: string, error: number, rule: string | null) =>
    fr`${capital(at)}, la prévision s’est trompée de ${f.int(error)} ${error < 1.5 ? "visite" : "visites"} en moyenne${
      rule === null ? "" : ` ; la règle simple, de ${rule}`
    }.`,
  naiveWins: fr`Pour ce site, « même jour de l’an dernier » se trompe moins que notre modèle.`,
  ruleShown: "Nous affichons donc cette règle.",
  insideOf: (inside: number, days: number) =>
    days === 1
      ? `Le seul jour vérifié est ${inside === 1 ? "tombé dans" : "sorti de"} la fourchette annoncée.`
      : fr`${f.int(inside)} de ces ${f.int(days)} jours ${inside < 2 ? "est tombé" : "sont tombés"} dans la fourchette annoncée, pour 8 sur 10 promis.`,
  tooFew: (days: number, needed: number) =>
    fr`Trop tôt pour le dire : ${days === 0 ? "aucun jour vérifié" : `${f.int(days)} jour${plural(days)} vérifié${plural(days)}`} sur les ${f.int(needed)} qu’il faut.`,
  tooFewNext: "Chaque jour d’ouverture mesuré en vérifie un de plus.",
  soFar: (error: number, days: number) =>
    fr`Jusqu’ici, ${f.int(error)} ${error < 1.5 ? "visite" : "visites"} d’erreur en moyenne sur ${f.int(days)} jour${plural(days)}.`,
  titleFew: "Trop peu de jours vérifiés pour comparer",
  titleBetterSoFar: "La prévision bat la règle simple partout où assez de jours sont vérifiés",
  titleBetter: "La prévision bat la règle simple à toutes les distances",
  titleUntil: (lead: number) =>
    fr`La prévision bat la règle simple jusqu’à ${f.int(lead)} jour${plural(lead)} ; plus loin, la règle simple fait aussi bien ou mieux`,
  titleMixed: (better: number, all: number) =>
    `La prévision bat la règle simple à ${f.int(better)} distance${plural(better)} sur ${f.int(all)}`,
  titleWorse: "La règle simple fait mieux à toutes les distances",
  titleAlone: (near: string, far: string) =>
    near === far
      ? `L’erreur est de ${near} visites`
      : `L’erreur passe de ${near} visites la veille à ${far} au plus loin`,
  sub: "Erreur moyenne en visites par jour, selon les jours d’avance",
  unit: "visites d’écart",
  forecast: "prévision",
  rule: "règle simple",
  errorsLabel: (parts: string) =>
    fr`Erreur moyenne selon les jours d’avance : ${parts}. Le tableau donne chaque valeur.`,
  errorsPart: (lead: string, error: string, rule: string | null) =>
    `${lead}, ${error}${rule === null ? "" : ` contre ${rule}`}`,
  coverage: "Dans la fourchette, 8 jours sur 10 promis",
  coverageNote: fr`Trait : 8 sur 10. Bande : ce que le hasard laisse attendre pour autant de jours, 8 fois sur 10. Point : ce qui est arrivé.`,
  cols: {
    lead: "Prévu",
    error: "Erreur",
    rule: "Règle simple",
    inside: "Dans la fourchette",
    plot: "De 0 à 10 jours sur 10",
    share: (inside: string, days: string) => `${inside} sur ${days}`,
  },
  figures: {
    error: (at: string) => `Erreur moyenne, ${at}`,
    errorText: (days: string, mean: string, median: string | null) =>
      fr`Sur ${daysOf(days)} à ${mean} visites en moyenne.${median === null ? "" : ` La règle simple : ${median}.`}`,
    inside: (at: string) => `Dans la fourchette, ${at}`,
    insideUnit: (days: string) => `sur ${daysOf(days)}`,
    insideText: (share: string | null) =>
      share === null
        ? fr`Trop peu de jours pour un pourcentage ; 8 sur 10 promis.`
        : fr`${share}, pour ${f.percent(0.8)} promis.`,
    lastMiss: (day: string, n: string, low: string, high: string) =>
      fr`Dernier raté : ${day}, ${n} visites pour ${low} à ${high} annoncées.`,
    bias: "Penchant",
    biasUnit: "visites par jour",
    biasNone: fr`Ni trop haut ni trop bas : l’écart moyen reste sous une visite par jour.`,
    biasHigh: (days: string) =>
      fr`Trop haut en moyenne, sur ${daysOf(days)} : il est venu moins de monde que prévu.`,
    biasLow: (days: string) =>
      fr`Trop bas en moyenne, sur ${daysOf(days)} : il est venu plus de monde que prévu.`,
  },
  lastTitle: (inside: number, days: number, at: string) =>
    days === 1
      ? `La dernière prévision, ${at}, ${inside === 1 ? "est tombée juste" : "est tombée à côté"}`
      : fr`${f.int(inside)} des ${f.int(days)} dernières prévisions, ${at}, ont tenu leur fourchette`,
  lastSub: fr`Visites par jour d’ouverture ; les ratés sont montrés comme le reste`,
  lastLabel: (from: string, to: string, inside: number, days: number) =>
    fr`Fourchettes annoncées et visites venues du ${from} au ${to} : ${f.int(inside)} jours sur ${f.int(days)} dans la fourchette. Le tableau donne chaque valeur.`,
  choose: fr`Prévu :`,
  key: {
    range: "annoncé, 8 jours sur 10 ; trait : milieu",
    quartiles: "annoncé : 8 jours sur 10, 5 jours sur 10, milieu",
    came: "visites venues",
    miss: "hors fourchette, avec le nombre de visites",
    estimated: "estimé",
    zero: "zéro visite, ouvert",
    missing: "donnée manquante",
    closed: "fermé",
    retrospective: "prévision recalculée après coup, avec ce qui était connu alors",
  },
  vintageTitle: (day: string, inside: number, measured: number) =>
    measured === 0
      ? fr`La prévision du ${day} : aucun de ses jours n’est encore mesuré`
      : fr`La prévision du ${day}, telle qu’elle était : ${f.int(inside)} jour${plural(inside)} sur ${f.int(measured)} dans la fourchette`,
  vintageSub: (retrospective: boolean): string =>
    retrospective
      ? "Recalculée après coup, avec ce qui était connu ce matin-là"
      : "Servie ce jour-là, jamais modifiée depuis",
  vintageLabel: (from: string, to: string) =>
    fr`Prévision du ${from} au ${to} telle qu’elle a été émise, et visites venues depuis. Le tableau donne chaque valeur.`,
  vintageAsk: "Revoir la prévision du",
  vintageShow: "Revoir",
  weekBefore: "une semaine plus tôt",
  weekAfter: "une semaine plus tard",
  twin: "Tous les écarts en tableau",
  leadsCaption: "Erreurs selon les jours d’avance",
  lastCaption: (at: string) => `Dernières prévisions, ${at}, et visites venues`,
  vintageCaption: (day: string) => `Prévision du ${day} et visites venues`,
  twinCols: {
    day: "Jour, et la prévision d’alors",
    promised: "Annoncé, 8 jours sur 10, et milieu",
    rule: "Règle simple",
    visits: "Venu",
  },
  promised: (range: string, middle: string, retrospective: boolean) =>
    `${range}, milieu ${middle}${retrospective ? " (recalculé après coup)" : ""}`,
  judgedVisits: (visits: string, inside: boolean) =>
    `${visits}, ${inside ? "dans la fourchette" : "hors fourchette"}`,
  notYet: "à venir",
  partial: (n: string) => `${n}, partiel`,
  how: fr`Erreur : écart moyen entre le milieu de la prévision et les visites, sans signe, sur les jours ouverts mesurés en entier des six derniers mois. Règle simple : même jour comparable de l’an dernier, sinon même jour de la dernière semaine connue.`,
  howKept: "Une prévision servie n’est jamais réécrite.",
  howServed: (day: string) => `Prévisions servies depuis le ${day}.`,
  howNoneServed: "Aucune prévision n’a encore été servie.",
  howRetrospective: (n: number, days: number) =>
    days === 1
      ? "La prévision vérifiée a été recalculée après coup, avec ce qui était connu alors."
      : fr`${f.int(n)} des ${f.int(days)} prévisions vérifiées ${n < 2 ? "a été recalculée" : "ont été recalculées"} après coup, avec ce qui était connu alors.`,
});
