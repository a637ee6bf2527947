/** French: the screen "Flux entre sites" and the advice line. */
import type { Format } from "../format.ts";
import { fr } from "../typography.ts";

const times = (ratio: number, f: Format) => `${f.decimal(ratio)} fois un jour ordinaire`;
const daysOf = (n: number, f: Format) => `${f.int(n)} ${n < 2 ? "jour" : "jours"}`;
const by = (km: string) => fr`${km} km à vol d’oiseau`;

export const flows = (f: Format) => ({
  situation: (time: string) => `Sept jours, vus à ${time}`,
  levels: {
    calm: "calme",
    moderate: "modéré",
    busy: "chargé",
    closed: "fermé",
    unknown: "sans prévision",
  },
  levelsShort: { calm: "calme", moderate: "modéré", busy: "chargé", closed: "fermé", unknown: "inconnu" },
  languages: { fr: "français", en: "anglais", nl: "néerlandais" },
  answer: {
    advised: (day: string, from: string, to: string, level: string, km: string) =>
      fr`${day}, ${from} sera chargé : proposez ${to}, ${level}, à ${km} km.`,
    kept: (day: string, from: string, to: string, km: string) =>
      fr`${day}, conseil retenu : de ${from} vers ${to}, à ${km} km.`,
    dismissed: (day: string, from: string) => fr`${day}, ${from} sera chargé ; le conseil a été écarté.`,
    alone: (day: string, from: string) => fr`${day}, ${from} sera chargé, sans voisin ouvert plus calme.`,
    quietDay: (day: string) => fr`${day}, aucun site chargé : rien à conseiller.`,
    closedDay: (day: string) => fr`${day}, tous les sites sont fermés : rien à conseiller.`,
    unknown: (day: string) => fr`${day}, aucune prévision : rien à conseiller.`,
    expected: (range: string, ratio: number | null) =>
      fr`${range} visites attendues, 8 jours sur 10${ratio === null ? "" : `, ${times(ratio, f)}`}. Ne rien faire reste raisonnable.`,
    most: (site: string, range: string) => fr`Le plus fréquenté : ${site}, ${range} visites, 8 jours sur 10.`,
    next: (day: string) => fr`Prochain conseil : ${day}.`,
    none: "Sans prévision, aucun conseil n’est donné.",
  },
  advice: {
    tag: "Conseil",
    label: "Conseil de renvoi",
    text: (day: string, hours: string, from: string, range: string, to: string, level: string, km: string) =>
      fr`${day} ${hours}, ${from} sera chargé : ${range} visites, 8 jours sur 10. Proposez *${to}* : ouvert, ${level}, à ${by(km)}`,
    spoken: (languages: string) => fr` ; on y parle ${languages}`,
    hours: (from: string, to: string) => `de ${from} à ${to}`,
    nothing: "Ne rien faire reste raisonnable.",
    keep: "Retenir",
    dismiss: "Écarter…",
    confirm: "Écarter",
    reason: "Pourquoi ?",
    why: "Pourquoi ?",
    undo: "Revenir sur ce choix",
    kept: (day: string) => `Retenu le ${day}`,
    dismissed: (day: string, reason: string) => fr`Écarté le ${day} : ${reason}`,
    reasons: {
      distance: "trop loin ou sans transport",
      audience: "ne convient pas à ce public",
      on_site: "autre chose est prévu sur place",
      forecast: "la prévision paraît fausse",
      other: "autre raison",
    },
    effect: (days: number, site: string, value: number, low: string, high: string) =>
      fr`Les ${daysOf(days, f)} où ce conseil a été retenu, ${site} a reçu ${f.int(Math.abs(value))} visites ${
        value < 0 ? "de moins" : "de plus"
      } par jour (entre ${low} et ${high}, 8 fois sur 10).`,
    unmeasured: (days: number) =>
      days === 0
        ? fr`Effet pas encore mesurable : ce conseil n’a encore été retenu sur aucun jour passé.`
        : fr`Effet pas encore mesurable : retenu sur ${daysOf(days, f)}, il en faut quatre.`,
  },
  title: (day: string, busy: number, all: number) =>
    busy === 0
      ? fr`${day} : aucun site chargé`
      : fr`${day} : ${busy === 1 ? "un site chargé" : `${f.int(busy)} sites chargés`} sur ${f.int(all)} ouverts`,
  titleUnknown: (day: string) => fr`${day} : affluence inconnue, faute de prévision`,
  titleClosed: (day: string) => fr`${day} : tout est fermé`,
  sub: fr`Barres : affluence prévue. Nombres : visites, 8 jours sur 10. Flèche : renvoi conseillé.`,
  mapLabel: (day: string, sites: string, arrows: string) =>
    fr`Schéma des sites par position, ${day} : ${sites}. ${arrows}`,
  mapArrow: (from: string, to: string, km: string) => fr`Renvoi conseillé de ${from} vers ${to}, ${by(km)}.`,
  mapNoArrow: "Aucun renvoi conseillé.",
  scaleBar: (km: string) => `${km} km`,
  north: "nord en haut",
  unplaced: (sites: string) => fr`Sans position connue : ${sites}.`,
  tableCaption: "Affluence prévue par site et par jour",
  site: "Site",
  advisedFrom: "visiteurs à renvoyer",
  advisedTo: "à proposer",
  figures: {
    busiest: (day: string) => `Le plus chargé ${day}`,
    busiestText: (site: string, ratio: number | null, level: string) =>
      fr`${site} : ${level}${ratio === null ? "" : `, ${times(ratio, f)}`}. 8 jours sur 10.`,
    calmest: (day: string) => `Le plus calme ${day}`,
    target: (day: string) => `À proposer ${day}`,
    targetText: (site: string, km: string, hours: string, languages: string | null) =>
      fr`${site}, à ${by(km)} ; ouvert ensemble ${hours}${languages ? fr` ; on y parle ${languages}` : ""}.`,
    effect: "Effet des conseils retenus",
    effectUnit: "visites par jour",
    effectText: (days: number, without: number, low: string, high: string, to: string) =>
      fr`entre ${low} et ${high} à ${to}, 8 fois sur 10 ; ${daysOf(days, f)} avec, ${daysOf(without, f)} sans.`,
    kept: (n: number): string => (n < 2 ? "jour mesuré" : "jours mesurés"),
    none: "Aucun site ouvert avec prévision.",
    noEffect: fr`Effet pas encore mesurable : aucun conseil n’a été retenu sur un jour passé.`,
  },
  movements: {
    title: (share: string, n: string, origin: string) =>
      fr`D’où viennent les visiteurs : ${origin} pour ${share}, sur ${n} billets`,
    titlePlain: "D’où viennent les visiteurs",
    sub: (quarter: string, told: string, tickets: string) =>
      fr`${quarter} : origine dite pour ${told} billets sur ${tickets}. Moins de 11 personnes : masqué.`,
    subHidden: (quarter: string, tickets: string) =>
      fr`${quarter}, ${tickets} billets. Moins de 11 personnes : masqué.`,
    quarter: (q: number, year: string) => `${q === 1 ? "1ᵉʳ" : `${q}ᵉ`} trimestre ${year}`,
    change: "Changer de trimestre",
    label: (links: string) => fr`Origines vers sites : ${links}.`,
    link: (from: string, to: string, n: string) => fr`de ${from} vers ${to}, ${n}`,
    none: (quarter: string) => fr`Aucun billet ne dit d’où viennent les visiteurs (${quarter}).`,
    tooFew: "Effectif trop faible pour être affiché (moins de 11).",
    passTitle: "D’un site à l’autre",
    passSub: "Billets multi-sites : site précédent, puis site visité.",
    passLabel: (links: string) => fr`D’un site à l’autre : ${links}.`,
    noPasses: fr`Les passages d’un site à l’autre ne sont pas mesurables : aucun billet multi-sites ne dit où il a servi avant.`,
    other: "autres origines",
    france: "France, sans département",
    total: "Total",
    hidden: "masqué",
    origin: "Origine",
    before: "Site précédent",
  },
  twin: "Les mêmes chiffres en tableaux",
  twinDays: "Affluence et visites prévues par jour et par site",
  twinOrigins: (quarter: string) => `Billets par origine et par site, ${quarter}`,
  twinPasses: (quarter: string) => `Billets multi-sites par site précédent et site visité, ${quarter}`,
  twinAdvice: "Conseils des sept jours",
  twinCols: { day: "Jour", from: "De", to: "Vers", hours: "Heures", km: "km", status: "Décision" },
  statuses: { open: "à décider", kept: "retenu", dismissed: "écarté" },
  how: fr`Chargé : le milieu de la prévision, par heure d’ouverture, atteint 1,5 fois celui d’un jour ouvert ordinaire des huit dernières semaines (et 30 visites au moins), ou le haut remplit 80 % de la capacité si chacun reste une heure. Modéré : dès 70 % de ce seuil. Un conseil ne nomme jamais un site fermé, ni un site aussi chargé, et seulement à des heures où les deux sont ouverts, à 25 km au plus.`,
  howEffect: fr`L’effet compare les jours où le conseil a été retenu aux mêmes jours de semaine sans, tous deux mesurés contre la prévision de la veille.`,
  howMovements: fr`Origines : billets, par trimestre entier. Aucun identifiant de billet n’est conservé ; une case de moins de 11 personnes est masquée, avec celles qui la trahiraient.`,
});
