/** French: the screen "Et si ?". */
import { capital, type Ends, type Format } from "../format.ts";
import { fr } from "../typography.ts";
import { reasons, weather } from "./reasons.ts";

const TIMES = "8\u00a0fois\u00a0sur\u00a010";
const plural = (n: number) => (Math.round(n) < 2 ? "" : "s");
const visits = (n: number) => (Math.round(n) < 2 ? "visite" : "visites");

export const suppose = (f: Format) => ({
  reasons,
  weather,
  shareTo: " à ",
  title: fr`Et si ?`,
  situation: (day: string, time: string) => `${capital(day)}, situation à ${time}`,
  nothing: fr`Et si l’on ouvrait un autre jour, si l’entrée était gratuite, s’il pleuvait ?`,
  nothingNext: "La réponse est une fourchette, ou un refus quand le passé ne dit rien.",
  waiting: "Le calcul attend son tour.",
  waitingNext: "La page se recharge d’elle-même toutes les trois secondes, il n’y a rien à faire.",
  noDay: "Aucun jour ne correspond.",
  noDayNext: fr`Ce jour de la semaine n’existe pas entre ces deux dates, ou rien n’est changé : complétez la question.`,
  opening: (hours: string) => `ouvert ${hours}`,
  shut: "fermé",
  group: (people: number) =>
    people === 1 ? "une personne réserve" : `un groupe de ${f.int(people)} réserve`,
  rain: (mm: string) => (mm === "0" ? "pas de pluie" : `${mm}\u00a0mm de pluie`),
  temperature: (degrees: string) => `${degrees}\u00a0°C`,
  free: "entrée gratuite",
  days: (from: string, to: string, n: number, weekday: string | null) =>
    `${f.int(n)} ${weekday === null ? "jours" : `${weekday}s`} du ${from} au ${to}`,
  more: (subject: string, ends: Ends) =>
    fr`${subject} : ${f.between(ends)} ${visits(ends.high)} de plus, ${TIMES}.`,
  fewer: (subject: string, ends: Ends) =>
    fr`${subject} : ${f.between(ends)} ${visits(ends.high)} de moins, ${TIMES}.`,
  unclear: (subject: string, fewer: number, more: number) =>
    fr`${subject} : aucun effet mesurable, entre ${f.int(fewer)} ${visits(fewer)} de moins et ${f.int(more)} de plus, ${TIMES}.`,
  refused: (subject: string, reason: string) => fr`${subject} : on ne peut pas le dire, ${reason}.`,
  refusedSome: (n: number) =>
    n === 1
      ? fr`Un jour n’a pas de réponse : raison ci-dessous.`
      : fr`${f.int(n)} jours n’ont pas de réponse : raisons ci-dessous.`,
  asIs: (range: string) => fr`Tel que prévu : ${range}.`,
  withChange: (range: string) => fr`Avec ce changement : ${range}.`,
  rangeVisits: (ends: Ends) => `${f.between(ends)} ${visits(ends.high)}`,
  nobody: "personne",
  plan: (name: string, day: string) => fr`Plan « ${name} », figé le ${day} :`,
  planHeld: (inside: number, measured: number) =>
    fr`${f.int(inside)} jour${plural(inside)} sur ${f.int(measured)} dans la fourchette prévue.`,
  planWaits: "aucun de ses jours n’est encore mesuré.",
  planNext: (days: number, measured: number) =>
    `${f.int(measured)} de ses ${f.int(days)} jours ${measured < 2 ? "est mesuré" : "sont mesurés"} en entier.`,
  ask: "La question",
  groups: { days: "Quels jours", opening: "Ouverture", public: "Public", weather: "Météo" },
  fields: {
    day: "Premier jour",
    last: "Dernier jour",
    weekday: "Seulement",
    everyDay: "chaque jour",
    opens: "Ouvre à",
    closes: "Ferme à",
    closed: "Fermé toute la journée",
    free: "Entrée gratuite",
    group: "Groupe de",
    event: "Événement",
    noEvent: "aucun",
    rain: "Pluie, mm (8 h – 20 h)",
    temperature: "Température max., °C",
  },
  submit: "Calculer",
  clear: "Effacer la question",
  weekdays: (weekday: string) => `les ${weekday}s`,
  chartPlain: "Les quatre semaines à venir, telles qu’elles sont prévues",
  chartWeeks: "Les jours autour de la question",
  chartOne: (day: string, before: string, after: string) =>
    fr`${capital(day)} : ${after} avec le changement, ${before} sans`,
  chartMany: (n: number) => fr`${f.int(n)} jours changent, les autres restent tels que prévus`,
  chartRefused: "Ces jours restent tels que prévus",
  sub: "Visites par jour, 8 jours sur 10",
  label: (from: string, to: string, changed: string) =>
    fr`Visites prévues du ${from} au ${to}${changed ? ` ; changent : ${changed}` : ""}. Le tableau donne chaque valeur.`,
  key: {
    plain: "tel que prévu, 8 jours sur 10 ; trait : milieu",
    before: "jour changé, sans le changement",
    after: "jour changé, avec le changement : 8 jours sur 10, 5 jours sur 10, milieu",
    came: "visites venues",
    closed: "fermé",
  },
  figures: {
    difference: "Différence",
    differenceText: (clear: boolean, days: number) =>
      `${clear ? "L’effet se voit : la fourchette ne contient pas zéro." : "La fourchette contient zéro : rien ne dit que cela change quelque chose."}${
        days > 1 ? ` Somme de ${f.int(days)} jours.` : ""
      }`,
    differenceLabel: (low: string, high: string) => `Différence entre ${low} et ${high} visites, zéro marqué`,
    before: "Tel que prévu",
    after: "Avec le changement",
    unit: "visites",
    total: (days: number) => (days === 1 ? "8 jours sur 10" : `${f.int(days)} jours ensemble, 8 fois sur 10`),
    closed: "fermé",
    together: (days: number) => (days === 1 ? "" : `${f.int(days)} jours ensemble`),
  },
  basisTitle: "Sur quoi cela repose",
  basisModel: "Milieu de la fourchette : celui du modèle.",
  basisPast: "Milieu de la fourchette : celui des jours passés, le modèle ne connaît pas ce changement.",
  refusedTitle: "Ce qui ne peut pas se dire",
  scenarios: "Scénarios gardés",
  noScenario: "Aucun scénario gardé pour ce site.",
  keep: "Garder ce scénario sous le nom",
  keepButton: "Garder",
  freeze: "Figer comme plan",
  drop: "Abandonner",
  aria: (action: string, name: string) => fr`${action} : ${name}`,
  status: { draft: "brouillon", plan: "plan", dropped: "abandonné" },
  frozen: (day: string) => `figé le ${day}`,
  kept: (day: string) => `gardé le ${day}`,
  keepNote: "Figer garde la prévision d’aujourd’hui : elle ne change plus et se compare à ce qui vient.",
  scenarioCols: { name: "Scénario", days: "Jours", what: "Ce qui change", status: "État", act: "Faire" },
  twin: "Chaque jour en tableau",
  caption: (from: string, to: string) => `Visites prévues et changées du ${from} au ${to}`,
  cols: {
    day: "Jour",
    open: "Ouvert",
    before: "Tel que prévu",
    after: "Avec le changement",
    difference: "Différence",
    came: "Venu",
  },
  cannot: "on ne peut pas le dire",
  differenceRange: (low: string, high: string) => `${low} à ${high}`,
  how: fr`Chaque changement est mesuré sur les jours passés qui l’ont connu, contre les jours ordinaires autour. La différence a sa propre fourchette : ce n’est pas l’écart de deux prévisions.`,
  howOrigin: (day: string, time: string, model: string) =>
    fr`Calculé avec ce qui était connu le ${day} à ${time} (modèle « ${model} »).`,
  howSum: fr`Sur plusieurs jours, les bornes s’ajoutent : le même effet vaut pour tous, s’il est plus faible un jour il l’est partout.`,
});
