/** French: the screen "Réservations à venir". */
import { capital, type Ends, type Format } from "../format.ts";
import { fr } from "../typography.ts";

export const bookings = (f: Format) => ({
  lead: (n: number) => (n === 0 ? "le matin de la visite" : `à J-\u2060${f.int(n)}`),
  leadShort: (n: number) => `J-\u2060${f.int(n)}`,
  places: (n: number) => `${f.int(n)} ${Math.round(n) < 2 ? "place" : "places"}`,
  placesUnit: (n: number): string => (Math.round(n) < 2 ? "place" : "places"),
  verdict: (verdict: "more" | "less" | "usual", day: string, places: string, lead: string) => {
    const said = {
      more: "plus de réservations que d’habitude",
      less: "moins de réservations que d’habitude",
      usual: "réservations dans l’habitude",
    }[verdict];
    return fr`${capital(day)}, ${said} : ${places} ${lead}.`;
  },
  usually: (usual: Ends) => fr`D’habitude ${f.upTo(usual)}, 8\u00a0jours\u00a0sur\u00a010.`,
  unknown: (day: string, places: string, lead: string) =>
    `${capital(places)} en main pour ${day}, ${lead}. Trop peu de jours comparables pour dire si c’est beaucoup.`,
  past: (day: string, places: string) => fr`${capital(day)} : ${places} en main le matin de la visite.`,
  groupOnly: (day: string, places: string) =>
    fr`${capital(day)}, fermé au public : ${places} réservées par des groupes.`,
  closed: (day: string) => fr`${capital(day)}, fermé : aucune place réservée.`,
  withGroups: (n: string) => `Dont ${n} en groupe.`,
  weeks: (places: string, judged: { more: number; less: number } | null) => {
    const { more, less } = judged ?? { more: 0, less: 0 };
    const parts = [
      more > 0 ? `${f.int(more)} ${more < 2 ? "jour" : "jours"} au-dessus de l’habitude` : "",
      less > 0 ? `${f.int(less)}${more > 0 ? "" : less < 2 ? " jour" : " jours"} en dessous` : "",
    ].filter(Boolean);
    const told = parts.length > 0 ? parts.join(", ") : judged ? "aucun jour hors de l’habitude" : places;
    return fr`Sur quatre semaines : ${told}.`;
  },
  none: fr`Ce site n’a pas de réservations : aucune billetterie n’est branchée.`,
  noneNext:
    "Branchez la billetterie (pretix, ou un fichier de ventes avec la date d’achat) pour voir ici ce qui est vendu d’avance.",
  noneAhead: "Aucun billet de ce site n’a été acheté avant le jour de la visite.",
  noneAheadNext:
    "La billetterie est branchée. Si elle vend d’avance, ajoutez la date d’achat à ce qu’elle envoie.",
  above: (lead: string, isAll: boolean) =>
    `Au-dessus de l’habitude depuis ${lead}${isAll ? " au moins" : ""}`,
  below: (lead: string, isAll: boolean) => `Sous l’habitude depuis ${lead}${isAll ? " au moins" : ""}`,
  within: (lead: string) => `Dans l’habitude jusqu’ici, ${lead}`,
  withinGroups: (groups: string, all: string) =>
    `Dans l’habitude, les groupes font ${groups} places sur ${all}`,
  mornings: "Comment les places sont venues, matin par matin",
  sub: (n: number) => `Places en main chaque matin, de J-\u2060${f.int(n)} à la visite`,
  chartLabel: (day: string, places: string, lead: string, usual: string) =>
    fr`Places en main pour ${day} : ${places} ${lead}${usual ? ` ; d’habitude ${usual}` : ""}. Le tableau donne chaque matin.`,
  unit: "places en main",
  flag: (time: string) => `maintenant, ${time}`,
  flagShort: "maintenant",
  band: "habitude, 8 jours sur 10",
  step: (places: string, tariff: string) => `${places} ${tariff}`,
  tariff: { group: "groupe", school: "scolaires" },
  visit: "visite",
  key: {
    booked: "places en main",
    fall: "places rendues",
    usual: "jours comparables, 8 sur 10, et leur milieu",
  },
  figures: {
    booked: "Déjà réservé",
    bookedWhy: (day: string, hours: string) => fr`pour ${day}${hours ? `, ouvert ${hours}` : ""}`,
    usual: (lead: string) => capital(`d’habitude ${lead}`),
    usualWhy: (days: string, middle: string) => fr`8 jours sur 10, sur ${days} ; milieu ${middle}`,
    usualNone: "trop peu de jours comparables",
    groups: "Dont groupes",
    groupsNone: "aucun groupe pour ce jour",
  },
  alike: (n: number, weekday: string, by: "weekday" | "kind", isWeekend: boolean) =>
    by === "weekday"
      ? `${f.int(n)} ${weekday}s comparables`
      : `${f.int(n)} jours de ${isWeekend ? "week-end" : "semaine"} comparables`,
  groupTook: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, réservées le ${day} (${lead})`,
  groupGave: (places: string, tariff: string, day: string, lead: string) =>
    `*${places}*, ${tariff}, rendues le ${day} (${lead})`,
  groupsNote: fr`Taille et tarif seulement ; les changements de moins de cinq places ne sont pas listés.`,
  days: (from: string, to: string) => `${from} – ${to}`,
  listTitle: "Les 28 prochains jours",
  listCaption: (from: string, to: string) => `Places réservées et habitude, du ${from} au ${to}`,
  cols: {
    day: "Jour",
    booked: "Réservé",
    usual: "D’habitude, 8 sur 10",
    bar: "Bande",
    word: "Contre l’habitude",
  },
  word: { more: "plus", less: "moins", usual: "dans l’habitude", unknown: "trop peu de jours" },
  onlyGroup: "fermé, groupe seul",
  twin: (n: number) => `Les ${f.int(n)} matins en tableau`,
  twinCaption: (day: string) => `Places en main chaque matin pour ${day}`,
  twinCols: { morning: "Matin", booked: "Réservé", usual: "D’habitude, 8 sur 10 (milieu)" },
  how: fr`Places achetées d’avance moins celles rendues, d’après la billetterie, telles qu’on les connaît maintenant ; ce qui se vend le jour même n’en est pas.`,
  howAlike: (days: string) =>
    fr`Comparé à ${days} : même saison à six semaines près, vacances et ouverture pareilles, ni fête ni événement.`,
});
