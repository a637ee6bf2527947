/** French: the public widget. */
import type { DayPart } from "../../../src/contract/quiet-hours.ts";
import { fr } from "../typography.ts";

const WHEN: Readonly<Record<DayPart, string>> = {
  morning: "matin",
  early_afternoon: "en début d’après-midi",
  late_afternoon: "en fin d’après-midi",
};

export const widget = () => ({
  title: "Heures calmes",
  day: "Jour",
  parts: {
    morning: "Matin, avant 12\u00a0h",
    early_afternoon: "De 12\u00a0h à 15\u00a0h",
    late_afternoon: "Après 15\u00a0h",
  },
  levels: {
    quiet: "calme",
    moderate: "modéré",
    busy: "fréquenté",
    closed: "fermé",
    past: "passé",
    unknown: "inconnu",
  },
  time: (weekday: string, part: DayPart) => `${weekday} ${WHEN[part]}`,
  calm: (times: string) => fr`Pour venir au calme : ${times}.`,
  moderate: (times: string) => fr`Pas d’heure calme en vue ; du monde sans foule : ${times}.`,
  busy: "Du monde à toute heure ces sept jours.",
  closed: "Fermé ces sept jours.",
  unavailable: "Nous ne savons pas dire quand ce sera calme. Revenez un peu plus tard.",
  unknown: {
    no_forecast: "Nous ne savons pas encore dire quand ce sera calme.",
    stale: fr`Nous ne savons pas dire quand ce sera calme : notre dernière prévision est trop ancienne.`,
    no_usual: fr`Nous ne savons pas encore dire quand ce sera calme : ce site n’est pas compté depuis assez longtemps.`,
  },
  note: (day: string, time: string) =>
    `Comparé à l’habitude de ce site sur douze mois, par heure d’ouverture. Prévision du ${day} à ${time}.`,
});
