/** Numbers as French and English exports write them: `1 234,50 €`, `1 234`, `1,234.5`, `-3`, `(12,00)`, `464.0`. */

/** Which sign stands before the decimals; `auto`: the last of comma and point, a lone comma being decimal. */
export type DecimalSign = "auto" | "," | ".";

const SPACES = /[\s\u00A0\u2009\u202F]+/g;
const CURRENCY = /^(?:€|EUR)|(?:€|EUR)$/i;

/** The number a text means; NaN when it means none (the empty text too). Thousands may be set off by spaces (any
 *  kind), an apostrophe, or by the sign that is not the decimal one, in groups of three. */
export function parseNumber(text: string, decimal: DecimalSign = "auto"): number {
  const length = text.length;
  // Digits alone are nearly every cell of a counter's file.
  if (length > 0 && length < 16) {
    let value = 0;
    let i = 0;
    for (; i < length; i += 1) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === length) return value;
  }
  return parseWritten(text, decimal);
}

function parseWritten(text: string, decimal: DecimalSign): number {
  let body = text.replace(SPACES, " ").trim().replace(CURRENCY, "").trim();
  let sign = 1;
  const bracketed = /^\((.+)\)$/.exec(body)?.[1];
  if (bracketed !== undefined) {
    sign = -1;
    body = bracketed.trim().replace(CURRENCY, "").trim();
  } else if (/^[-+\u2212]/.test(body)) {
    sign = body.startsWith("+") ? 1 : -1;
    body = body.slice(1).trim().replace(CURRENCY, "").trim();
  }
  const point = decimal === "auto" ? lastSign(body) : decimal;
  const cut = body.lastIndexOf(point);
  const whole = cut === -1 ? body : body.slice(0, cut);
  const fraction = cut === -1 ? "" : body.slice(cut + 1);
  const grouping = point === "," ? "." : ",";
  if (!isWhole(whole, grouping) || !/^\d*$/.test(fraction) || whole + fraction === "") return Number.NaN;
  return sign * Number(`${whole.replace(/\D/g, "") || "0"}.${fraction || "0"}`);
}

function lastSign(body: string): "," | "." {
  return body.lastIndexOf(",") > body.lastIndexOf(".") ? "," : ".";
}

/** Digits alone, or in groups of three set off by one and the same sign. */
function isWhole(text: string, grouping: string): boolean {
  if (/^\d*$/.test(text)) return true;
  const sign = /^\d{1,3}([ '’.,])\d{3}(?!\d)/.exec(text)?.[1];
  if (sign === undefined || ((sign === "." || sign === ",") && sign !== grouping)) return false;
  const [first = "", ...groups] = text.split(sign);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
