/** The columns of a flat encoding, from a route's row schema: one kind of value each, nested values as JSON text. */
import { z } from "zod";

type ColumnKind = "text" | "day" | "instant" | "number" | "integer" | "flag" | "json";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

/** A row as plain data; a missing field reads as null. */
export type Row = Readonly<Record<string, unknown>>;

/** In the order of the schema's fields. */
export function columnsOf(row: z.ZodObject): Column[] {
  return Object.entries(row.shape).map(([name, field]) => {
    const { inner, nullable } = unwrap(field);
    return { name, kind: kindOf(inner), nullable };
  });
}

function unwrap(field: z.core.$ZodType): { inner: z.core.$ZodType; nullable: boolean } {
  if (field instanceof z.ZodNullable || field instanceof z.ZodOptional) {
    return { ...unwrap(field.unwrap()), nullable: true };
  }
  return { inner: field, nullable: false };
}

function kindOf(field: z.core.$ZodType): ColumnKind {
  if (field instanceof z.ZodISODate) return "day";
  if (field instanceof z.ZodISODateTime) return "instant";
  if (field instanceof z.ZodString || field instanceof z.ZodEnum || field instanceof z.ZodLiteral)
    return "text";
  if (field instanceof z.ZodNumber) return field.format === "safeint" ? "integer" : "number";
  return field instanceof z.ZodBoolean ? "flag" : "json";
}

/** Nested value as text: a list of plain values joined, anything else as JSON. */
export function nestedText(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string" || typeof item === "number")) {
    return value.join("; ");
  }
  return JSON.stringify(value);
}

/** True for an object that is no list. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
