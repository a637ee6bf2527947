/** What a rejection may say about a cell: rows can hold names and addresses, so a value is shown only when it looks
 *  like a small number or a date. */

/** Five digits together are a postcode. */
const NUMBER = /^[-+\u2212]?\d{1,4}(?:[ '’.,]\d{3})?(?:[.,]\d{1,4})?\s?€?$/;
const DATE =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:(?:T|\s)\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const TIME = /^\d{1,2}[:h]\d{0,2}(?::\d{2})?$/;

/** The value itself, or its kind and length. */
export function describeCell(text: string): string {
  const value = text.trim();
  if (value === "") return "empty";
  if (NUMBER.test(value) || DATE.test(value) || TIME.test(value)) return value;
  const kind = /^\d+$/.test(value) ? "digits" : /^[\d\s.,:/+-]+$/.test(value) ? "digits and signs" : "text";
  return `${kind} of ${value.length} characters`;
}
