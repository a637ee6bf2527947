/** What rules make of rows set aside. */
import type { Correction } from "./correction.ts";
import type { FieldValue, RowFields } from "./kept-row.ts";
import type { HeldRow } from "./quarantine.ts";

/** True when a rule speaks of a row. */
export function speaksOf(rule: Correction, held: HeldRow): boolean {
  return Object.entries(rule.where).every(([name, wanted]) => textOf(held, name) === wanted.trim());
}

function textOf(held: HeldRow, name: string): string {
  switch (name) {
    case "@reason":
      return held.reason;
    case "@field":
      return held.field;
    case "@position":
      return held.position;
    case "@stream":
      return held.stream;
    case "@row":
      return held.id;
    default:
      return String(valueIn(held.row.fields, name) ?? "").trim();
  }
}

/** The fields as a rule wants them, and those still withheld. */
export function corrected(
  { fields, withheld }: HeldRow["row"],
  { set = {}, replace = {} }: Correction,
): { readonly fields: RowFields; readonly withheld: readonly string[] } {
  const replaced = Object.entries(replace).map(([name, [from, to]]): [string, FieldValue] => {
    const text = String(valueIn(fields, name) ?? "");
    return [name, from === "" ? text : text.replaceAll(from, to)];
  });
  return {
    fields: { ...fields, ...Object.fromEntries(replaced), ...set },
    withheld: withheld.filter((name) => !Object.hasOwn(set, name)),
  };
}

function valueIn(fields: RowFields, name: string): FieldValue | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
