/** French: the page of one site. */
import { capital, type Ends, type Format } from "../format.ts";
import { fr } from "../typography.ts";

export const site = (f: Format) => ({
  facts: { open: (hours: string) => `ouvert ${hours}`, closed: "fermé ce jour" },
  open: (n: string, time: string, usual: Ends | null) =>
    usual
      ? fr`${capital(n)} à ${time}, pour ${f.range(usual)} d’ordinaire à cette heure.`
      : `${capital(n)} à ${time}.`,
  yesterday: (n: string) => `Hier, ${n}.`,
  unknown: (time: string) => fr`Aucun chiffre à ${time}. Ce n’est pas zéro.`,
  closed: (reason: string | null) => (reason ? fr`Fermé aujourd’hui : ${reason}.` : "Fermé aujourd’hui."),
  notYet: (time: string) => `Ouvre aujourd’hui à ${time}.`,
  next: (day: string, range: Ends) =>
    fr`${capital(day)} : ${f.between(range)} visites, 8\u00a0jours\u00a0sur\u00a010.`,
  nextOpen: (day: string) => `Prochaine ouverture : ${day}.`,
  none: "Aucune ouverture dans les sept jours.",
  row: "Aujourd’hui et sept jours",
  detail: "Ce site en détail",
  figures: {
    closing: "Attendu aujourd’hui, à la fermeture",
    closingText: "8 jours sur 10.",
    fullest: "Le plus fort des sept jours",
    fullestText: (day: string, open: number) =>
      fr`${capital(day)}, 8\u00a0jours\u00a0sur\u00a010. ${f.int(open)} ${open < 2 ? "jour ouvert" : "jours ouverts"} en tout.`,
    booked: "Déjà réservé sur sept jours",
    bookedText: (day: string | null) => (day ? `Surtout ${day}.` : "Rien encore."),
    noBookings: "Ce site ne prend pas de réservation.",
    none: "—",
    noForecast: "Pas encore de prévision.",
    shut: "Fermé aujourd’hui.",
  },
  twin: "Les sept jours en tableau",
  twinCaption: "Ouverture, prévision et réservations des sept prochains jours",
  twinCols: { day: "Jour", hours: "Ouverture", range: "Attendu, 8 jours sur 10", booked: "Réservé" },
  how: "Visites selon la source déclarée du site, aux heures d’ouverture ; prévision du dernier calcul.",
  feeds: (list: string) => fr`Dernières transmissions : ${list}.`,
});
