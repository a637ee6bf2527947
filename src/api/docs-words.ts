/** The words of /docs around the reference, which itself is in English as the API is. */

import type { Language } from "../contract/screen.ts";

export interface DocsWords {
  readonly title: string;
  /** Said when the data are made up. */
  readonly simulated: string;
  readonly intro: readonly string[];
  readonly routes: string;
  readonly parameters: string;
  /** Fields of a JSON body. */
  readonly body: string;
  readonly name: string;
  readonly meaning: string;
  readonly need: string;
  readonly required: string;
  readonly optional: string;
  readonly encodings: string;
  readonly tryIt: string;
  readonly problems: string;
  readonly problemsIntro: string;
  readonly status: string;
  readonly remedy: string;
  readonly toPages: string;
}

export const DOCS_WORDS: Readonly<Record<Language, DocsWords>> = {
  fr: {
    title: "API de Beffroi",
    simulated: "Données simulées : aucun chiffre de ce service n'a été mesuré.",
    intro: [
      "Les heures sont en ISO 8601 et en UTC ; from est inclus, to est exclu ; un jour est celui du territoire.",
      "Une valeur nulle est fermée ou manquante, comme le dit state ; 0 est une valeur mesurée.",
      "L'en-tête Accept ou le paramètre format choisit l'encodage. Chaque réponse porte un ETag : renvoyé dans " +
        "If-None-Match, il évite de recevoir deux fois la même chose.",
      "En JSON, next mène à la page suivante. CSV et Arrow donnent tout, sauf si limit ou cursor est indiqué.",
    ],
    routes: "Ressources",
    parameters: "Paramètres",
    body: "Champs du corps (JSON)",
    name: "Nom",
    meaning: "Sens",
    need: "Présence",
    required: "obligatoire",
    optional: "facultatif",
    encodings: "Encodages :",
    tryIt: "Essayer",
    problems: "Erreurs",
    problemsIntro: "Toute erreur est un document application/problem+json (RFC 9457).",
    status: "Statut",
    remedy: "Que faire",
    toPages: "Retour aux tableaux de bord",
  },
  en: {
    title: "Beffroi API",
    simulated: "Simulated data: no figure of this service was measured.",
    intro: [
      "Times are ISO 8601 in UTC; from is inclusive, to exclusive; a day is the territory's own.",
      "A null value is closed or missing, as state says; 0 is a measured value.",
      "The Accept header or the parameter format chooses the encoding. Every reply has an ETag: sent back in " +
        "If-None-Match, it spares receiving the same thing twice.",
      "In JSON, next leads to the next page. CSV and Arrow give everything, unless limit or cursor is given.",
    ],
    routes: "Resources",
    parameters: "Parameters",
    body: "Fields of the body (JSON)",
    name: "Name",
    meaning: "Meaning",
    need: "Presence",
    required: "required",
    optional: "optional",
    encodings: "Encodings:",
    tryIt: "Try it",
    problems: "Errors",
    problemsIntro: "Every error is an application/problem+json document (RFC 9457).",
    status: "Status",
    remedy: "What to do",
    toPages: "Back to the dashboards",
  },
  nl: {
    title: "API van Beffroi",
    simulated: "Gesimuleerde gegevens: geen enkel cijfer van deze dienst is gemeten.",
    intro: [
      "Tijden zijn ISO 8601 in UTC; from is inbegrepen, to niet; een dag is die van het gebied.",
      "Een lege waarde (null) is gesloten of ontbreekt, zoals state aangeeft; 0 is een gemeten waarde.",
      "De header Accept of de parameter format kiest de codering. Elk antwoord draagt een ETag: teruggestuurd in " +
        "If-None-Match voorkomt die dat hetzelfde tweemaal wordt ontvangen.",
      "In JSON leidt next naar de volgende pagina. CSV en Arrow geven alles, tenzij limit of cursor is opgegeven.",
    ],
    routes: "Bronnen",
    parameters: "Parameters",
    body: "Velden van de body (JSON)",
    name: "Naam",
    meaning: "Betekenis",
    need: "Aanwezigheid",
    required: "verplicht",
    optional: "facultatief",
    encodings: "Coderingen:",
    tryIt: "Proberen",
    problems: "Fouten",
    problemsIntro: "Elke fout is een document application/problem+json (RFC 9457).",
    status: "Status",
    remedy: "Wat te doen",
    toPages: "Terug naar de dashboards",
  },
};
