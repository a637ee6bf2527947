/** Names of public holidays as pages say them, where the rules' own names are missing or clumsy. */
import type { Language } from "./language.ts";

type Names = Readonly<Partial<Record<Language, string>>>;

/** By key of a public holiday. */
export const HOLIDAY_NAMES: Readonly<Record<string, Names>> = {
  "new-years-day": { fr: "Jour de l’an", nl: "Nieuwjaarsdag" },
  "good-friday": { fr: "Vendredi saint", nl: "Goede Vrijdag" },
  "easter-sunday": { fr: "Pâques", nl: "Pasen" },
  "easter-monday": { fr: "Lundi de Pâques", nl: "Paasmaandag" },
  "labour-day": { fr: "Fête du travail", nl: "Dag van de Arbeid" },
  "victory-day": { fr: "Victoire 1945", en: "Victory Day 1945", nl: "Bevrijding 1945" },
  "ascension-day": { fr: "Ascension", nl: "Hemelvaartsdag" },
  pentecost: { fr: "Pentecôte", nl: "Pinksteren" },
  "whit-monday": { fr: "Lundi de Pentecôte", nl: "Pinkstermaandag" },
  "bastille-day": { fr: "Fête nationale", nl: "Franse nationale feestdag" },
  assumption: { fr: "Assomption", nl: "Maria-Tenhemelopneming" },
  "all-saints-day": { fr: "Toussaint", nl: "Allerheiligen" },
  "armistice-day": { fr: "Armistice 1918", nl: "Wapenstilstand 1918" },
  "christmas-day": { fr: "Noël", nl: "Kerstmis" },
  "boxing-day": { fr: "Lendemain de Noël", nl: "Tweede kerstdag" },
};
