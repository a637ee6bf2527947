/** Finds what could name a person's address or number in a free text, so that it is refused before it is stored. */

const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Days and times are digits too. */
const DATE =
  /\b\d{4}-\d{2}-\d{2}\b|(?<![\d./])\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![./]?\d)|\b\d{1,2}[:h]\d{2}\b/g;
/** Nine digits or more with nothing but spaces and the usual signs between: a telephone number, or that of a card. */
const NUMBER = /\d(?:[\s.\-/()]{0,3}\d){8,}/;

/** What it holds, null for nothing. */
export function personalIn(text: string): "mail address" | "telephone number" | null {
  if (MAIL.test(text)) return "mail address";
  return NUMBER.test(text.replace(DATE, " ; ")) ? "telephone number" : null;
}
