/** The three languages of the product. A text that lacks one falls back to French, then to any that exists. */

/** Language of pages and of names, ISO 639-1. */
export type Language = "fr" | "en" | "nl";

export const LANGUAGES = ["fr", "en", "nl"] as const satisfies readonly Language[];

/** One text in every language; filled by fallback, so no language is ever missing. */
export type Localized = Readonly<Record<Language, string>>;

/** Fills the missing languages: French first, then English, then Dutch. A plain string serves all three. */
export function localized(text: string | Partial<Readonly<Record<Language, string | undefined>>>): Localized {
  if (typeof text === "string") return { fr: text, en: text, nl: text };
  const fallback = text.fr ?? text.en ?? text.nl ?? "";
  return { fr: text.fr ?? fallback, en: text.en ?? fallback, nl: text.nl ?? fallback };
}
