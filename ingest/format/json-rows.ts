/** JSON objects → rows of text fields, so that the same mapping serves CSV and JSON Lines. */
import type { TextRow } from "./csv-parser.ts";
import type { JsonLine } from "./json-lines.ts";

/** One field per property asked for, in the order asked; `a.b` reaches into nested objects; absent and null are "".
 *  A line that is no object, or a property that is an object or a list, is a faulty row. */
export async function* propertiesAsRows(
  batches: AsyncIterable<readonly JsonLine[]>,
  properties: readonly string[],
): AsyncGenerator<readonly TextRow[]> {
  const paths = properties.map((property) => property.split("."));
  for await (const batch of batches) {
    yield batch.map((json): TextRow => {
      if (json.fault) return { line: json.line, fields: [], fault: json.fault };
      const fields: string[] = [];
      for (const path of paths) {
        const cell = cellText(path.reduce<unknown>(property, json.value));
        if (cell === undefined || !isObject(json.value)) {
          const detail = isObject(json.value) ? `${path.join(".")} is no single value` : "no JSON object";
          return { line: json.line, fields: [], fault: { reason: "malformed", detail } };
        }
        fields.push(cell);
      }
      return { line: json.line, fields, fault: undefined };
    });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function property(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function cellText(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return undefined;
}
