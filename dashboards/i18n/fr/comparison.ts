/** French: the screen "Comparer les sites". */
import type { Format } from "../format.ts";
import { fr } from "../typography.ts";

const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;
const sitesOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "site" : "sites"}`;

export const comparison = (f: Format) => ({
  title: "Comparer les sites",
  comparedTo: "comparés à leurs jours comparables de l’an d’avant",
  one: (name: string, n: string) => fr`${name} : ${n} visites par heure ouverte.`,
  answer: (name: string, n: string, before: string | null) =>
    fr`${name} attire le plus : ${n} visites par heure ouverte${before === null ? "" : `, ${before} l’an d’avant`}.`,
  share: (name: string, share: string, part: string, all: string) =>
    fr`${name} fait ${share} des visites, ${part} sur ${all}.`,
  effective: (n: number, sites: number) =>
    fr`Le tout repose sur l’équivalent de ${f.decimal(n)} ${n < 2 ? "site égal" : "sites égaux"}, pour ${sitesOf(sites, f)}.`,
  empty: "Aucune visite mesurée sur cette période.",
  emptyNext: "Choisissez une autre période, ou vérifiez que les sites transmettent.",
  allClosed: "Fermés sur toute cette période.",
  notYet: fr`Rien encore sur cette période : elle est à venir.`,
  titleAll: (up: boolean) => `Tous attirent ${up ? "plus" : "moins"} que l’an d’avant`,
  titleSome: (up: number, of: number) =>
    up === 0
      ? `Aucun site sur ${f.int(of)} n’attire plus que l’an d’avant`
      : `${f.int(up)} ${up < 2 ? "site" : "sites"} sur ${f.int(of)} ${up < 2 ? "attire" : "attirent"} plus que l’an d’avant`,
  titlePlain: "Visites par heure ouverte",
  sub: "Visites par heure ouverte, du plus au moins. Échelle commune.",
  rowLabel: (name: string, now: string, before: string | null) =>
    fr`${name} : ${now} visites par heure ouverte${before === null ? "" : `, ${before} l’an d’avant`}.`,
  rowNone: (name: string, why: string) => fr`${name} : ${why}`,
  against: (rate: string, n: string) => `${rate} l’an d’avant, ${n} visites`,
  basis: (n: string, hours: string, days: number) => `${n} visites en ${hours} h, ${daysOf(days, f)}`,
  remove: "Retirer",
  removeLabel: (name: string) => `Retirer ${name}`,
  add: fr`Ajouter :`,
  all: "Tous les sites",
  key: {
    now: "cette période",
    before: "jours comparables de l’an d’avant",
  },
  figures: {
    together: "Ensemble, par heure ouverte",
    togetherText: (before: string, n: number) =>
      `${before} aux jours comparables de l’an d’avant, ${sitesOf(n, f)} des deux années.`,
    rise: "La plus forte hausse",
    fall: "La plus forte baisse",
    riseText: (name: string, now: string, before: string, days: number) =>
      fr`${name} : ${now} visites contre ${before}, ${daysOf(days, f)} de chaque année.`,
    effective: "Sites équivalents",
    effectiveUnit: (n: number) => `pour ${sitesOf(n, f)}`,
    effectiveText: (hhi: string, before: number | null) =>
      fr`L’inverse de l’indice de concentration, ${hhi} sur 1${before === null ? "" : ` ; ${f.decimal(before)} ${before < 2 ? "site" : "sites"} l’an d’avant`}.`,
    none: "Pas de comparaison possible.",
    noneSites: "Il faut deux sites mesurés.",
  },
  leftOut: {
    closed: "fermé sur toute la période.",
    no_data: "aucune visite mesurée.",
    coverage: "moins de 90 % des heures ouvertes mesurées sur la période.",
    coverage_before: "moins de 90 % des heures ouvertes mesurées l’an d’avant.",
    not_counted_before: "pas compté l’an d’avant.",
    no_pairs: "aucun jour comparable connu des deux côtés.",
  },
  outside: (sites: string) => fr`Hors de la comparaison : ${sites}.`,
  outsideSite: (name: string, why: string) => `${name} (${why.replace(/\.$/, "")})`,
  twin: (n: number) => fr`Le même graphique en tableau : ${sitesOf(n, f)}`,
  caption: (from: string, to: string) => `Visites par heure ouverte du ${from} au ${to}, et un an avant`,
  cols: {
    site: "Site",
    visits: "Visites",
    hours: "Heures ouvertes",
    perHour: "Par heure",
    beforeVisits: "Visites, an d’avant",
    beforeHours: "Heures, an d’avant",
    beforePerHour: "Par heure, an d’avant",
    change: "Écart",
    days: "Jours",
    note: "Précision",
  },
  leftDays: (n: number) =>
    n < 2
      ? "1 jour sans paire ou incomplet, laissé de côté"
      : `${f.int(n)} jours sans paire ou incomplets, laissés de côté`,
  how: fr`Visites divisées par les heures d’ouverture. Chaque jour est pris avec son jour comparable de l’an d’avant, les deux connus en entier ; un site dont moins de 90 % des heures sont mesurées n’est pas comparé.`,
});
