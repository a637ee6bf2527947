/** A row set aside as the API says it. */
import type { QuarantineRow } from "../../contract/quarantine.ts";
import { toIso } from "../../domain/time.ts";
import type { QuarantinedRow } from "../../store/quarantine.ts";

export function quarantineRow({ row, standing, seen, state, ...held }: QuarantinedRow): QuarantineRow {
  const { id, feed, stream, run, reason, field, position, detail } = held;
  // What was done for another content of the row says nothing about this one.
  const done = state === "open" ? null : standing;
  return {
    ...{ id, feed, stream, run, seen_at: toIso(seen), state, reason, field, position, detail },
    fields: row && shown(row.fields),
    withheld: [...(row?.withheld ?? [])],
    correction: done && ruleOf(done.correction),
    corrected_by: done?.by ?? null,
    corrected_at: done && toIso(done.at),
    facts: done?.records.filter(({ deleted }) => !deleted).length ?? 0,
  };
}

type Fields = NonNullable<QuarantineRow["fields"]>;

/** Without the marks of the connector's own. */
function shown(fields: Readonly<Fields>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("@")));
}

function ruleOf({ where, set, replace, drop }: NonNullable<QuarantinedRow["standing"]>["correction"]) {
  const pairs = Object.entries(replace ?? {}).map(([name, [from, to]]): [string, [string, string]] => [
    name,
    [from, to],
  ]);
  return {
    where: { ...where },
    ...(set === undefined ? {} : { set: { ...set } }),
    ...(replace === undefined ? {} : { replace: Object.fromEntries(pairs) }),
    ...(drop === undefined ? {} : { drop }),
  };
}
