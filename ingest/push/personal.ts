/** Finds fields that nobody asked for and that look personal, by name or because a mail address stands in them. A batch
 *  with one is refused whole: its sender is to leave them out, not to learn that we throw them away. */
import { personalIn } from "../../src/domain/personal-text.ts";
import type { PushRow } from "./decode.ts";

/** Whole words of a name, French and English, accents taken off. */
const WORDS = new Set(
  (
    "name nom prenom surname firstname lastname fullname nickname email mail courriel mel phone telephone tel mobile " +
    "gsm fax address adresse street rue birth birthday birthdate naissance dob age gender sexe civilite nationality " +
    "nationalite passport passeport iban card carte ip mac imei imsi plate plaque immatriculation photo picture image " +
    "face visage signature comment commentaire remark remarque note message client customer attendee guest buyer " +
    "acheteur holder titulaire contact person personne user utilisateur login visitor visiteur participant beneficiary " +
    "handicap disability health sante latitude longitude device"
  ).split(" "),
);
/** Inside of words that were written together. */
const INSIDE =
  /prenom|(first|last|sur|full|given|family|user|nick)name|e?mail|courriel|phone|adresse|address|birth|naissance|passport|immatricul|iban/;
/** Things whose name is nobody's: `site_name`, `nom_site`. */
const THINGS = new Set(
  "site gate event product item tariff tarif category categorie exhibition exposition kiosk screen file fichier lieu porte produit evenement".split(
    " ",
  ),
);
/** Deeper nesting is not looked through, so it is refused. */
const DEEPEST = 6;

/** What a batch holds besides the fields that are read. */
export interface Leftovers {
  /** Fields that look personal, in the order in which they were met. */
  readonly personal: readonly string[];
  /** The others, names in plain letters only. */
  readonly unread: readonly string[];
}

const SHOWN = 10;

export function leftovers(rows: readonly PushRow[], read: ReadonlySet<string>): Leftovers {
  const personal = new Set<string>();
  const unread = new Set<string>();
  // Rows of a batch have the same fields: each name is judged once, each value by itself.
  const judged = new Map<string, boolean>();
  const isPersonal = (name: string): boolean => {
    const known = judged.get(name);
    if (known !== undefined) return known;
    const looks = looksPersonal(name);
    if (judged.size < 1_000) judged.set(name, looks);
    return looks;
  };
  const look = (name: string, value: unknown, depth: number): void => {
    if (
      isPersonal(name) ||
      depth > DEEPEST ||
      (typeof value === "string" && personalIn(value) === "mail address")
    ) {
      personal.add(shown(name));
    } else if (typeof value === "object" && value !== null) {
      for (const [inner, held] of Object.entries(value))
        look(Array.isArray(value) ? name : inner, held, depth + 1);
    }
  };
  for (const { fields } of rows) {
    if (!fields) continue;
    for (const name of Object.keys(fields)) {
      if (read.has(name)) continue;
      look(name, fields[name], 1);
      if (unread.size < SHOWN) unread.add(shown(name));
    }
  }
  return { personal: [...personal].slice(0, SHOWN), unread: [...unread] };
}

function looksPersonal(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
  if (personalIn(name) !== null || INSIDE.test(words.join(""))) return true;
  const ofThing = words.some((word) => THINGS.has(word));
  return words.some((word) => WORDS.has(word) && !(ofThing && (word === "name" || word === "nom")));
}

/** A name may hold anything, so only a plain one is repeated. */
function shown(name: string): string {
  return /^[\p{L}\d_.-]{1,40}$/u.test(name) ? name : "(not a plain name)";
}
