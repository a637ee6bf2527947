/** Column names as people write them: spaces, case and composed accents do not make another column. */

/** The form in which two spellings of a name are equal. */
export function plainName(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00A0\u202F]+/g, " ")
    .trim()
    .toLowerCase();
}

/** True when two column names mean the same. */
export function sameName(a: string, b: string): boolean {
  return a === b || plainName(a) === plainName(b);
}
