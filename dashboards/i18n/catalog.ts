/** Words of the pages in one language. French is the measure: another language that lacks a key or changes its
 *  arguments is a type error. */
import type { Language } from "../../src/contract/screen.ts";
import { english } from "./en/en.ts";
import { createFormat, type Format } from "./format.ts";
import type { Catalog } from "./fr/fr.ts";
import { french } from "./fr/fr.ts";
import { dutch } from "./nl/nl.ts";

const CATALOGS = { fr: french, en: english, nl: dutch } satisfies Record<Language, (f: Format) => Catalog>;

/** Catalogue and format that go together. */
export interface Words {
  readonly lang: Language;
  readonly f: Format;
  readonly t: Catalog;
}

const made = new Map<string, Words>();

/** Words of a language on the clock of a zone. */
export function wordsFor(lang: Language, zone: string): Words {
  const key = `${lang} ${zone}`;
  let words = made.get(key);
  if (!words) {
    const f = createFormat(lang, zone);
    words = { lang, f, t: CATALOGS[lang](f) };
    made.set(key, words);
  }
  return words;
}

/** Text of a name in a language, French where it is not given. */
export function named(
  text: { fr: string; en?: string | undefined; nl?: string | undefined },
  lang: Language,
): string {
  return text[lang] ?? text.fr;
}
