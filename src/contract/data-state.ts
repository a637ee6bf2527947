/** How a feed, or the figure of a site and day, stands: À jour, Retard, Partiel, Estimé, Corrigé; each with its reason
 *  and what to do about it, in words. */
import { z } from "zod";
import { At, Day, LocalizedText } from "./common.ts";

/** - `current` (À jour): heard within its allowance, measured;
 *  - `late` (Retard): nothing heard beyond the allowance; of a day: not all has come, and it is still in time;
 *  - `partial` (Partiel): less was measured than the site was open, and the allowance is over;
 *  - `estimated` (Estimé): something else stands in for what was not measured;
 *  - `corrected` (Corrigé): the source changed a day after it was over. */
export const DataState = z.enum(["current", "late", "partial", "estimated", "corrected"]);
export type DataState = z.infer<typeof DataState>;

export const DataReason = z.enum([
  "heard",
  "complete",
  "settling",
  "overdue",
  "silent",
  "refused",
  "held",
  "awaited",
  "holes",
  "nothing",
  "stand_in",
  "scaled",
  "forecast",
  "changed",
  "added",
]);
export type DataReason = z.infer<typeof DataReason>;

const text = (fr: string, en: string, nl: string) => ({ fr, en, nl });

/** Every reason, with the state that it makes, why, and what to do. */
export const REASONS = {
  heard: {
    state: "current",
    why: text("Transmet dans les délais.", "Reports in time.", "Levert op tijd."),
    todo: text("Rien.", "Nothing.", "Niets."),
  },
  complete: {
    state: "current",
    why: text(
      "Toutes les heures ouvertes sont mesurées.",
      "All open hours were measured.",
      "Alle openingsuren zijn gemeten.",
    ),
    todo: text("Rien.", "Nothing.", "Niets."),
  },
  settling: {
    state: "current",
    why: text(
      "Mesuré en entier, mais la source peut encore corriger ce jour. Chiffre provisoire.",
      "Measured in full, but the source may still correct this day. Provisional figure.",
      "Volledig gemeten, maar de bron kan deze dag nog corrigeren. Voorlopig cijfer.",
    ),
    todo: text("Attendre avant de publier.", "Wait before publishing it.", "Wacht met publiceren."),
  },
  overdue: {
    state: "late",
    why: text(
      "Rien reçu depuis plus longtemps que le délai permis.",
      "Nothing received for longer than its allowance.",
      "Langer dan toegestaan niets ontvangen.",
    ),
    todo: text(
      "Attendre, ou vérifier le réseau.",
      "Wait, or check the network.",
      "Afwachten, of het netwerk nakijken.",
    ),
  },
  silent: {
    state: "late",
    why: text(
      "Rien reçu depuis un jour de plus que le délai permis.",
      "Nothing received for a day beyond its allowance.",
      "Al een dag langer dan toegestaan niets ontvangen.",
    ),
    todo: text(
      "Vérifier le courant et le réseau du capteur, puis appeler le fournisseur.",
      "Check the sensor’s power and network, then call the supplier.",
      "Stroom en netwerk van de sensor nakijken, dan de leverancier bellen.",
    ),
  },
  refused: {
    state: "late",
    why: text(
      "La source refuse ou répond autrement que convenu.",
      "The source refuses, or answers otherwise than agreed.",
      "De bron weigert of antwoordt anders dan afgesproken.",
    ),
    todo: text(
      "Vérifier l’accès et le format avec le fournisseur.",
      "Check access and format with the supplier.",
      "Toegang en formaat met de leverancier nakijken.",
    ),
  },
  held: {
    state: "late",
    why: text(
      "La source ne donne plus trop de ce qu’elle avait donné. Retenu, rien n’est effacé.",
      "The source no longer gives too much of what it gave. Held back, nothing is removed.",
      "De bron geeft te veel niet meer van wat ze gaf. Tegengehouden, niets is verwijderd.",
    ),
    todo: text(
      "Demander à la source. Si c’est voulu, le confirmer avec beffroi ingest et l’option --accept-loss.",
      "Ask the source. If it is meant, confirm it with beffroi ingest and its option --accept-loss.",
      "Vraag het de bron. Is het bedoeld, bevestig het met beffroi ingest en de optie --accept-loss.",
    ),
  },
  awaited: {
    state: "late",
    why: text(
      "Tout n’est pas encore arrivé, le délai court toujours.",
      "Not all has come yet, and it is still in time.",
      "Nog niet alles is binnen, het mag nog komen.",
    ),
    todo: text("Attendre.", "Wait.", "Afwachten."),
  },
  holes: {
    state: "partial",
    why: text(
      "Des heures ouvertes manquent. Ce n’est pas zéro.",
      "Open hours are missing. This is not zero.",
      "Openingsuren ontbreken. Dat is geen nul.",
    ),
    todo: text(
      "Compléter par une saisie à la main, ou noter la panne.",
      "Complete it by hand, or write the fault down.",
      "Met de hand aanvullen, of de storing noteren.",
    ),
  },
  nothing: {
    state: "partial",
    why: text(
      "Rien n’a été mesuré ce jour. Ce n’est pas zéro.",
      "Nothing was measured on this day. This is not zero.",
      "Die dag is niets gemeten. Dat is geen nul.",
    ),
    todo: text(
      "Compléter par une saisie à la main, ou noter la panne.",
      "Complete it by hand, or write the fault down.",
      "Met de hand aanvullen, of de storing noteren.",
    ),
  },
  stand_in: {
    state: "estimated",
    why: text(
      "Une autre source du site remplace ce qui manque.",
      "Another source of the site stands in for what is missing.",
      "Een andere bron van de locatie vervangt wat ontbreekt.",
    ),
    todo: text("Réparer la source habituelle.", "Repair the usual source.", "De gewone bron herstellen."),
  },
  scaled: {
    state: "estimated",
    why: text(
      "Plus de la moitié du jour est mesurée, le reste en est déduit.",
      "More than half of the day was measured, the rest follows from it.",
      "Meer dan de helft van de dag is gemeten, de rest is daaruit afgeleid.",
    ),
    todo: text(
      "Compléter par une saisie à la main si un compte existe.",
      "Complete it by hand if there is a count.",
      "Met de hand aanvullen als er een telling is.",
    ),
  },
  forecast: {
    state: "estimated",
    why: text(
      "Rien ou presque n’est mesuré. La prévision faite avant ce jour remplit le trou.",
      "Little or nothing was measured. The forecast made before this day fills the gap.",
      "Weinig of niets is gemeten. De prognose van voor die dag vult het gat.",
    ),
    todo: text(
      "Compléter par une saisie à la main si un compte existe.",
      "Complete it by hand if there is a count.",
      "Met de hand aanvullen als er een telling is.",
    ),
  },
  changed: {
    state: "corrected",
    why: text(
      "La source a changé ou retiré des faits après coup.",
      "The source changed or withdrew facts afterwards.",
      "De bron heeft achteraf feiten gewijzigd of ingetrokken.",
    ),
    todo: text(
      "Reprendre le chiffre là où il a déjà servi.",
      "Use the new figure where the old one was used.",
      "Het cijfer overnemen waar het oude al gebruikt is.",
    ),
  },
  added: {
    state: "corrected",
    why: text(
      "Des faits sont arrivés après la fin du jour.",
      "Facts came after the day was over.",
      "Er kwamen feiten binnen nadat de dag voorbij was.",
    ),
    todo: text(
      "Reprendre le chiffre là où il a déjà servi.",
      "Use the new figure where the old one was used.",
      "Het cijfer overnemen waar het oude al gebruikt is.",
    ),
  },
} as const satisfies Record<
  DataReason,
  { readonly state: DataState; readonly why: LocalizedText; readonly todo: LocalizedText }
>;

/** A reason in words. */
export const ReasonWords = z.object({
  reason: DataReason,
  state: DataState,
  why: LocalizedText,
  todo: LocalizedText,
});

/** A site on a day on which it was open. */
export const SiteDay = z.object({
  site: z.string(),
  day: Day,
  state: DataState,
  reason: DataReason,
  /** Feed of the source of truth; null where several or none speak for the site. */
  feed: z.string().nullable(),
  /** Null = missing. */
  visits: z.number().nonnegative().nullable(),
  /** How many of `visits` are estimated. */
  estimated: z.number().nonnegative(),
  /** True until the feeds of the site have settled. */
  provisional: z.boolean(),
  /** Visits before the corrections of this day; null = never corrected. */
  before: z.number().nonnegative().nullable(),
  /** When the newest of them was noticed. */
  corrected_at: At.nullable(),
});
export type SiteDay = z.infer<typeof SiteDay>;
