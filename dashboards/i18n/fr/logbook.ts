/** French: the screen "Journal et calendrier". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";

const visits = (n: number, f: Format) => `${f.int(n)} ${Math.round(Math.abs(n)) < 2 ? "visite" : "visites"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;
const unusualOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour inhabituel" : "jours inhabituels"}`;
const judgedOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour jugé" : "jours jugés"}`;
const hoursOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "heure" : "heures"}`;

export const logbook = (f: Format) => ({
  period: (from: string, to: string) => (from === to ? `Le ${to}` : `Du ${from} au ${to}`),
  scope: (n: number, all: boolean) => (all ? `Les ${n} sites` : n === 1 ? "Un site" : `${n} sites`),
  some: "une partie des genres",
  change: "Changer la période, les sites, les genres",
  from: "Du",
  last: "au",
  sites: "Sites",
  kinds: "Genres",
  apply: "Afficher",
  allSites: "Tous les sites",
  kind: {
    note: "Note",
    event: "Événement",
    closure: "Fermeture",
    fault: "Panne",
    action: "Action",
    holiday: "Jour férié",
    break: "Vacances scolaires",
    correction: "Correction",
    unusual: "Jour inhabituel",
  },
  answer: {
    open: (n: number, judged: number, left: number) =>
      left === n
        ? fr`${capital(unusualOf(n, f))} sur ${judgedOf(judged, f)} : ${n === 1 ? "aucune note ne l’explique" : "aucune note n’explique lequel"}.`
        : `${capital(unusualOf(n, f))} sur ${judgedOf(judged, f)}, dont ${f.int(left)} sans note.`,
    noted: (n: number, judged: number) =>
      n === 1
        ? `Un jour inhabituel sur ${judgedOf(judged, f)}, et une note en parle.`
        : fr`${capital(unusualOf(n, f))} sur ${judgedOf(judged, f)} : une note parle de chacun.`,
    calm: (judged: number) => `Rien d’inhabituel sur ${judgedOf(judged, f)}.`,
    unjudged: "Aucun jour n’a encore de prévision à quoi le comparer.",
    nothing: "Rien n’est noté sur cette période.",
  },
  second: {
    counting: (counting: number, written: number) =>
      written === 0
        ? "Personne n’a encore rien noté."
        : counting === 0
          ? `${written === 1 ? "La seule note" : `Aucune des ${f.int(written)} notes`} n’entre ${written === 1 ? "pas " : ""}dans le modèle.`
          : counting === written
            ? written === 1
              ? "La seule note entre dans le modèle."
              : `Les ${f.int(written)} notes entrent dans le modèle.`
            : `${f.int(counting)} ${counting === 1 ? "note entre" : "notes entrent"} dans le modèle, sur ${f.int(written)}.`,
    next: (name: string, from: string, to: string) =>
      fr`À venir : ${name}, ${from === to ? `le ${from}` : `du ${from} au ${to}`}.`,
  },
  title: {
    unusual: (site: string, day: string, n: number, range: string, more: boolean) =>
      fr`${site}, ${day} : ${visits(n, f)}, ${more ? "bien plus" : "bien moins"} que prévu (${range})`,
    plain: "Ce qui s’est passé, semaine par semaine",
  },
  sub: (narrow: boolean) =>
    fr`Une ligne par site${narrow ? ", neuf semaines" : ""}. Plein : entre dans le modèle. Vide : n’y entre pas.`,
  chartLabel: (from: string, to: string, n: number, unusual: number) =>
    fr`Journal du ${from} au ${to} : ${f.int(n)} lignes, dont ${unusualOf(unusual, f)}. Le tableau plus bas donne chaque ligne.`,
  flag: (time: string) => `aujourd’hui, ${time}`,
  key: {
    event: "événement",
    holiday: "jour férié",
    closure: "fermeture de plus d’une semaine",
    note: "note",
    fault: "panne",
    action: "action",
    correction: "jour corrigé",
    more: "bien plus que prévu",
    fewer: "bien moins que prévu",
    out: "vide : n’entre pas dans le modèle",
    breaks: "vacances scolaires",
  },
  figures: {
    unusual: "Jours inhabituels",
    unusualUnit: (judged: number) => `sur ${judgedOf(judged, f)}`,
    unusualText:
      "Très loin de ce qui était prévu la veille. Le hasard seul en marque environ un par site et par deux mois.",
    model: "Notes dans le modèle",
    modelUnit: (n: number) => `sur ${f.int(n)}`,
    modelText:
      "Événements, fermetures et pannes cochés : les prévisions faites depuis en tiennent compte. Le calendrier, lui, y entre toujours.",
    corrections: "Jours corrigés",
    correctionsUnit: (change: string) => `${change} visites`,
    correctionsText:
      "Chiffres changés par la source une fois le jour passé. Les prévisions apprennent des chiffres corrigés.",
    noCorrections: "Aucune source n’a changé un jour passé.",
  },
  list: {
    unusual: "À expliquer",
    noUnusual: "Chaque jour inhabituel a sa note, ou il n’y en a pas.",
    more: (n: number) => `${f.int(n)} de plus dans le tableau.`,
    came: (n: number, range: string) => fr`${visits(n, f)}, là où ${range} étaient prévues, 8 jours sur 10.`,
    cause: (text: string) => fr`Cause probable : ${text}.`,
    explain: "Noter ce qui s’est passé",
    written: "Noté",
    noWritten:
      "Rien n’est noté sur cette période. Une ligne suffit : « neige », « travaux devant l’entrée ».",
    withdraw: "Retirer",
    withdrawn: (day: string) => `Retiré le ${day}.`,
    inModel: "Entre dans le modèle",
    notInModel: "Hors du modèle",
    effect: "Voir son effet",
    calendar: "Au calendrier",
    coming: "À venir",
    writtenOn: (day: string) => `noté le ${day}`,
  },
  cause: {
    silent: (n: number) => `le compteur ou la caisse s’est tu ${hoursOf(n, f)}`,
    stuck: (n: number) => `le compteur a répété la même valeur ${hoursOf(n, f)}`,
    otherSource: "l’autre source du site dit autre chose",
    revised: (n: string) => `corrigé depuis de ${n}`,
    event: (name: string) => name,
    rain: (mm: number) =>
      mm > 0
        ? `${f.decimal(mm)} mm de pluie de plus qu’annoncé`
        : `${f.decimal(-mm)} mm de pluie de moins qu’annoncé`,
    temperature: (degrees: number) =>
      degrees > 0
        ? `${f.decimal(degrees)} °C de plus qu’annoncé`
        : `${f.decimal(-degrees)} °C de moins qu’annoncé`,
    everywhere: (n: number) =>
      n === 1 ? "un autre site dans le même sens" : `${f.int(n)} autres sites dans le même sens`,
    unknown: "aucune n’est connue",
  },
  correction: (before: string, after: string) => `${before} → ${after} visites`,
  span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  form: {
    open: "Ajouter une note",
    site: "Site",
    from: "Premier jour",
    last: "Dernier jour",
    kind: "Genre",
    text: "En quelques mots",
    textHint: "Rien sur des personnes : ni nom, ni téléphone, ni adresse électronique.",
    counts: "Compte dans le modèle",
    countsHint:
      "Pour un événement, une fermeture ou une panne. Les prévisions faites ensuite en tiennent compte ; d’une panne, elles n’apprennent rien.",
    send: "Noter",
  },
  effect: {
    title: (name: string) => fr`Ce qu’a changé « ${name} »`,
    choose: "L’action porte sur tous les sites : choisissez-en un pour voir ce qu’elle y a changé.",
    refused: {
      early: "Trop tôt pour le dire : il faut deux semaines de mesures depuis l’action.",
      before: "Trop peu de mesures avant l’action : il en faut huit semaines.",
      few: "Trop peu de jours mesurés depuis l’action pour en dire quelque chose.",
      placebos: "Aucune période passée n’est assez longue pour servir de comparaison.",
      other: "L’effet n’a pas pu être mesuré.",
    },
    first: (days: number, measured: number, low: number, high: number) =>
      fr`${visits(measured, f)} en ${daysOf(days, f)} ; sans l’action, entre ${f.int(low)} et ${f.int(high)}, 8 fois sur 10.`,
    verdict: {
      up: (low: string, high: string) => fr`Effet net : entre ${low} et ${high} visites par jour ouvert.`,
      down: (low: string, high: string) =>
        fr`Baisse nette : entre ${low} et ${high} visites par jour ouvert.`,
      unsure: (low: string, high: string) =>
        fr`Effet incertain : entre ${low} et ${high} visites par jour ouvert. Ne rien conclure reste raisonnable.`,
    },
    placebos: (n: number, chance: string) =>
      fr`Traits gris : le même calcul à ${f.int(n)} dates où rien n’a été fait. ${chance} d’entre eux sont aussi loin de zéro.`,
    rulerLabel: (low: string, high: string, n: number) =>
      fr`Effet entre ${low} et ${high}, au-dessus de ${f.int(n)} placebos.`,
    controls: (n: number) =>
      n === 0
        ? ""
        : n === 1
          ? "Le mouvement d’un autre site a été retiré."
          : `Le mouvement commun de ${f.int(n)} autres sites a été retiré.`,
  },
  twin: (n: number) => fr`Le journal en tableau : ${f.int(n)} ${n < 2 ? "ligne" : "lignes"}`,
  twinWeeks: "Ce qui s’est passé par semaine",
  twinAll: "Toutes les lignes du journal",
  weekCols: { week: "Semaine", said: "Noté et calendrier", data: "Ce que disent les données" },
  cols: { days: "Jours", kind: "Genre", site: "Site", what: "Quoi", model: "Modèle" },
  yes: "oui",
  no: "non",
  how: "Calendrier et règles d’ouverture : fichier du territoire. Notes : écrites ici, jamais effacées, seulement retirées. Jours inhabituels : mesurés loin de la prévision de la veille. Corrections : ce que les sources ont changé après coup.",
  connect: "Les notes sont anonymes : rien sur des personnes n’est gardé.",
});
