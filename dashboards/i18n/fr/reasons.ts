/** French: what a "what if" rests upon, and why nothing can be said. `{…}` stands for what the reason holds. */
import { fr } from "../typography.ts";

export const reasons = {
  over: "ce jour est passé",
  reach: "les prévisions vont {n} jours en avant",
  closed: "le site est fermé ce jour-là",
  closedAlready: "le site est déjà fermé ce jour-là",
  nothingElse: "rien d’autre ne compte un jour fermé",
  twice: "demandé deux fois",
  holdsFree: "l’effet de l’événement contient déjà l’entrée gratuite",
  noForecast: fr`historique trop court pour prévoir : {n} jours`,
  noBookings: "ce site ne prend pas de réservations",
  fewGroups: fr`{n} jours passés avec un groupe ; il en faut {m}`,
  hugeGroup: "un groupe de {n} ne s’est jamais vu (au plus {m} le même jour)",
  groupsAlike: "trop peu de jours avec et sans groupe à comparer",
  noWeather: "aucune mesure de {what} n’est connue pour ce site",
  fewWeather: fr`trop peu de jours où {what} est connue à cette saison : {n} ; il en faut {m}`,
  rareWeather: fr`{amount} : presque jamais vu à cette saison (de {low} à {high})`,
  unusualWeather: "on ne sait pas quelle {what} est habituelle alors",
  evenWeather: "{what} varie trop peu à cette saison",
  noHours: "les horaires de ces jours ne sont pas connus",
  otherHours: "jamais ouvert à ces heures, et les horaires n’ont presque pas varié",
  fewHours: fr`trop peu de jours connus heure par heure : {n} ; il en faut {m}`,
  eventThere: "{event} a déjà lieu ce jour-là",
  fewEvents: fr`{event} : vu {n} fois ; il en faut {m}`,
  freeThere: "l’entrée est déjà gratuite ce jour-là",
  fewFree: fr`{n} jours gratuits dans le passé ; il en faut {m}`,
  asLong: "le site est déjà ouvert aussi longtemps",
  evenHours: fr`les horaires n’ont presque pas varié : {n} jours ; il en faut {m} en un an`,
  otherLength: "jamais ouvert aussi longtemps ou aussi peu ({n} minutes)",
  noLevel: "fermé tout autour de ce jour : aucun niveau d’où partir",
  holidayShut: "jamais vu ouvert un tel jour férié",
  nobody: "fermé : personne ne vient",
  unclear: fr`aucun effet mesurable : entre {low} et {high}`,
  events: fr`{event} : vu {n} fois, {share}`,
  free: fr`{n} jours gratuits, tous d’un événement qui attire peut-être par lui-même : {share}`,
  groups: fr`{n} jours passés avec un groupe : de {low} à {high} personnes de plus par place réservée`,
  hoursLeft: fr`les heures supprimées avaient {share} des visites, sur {n} jours : entre toutes et aucune sont perdues`,
  kinWeekdays:
    "jamais vu ouvert ce jour de la semaine, les sites semblables non plus : repris de ses autres jours, avec une large fourchette",
  kinSites:
    "jamais vu ouvert ce jour de la semaine : repris de {n} sites qui le sont, avec une fourchette plus large",
  hours: fr`{n} jours ouverts plus ou moins longtemps : {share}`,
  weekday: "{n} jours passés ouverts ce jour de la semaine",
  weather: fr`{what} comparée à l’habitude ou à la prévision : {n} jours, {share}`,
};

export const weather = { rain: "la pluie", temperature: "la température" };
