/** Raw rows of a page → checked rows, each with its place; a row of another shape is set aside, the rest goes on. */
import type { ZodType } from "zod";
import type { Mapped } from "../../../src/domain/record.ts";
import type { ApiPage } from "./api.ts";

/** Checked rows by id (a row that came twice counts once, the later reading stays) and those set aside. */
export function parseRows<Row extends { readonly id: number }>(
  pages: readonly ApiPage[],
  schema: ZodType<Row>,
): { readonly rows: readonly Row[]; readonly rejected: readonly Mapped[] } {
  const rows = new Map<number, Row>();
  const rejected: Mapped[] = [];
  for (const page of pages) {
    for (const [index, raw] of page.rows.entries()) {
      const parsed = schema.safeParse(raw);
      if (parsed.success) rows.set(parsed.data.id, parsed.data);
      else rejected.push(malformed(parsed.error, `${page.name} row ${index + 1}`));
    }
  }
  return { rows: [...rows.values()], rejected };
}

/** The fault names the field and what was expected, never what was there: it may be personal. */
export function malformed(
  error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] },
  position: string,
): Mapped {
  const issue = error.issues[0];
  const field = issue?.path.join(".");
  return {
    kind: "rejected",
    reason: "malformed",
    position,
    ...(field ? { field } : {}),
    detail: issue?.message ?? "unexpected shape",
  };
}
