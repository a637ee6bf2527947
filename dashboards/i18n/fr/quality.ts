/** French: the screen "Qualité des données". */
import { capital, type Format } from "../format.ts";
import { fr } from "../typography.ts";

const feedsOf = (n: number, f: Format) => `${f.int(n)} flux`;
const sensorsOf = (n: number, f: Format) =>
  `${n === 1 ? "un" : f.int(n)} ${n === 1 ? "capteur" : "capteurs"}`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;
const linesOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "ligne" : "lignes"}`;
const hoursOf = (n: number, f: Format) =>
  `${Number.isInteger(n) ? f.int(n) : f.decimal(n)} ${n < 2 ? "heure" : "heures"}`;
/** Under two hours in minutes, from two days on in days. */
const lengthOf = (minutes: number, f: Format) =>
  minutes < 120
    ? `${f.int(minutes)} minutes`
    : minutes < 2 * 1440
      ? hoursOf(Math.round(minutes / 60), f)
      : daysOf(minutes / 1440, f);

export const quality = (f: Format) => ({
  period: (from: string, to: string) => `Du ${from} au ${to}`,
  scope: (feeds: number, days: number) => `${feedsOf(feeds, f)}, ${daysOf(days, f)}`,
  feedKind: {
    ticketing: "billetterie",
    kiosk: "borne",
    counter: "compteur",
    manual: "saisie à la main",
    weather: "météo",
    calendar: "calendrier",
  },
  territory: "Territoire",
  answer: {
    none: "Aucun flux n’est branché.",
    noneNext: "Déclarez un compteur, une caisse ou un dossier dans le fichier du territoire.",
    both: (mute: number, lying: number) =>
      `${capital(mute === 1 ? "un flux" : feedsOf(mute, f))} ${mute === 1 ? "se tait" : "se taisent"}, et ${sensorsOf(lying, f)} ${lying === 1 ? "ment" : "mentent"} peut-être.`,
    mute: (mute: number) =>
      `${mute === 1 ? "Un flux se tait" : `${feedsOf(mute, f)} se taisent`}, aucun capteur ne semble mentir.`,
    lying: (lying: number) =>
      fr`Tous les flux transmettent ; ${sensorsOf(lying, f)} ${lying === 1 ? "ment" : "mentent"} peut-être.`,
    well: "Tous les flux transmettent, aucun capteur ne semble mentir.",
    coverage: (share: string, days: number) =>
      fr`Sur ${daysOf(days, f)}, ${share} des heures ouvertes ont été mesurées.`,
    worst: (name: string, what: string) => fr`${name} : ${what}`,
  },
  title: {
    holes: (name: string, bad: number, due: number) =>
      fr`${name} : ${daysOf(bad, f)} sur ${f.int(due)} à regarder`,
    whole: (days: number) => `${capital(daysOf(days, f))} sans un trou`,
  },
  sub: (narrow: boolean) =>
    `Une bande par flux, une case par jour${narrow ? ", 28 derniers jours" : ""}. À droite : ce qui ne va pas maintenant.`,
  chartLabel: (feeds: number, from: string, to: string, bad: number) =>
    fr`État de ${feedsOf(feeds, f)} jour par jour du ${from} au ${to} ; ${f.int(bad)} ${bad < 2 ? "case" : "cases"} à regarder. Le tableau plus bas donne chaque jour.`,
  health: {
    ok: "à jour",
    late: (length: string) => `${length} de retard`,
    silent: "se tait",
    never: "jamais rien reçu",
    failed: "en panne",
  },
  length: (minutes: number) => lengthOf(minutes, f),
  state: {
    ok: "à jour",
    late: "arrivé en retard",
    partial: "partiel, moins de 90 % des heures",
    missing: fr`manquant : ce n’est pas zéro`,
    suspect: "suspect",
    corrected: "corrigé par la source",
    due: "attendu, encore dans les délais",
    rest: fr`vide : fermé, rien n’était dû`,
  },
  short: {
    ok: "À jour",
    late: "Retard",
    partial: "Partiel",
    missing: "Manquant",
    suspect: "Suspect",
    corrected: "Corrigé",
    due: "Attendu",
    rest: "Rien dû",
  },
  dataState: {
    current: "À jour",
    late: "Retard",
    partial: "Partiel",
    estimated: "Estimé",
    corrected: "Corrigé",
  },
  figures: {
    now: "À jour maintenant",
    nowUnit: (n: number) => `flux sur ${f.int(n)}`,
    nowText: "Un flux est en retard quand il se tait plus longtemps que permis, heures fermées non comptées.",
    measured: "Heures ouvertes mesurées",
    measuredUnit: (days: number) => `sur ${daysOf(days, f)}`,
    partial: (names: string) => fr`Partiel, moins de 90 % : ${names}. Les totaux y sont des minima.`,
    complete: "Chaque site dépasse 90 %.",
    nothing: "Rien n’était dû.",
    aside: "Lignes mises de côté",
    asideText: (reasons: string) => fr`Inutilisables : ${reasons}. Elles n’entrent dans aucun total.`,
    noAside: "Toutes les lignes reçues ont servi.",
  },
  problems: {
    title: "À faire, le plus grave d’abord",
    none: "Rien à faire.",
    todo: "À faire :",
    day: "Voir ce jour",
    note: "Noter la panne",
    noted: "Panne notée",
    failed: "la source refuse ou a changé",
    held: fr`la source ne donne plus trop de ce qu’elle avait donné : rien n’est effacé`,
    silent: (day: string, over: string, allowance: string) =>
      `rien depuis le ${day}, ${over} au-delà du délai (${allowance})`,
    never: "rien n’est jamais arrivé",
    late: (day: string, over: string, allowance: string) =>
      `dernières données le ${day}, ${over} au-delà du délai (${allowance})`,
    stuck: (hours: number, days: number, last: string) =>
      `même valeur répétée ${hoursOf(hours, f)}${days > 1 ? `, ${daysOf(days, f)}, le dernier` : ""} le ${last}`,
    ratio: (times: string, last: string) =>
      `la porte compte ${times} fois ce que la billetterie laisse attendre, le ${last}`,
    drift: (times: string) => `la porte compte ${times} fois ce qu’elle comptait pour autant de billets`,
    clock: (minutes: number) => `horloge décalée d’environ ${f.int(Math.abs(minutes))} minutes, semble-t-il`,
    future: (n: number) => `${linesOf(n, f)} datées de plus tard que maintenant`,
    columns: (n: number, names: string) =>
      fr`${n === 1 ? "une colonne nouvelle que personne ne lit" : `${f.int(n)} colonnes nouvelles que personne ne lit`} : ${names}`,
    gaps: (share: string, days: number) =>
      `${share} des heures ouvertes mesurées, ${daysOf(days, f)} avec un trou`,
    rejected: (n: number, reasons: string) => `${linesOf(n, f)} mises de côté (${reasons})`,
    do: {
      failed: "vérifier l’accès et le format avec le fournisseur",
      held: fr`demander à la source ; si c’est voulu, le confirmer par beffroi ingest --feed … --accept-loss`,
      silent: "vérifier le courant et le réseau du capteur, puis appeler le fournisseur",
      late: fr`attendre, ou vérifier le réseau ; les totaux du jour restent partiels`,
      stuck:
        "nettoyer ou redémarrer le capteur, et noter la panne pour que les prévisions n’en apprennent rien",
      ratio: fr`regarder ce jour : groupe passé sans billet, porte bloquée, capteur déplacé ?`,
      drift: "nettoyer le capteur, revoir sa hauteur et son angle, ou refaire son étalonnage",
      clock: "comparer l’heure du capteur à celle de la caisse",
      future: "régler l’horloge du capteur, ou le fuseau horaire dans le fichier du territoire",
      columns: fr`regarder si l’une remplace une colonne lue ; sinon, rien`,
      gaps: "compléter par une saisie à la main, ou noter la panne",
      rejected: fr`corriger la source et la renvoyer : la bonne ligne remplace l’ancienne`,
    },
  },
  corrections: {
    title: "Corrigé depuis",
    intro: fr`Totaux de jours passés que la source a changés, dans son unité à elle ; la plus récente correction d’abord.`,
    line: (name: string, day: string, detail: string) => fr`${name}, le ${day} : ${detail}`,
    late: "arrivé après coup",
    corrected: "faits changés ou retirés",
    more: (n: number) =>
      `${f.int(n)} ${n === 1 ? "autre correction" : "autres corrections"} dans le fichier JSON.`,
  },
  ratio: {
    title: (site: string) => fr`${site} : entrées pour 100 billets`,
    inside: (days: number) => `Porte et billetterie s’accordent sur ${daysOf(days, f)}.`,
    outside: (n: number, days: number) => `${capital(daysOf(n, f))} sur ${f.int(days)} hors de la bande.`,
    few: fr`Trop peu de jours complets pour une bande : il en faut dix.`,
    band: (low: string, high: string) =>
      `D’habitude entre ${low} et ${high}, d’après les 28 jours ouverts d’avant.`,
    point: (n: string, day: string) => `${n} le ${day}`,
    label: (site: string, days: number, outside: number) =>
      fr`${site}, entrées pour 100 billets sur ${daysOf(days, f)} ; ${f.int(outside)} hors de la bande habituelle.`,
    clock: (minutes: number) =>
      `${minutes > 0 ? "La porte retarde" : "La porte avance"} d’environ ${f.int(Math.abs(minutes))} minutes sur la caisse.`,
    more: (n: number) => `${f.int(n)} ${n === 1 ? "autre site" : "autres sites"} dans le tableau.`,
  },
  reason: {
    malformed: "ligne illisible",
    unknown_site: "site inconnu",
    bad_number: "nombre illisible",
    negative: "nombre négatif",
    bad_time: "heure illisible",
    nonexistent_time: "heure qui n’existe pas",
    ambiguous_time: "heure ambiguë",
    future: "date à venir",
    missing_field: "champ absent",
    bad_encoding: "caractères illisibles",
    too_long: "texte trop long",
    too_large: "nombre trop grand",
    personal_data: "donnée personnelle",
    unknown_value: "valeur inconnue",
  },
  pick: { open: "Regarder un jour", feed: "Flux", all: "Tous les flux", day: "Jour", show: "Afficher" },
  day: {
    title: (day: string, feed: string | null) => `${capital(day)}${feed ? ` · ${feed}` : ""}`,
    arrived: "Arrivé ce jour-là",
    nothing: "Aucun passage ce jour-là.",
    cols: {
      feed: "Flux",
      runs: "Passages",
      accepted: "Acceptées",
      unchanged: "Inchangées",
      revised: "Corrigées",
      rejected: "Mises de côté",
    },
    rejected: "Mises de côté ce jour-là",
    rejectedCols: {
      reason: "Raison",
      count: "Lignes",
      example: "Exemple : place et défaut, jamais la ligne",
    },
    readings: "Relevés du jour, heure par heure",
    readingsCols: { hour: "Heure", people: "Comptés", steps: "Relevés" },
    noReadings: fr`Aucun relevé pour ce jour. Ce n’est pas zéro.`,
    measure: {
      entries: "entrées",
      admissions: "billets scannés",
      tickets: "billets",
      manual: "comptés à la main",
    },
  },
  aside: {
    title: "Lignes mises de côté",
    waiting: (open: number, held: number) =>
      open === 0
        ? fr`Aucune n’attend : ${f.int(held)} gardées, toutes corrigées ou écartées.`
        : fr`${capital(linesOf(open, f))} à corriger, sur ${f.int(held)} gardées.`,
    see: (feed: string) => fr`${feed} : voir les lignes`,
    rows: "Voir les lignes",
    cols: { place: "Place", reason: "Raison", fault: "Défaut", kept: "Ce qui en est gardé" },
    withheld: (names: string) => fr`non gardé : ${names}`,
    nothing: "rien",
    form: {
      row: "Ligne",
      field: "Champ",
      drop: "aucun : l’écarter",
      text: "Ce qu’il vaut, ou pourquoi l’écarter",
      send: "Corriger",
    },
    how: fr`Seuls sont gardés les champs que la configuration nomme, jamais ce qui peut désigner quelqu’un. Corriger à la source et renvoyer ; ici, une à la fois ; ou beaucoup d’un coup, sur le serveur :`,
    file: "Toutes ces lignes, en CSV",
  },
  fault: {
    title: "Noter une panne",
    text: "Les valeurs reçues restent ; cochée, la panne dit aux prévisions de ne rien en apprendre.",
    noted: "Pannes notées",
  },
  twin: (days: number) => fr`Les mêmes bandes en tableau : ${daysOf(days, f)}`,
  twinDays: "Jours et flux à regarder",
  twinFeeds: "Flux : dernier signe, délai permis, part mesurée",
  cols: {
    day: "Jour",
    ratio: "Entrées pour 100 billets (bande habituelle)",
    told: "À regarder",
    feed: "Flux",
    last: "Dernières données",
    allowance: "Silence permis",
    measured: "Mesuré",
    now: "Maintenant",
  },
  allWell: "tout à jour",
  how: "Un compteur doit des relevés de chaque heure ouverte, une caisse un signe de vie. Suspect : une valeur répétée trop longtemps pour le hasard, ou une porte qui sort de sa bande (médiane ± 3 écarts robustes des 28 jours ouverts d’avant).",
  howCoverage: (share: string) => `Mesures valides pour ${share} des heures ouvertes.`,
});
