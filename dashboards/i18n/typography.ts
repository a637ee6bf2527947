/** French spacing for text written with plain spaces: no-break before : % », narrow no-break before ; ! ? and inside
 *  guillemets. Used as a tag so that catalogues stay readable. */

const NBSP = "\u00a0";
const NARROW = "\u202f";

/** Tag for French text. */
export function fr(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const text = parts.reduce(
    (whole, part, i) => whole + (i > 0 ? String(values[i - 1] ?? "") : "") + part,
    "",
  );
  return text
    .replace(/ ([:%])/g, `${NBSP}$1`)
    .replace(/ ([;!?»])/g, `${NARROW}$1`)
    .replace(/« /g, `«${NARROW}`);
}
