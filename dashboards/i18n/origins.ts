/** Names of where visitors come from: French départements as everybody writes them, countries as each language does. */
import type { Language } from "../../src/contract/screen.ts";

/** Mainland départements by number, then overseas.  SOURCE: Code officiel géographique, INSEE. */
const NUMBERED =
  "Ain,Aisne,Allier,Alpes-de-Haute-Provence,Hautes-Alpes,Alpes-Maritimes,Ardèche,Ardennes,Ariège,Aube,Aude,Aveyron,Bouches-du-Rhône,Calvados,Cantal,Charente,Charente-Maritime,Cher,Corrèze,,Côte-d’Or,Côtes-d’Armor,Creuse,Dordogne,Doubs,Drôme,Eure,Eure-et-Loir,Finistère,Gard,Haute-Garonne,Gers,Gironde,Hérault,Ille-et-Vilaine,Indre,Indre-et-Loire,Isère,Jura,Landes,Loir-et-Cher,Loire,Haute-Loire,Loire-Atlantique,Loiret,Lot,Lot-et-Garonne,Lozère,Maine-et-Loire,Manche,Marne,Haute-Marne,Mayenne,Meurthe-et-Moselle,Meuse,Morbihan,Moselle,Nièvre,Nord,Oise,Orne,Pas-de-Calais,Puy-de-Dôme,Pyrénées-Atlantiques,Hautes-Pyrénées,Pyrénées-Orientales,Bas-Rhin,Haut-Rhin,Rhône,Haute-Saône,Saône-et-Loire,Sarthe,Savoie,Haute-Savoie,Paris,Seine-Maritime,Seine-et-Marne,Yvelines,Deux-Sèvres,Somme,Tarn,Tarn-et-Garonne,Var,Vaucluse,Vendée,Vienne,Haute-Vienne,Vosges,Yonne,Territoire de Belfort,Essonne,Hauts-de-Seine,Seine-Saint-Denis,Val-de-Marne,Val-d’Oise".split(
    ",",
  );
const OTHERS: Readonly<Record<string, string>> = {
  "2A": "Corse-du-Sud",
  "2B": "Haute-Corse",
  "971": "Guadeloupe",
  "972": "Martinique",
  "973": "Guyane",
  "974": "La Réunion",
  "976": "Mayotte",
};

const countries = new Map<Language, Intl.DisplayNames>();

/** `59` → Nord (59), `BE` → Belgique; the code itself where it has no name. */
export function originName(code: string, lang: Language): string {
  const department = OTHERS[code] ?? (/^\d\d$/.test(code) ? NUMBERED[Number(code) - 1] : undefined);
  if (department) return `${department} (${code})`;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let names = countries.get(lang);
  if (!names) {
    names = new Intl.DisplayNames([lang], { type: "region", fallback: "code" });
    countries.set(lang, names);
  }
  return names.of(code) ?? code;
}
