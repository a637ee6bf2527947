/** Annotations in the store: written once, withdrawn by a newer version, read as they were known at any time. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ANNOTATION_KINDS, type Annotation } from "../domain/annotation.ts";
import { type DaySpan, type Instant, toIso } from "../domain/time.ts";
import type { Store } from "./connect.ts";
import { ask, DayText, Int, query } from "./query.ts";
import { insertRows } from "./rows.ts";
import { nextStamp } from "./stamp.ts";

const row = z.object({
  id: z.string(),
  site: z.string(),
  from_day: DayText,
  to_day: DayText,
  kind: z.enum(ANNOTATION_KINDS),
  note: z.string(),
  counts: Int,
  created: Int,
  withdrawn: Int,
});

const annotationList = query(
  "annotation_list",
  z.object({ sites: z.array(z.string()), from: DayText, to: DayText, asOf: z.int() }),
  row,
);

const annotationOne = query("annotation_one", z.object({ id: z.string() }), row);

/** Those that touch any of the sites on any of the days, as known before `asOf`: neither written nor withdrawn later.
 *  Withdrawn ones are among them. */
export async function readAnnotations(
  store: Store,
  sites: readonly string[],
  days: DaySpan,
  asOf: Instant,
): Promise<Annotation[]> {
  return (await ask(store, annotationList, { sites: [...sites], ...days, asOf })).map(fromRow);
}

/** One as it stands; undefined for an id that is not there. */
export async function readAnnotation(store: Store, id: string): Promise<Annotation | undefined> {
  const [found] = await ask(store, annotationOne, { id });
  return found && fromRow(found);
}

/** Keeps a new annotation under an id of its own. */
export async function writeAnnotation(
  store: Store,
  asked: Omit<Annotation, "id" | "withdrawnAt">,
): Promise<Annotation> {
  const annotation: Annotation = { ...asked, id: randomUUID(), withdrawnAt: null };
  await insert(store, annotation);
  return annotation;
}

/** Withdraws once: a second time changes nothing. Undefined for an id that is not there. */
export async function withdrawAnnotation(
  store: Store,
  id: string,
  now: Instant,
): Promise<Annotation | undefined> {
  const found = await readAnnotation(store, id);
  if (!found || found.withdrawnAt !== null) return found;
  const withdrawn = { ...found, withdrawnAt: now };
  await insert(store, withdrawn);
  return withdrawn;
}

async function insert(store: Store, annotation: Annotation): Promise<void> {
  const { id, site, from, to, kind, text, counts, createdAt, withdrawnAt } = annotation;
  const stored = {
    id,
    site: site ?? "",
    from_day: from,
    to_day: to,
    kind,
    note: text,
    counts: counts ? 1 : 0,
    created_at: toIso(createdAt),
    withdrawn_at: withdrawnAt === null ? null : toIso(withdrawnAt),
    stamp: nextStamp(),
  };
  await insertRows(store, "write_annotation", "annotation", [stored]);
  await insertRows(store, "data_state", "data_state", [{ name: "annotations", version: nextStamp() }]);
}

function fromRow({
  site,
  from_day,
  to_day,
  note,
  counts,
  created,
  withdrawn,
  ...rest
}: z.output<typeof row>): Annotation {
  return {
    ...rest,
    site: site === "" ? null : site,
    from: from_day,
    to: to_day,
    text: note,
    counts: counts === 1,
    createdAt: created,
    withdrawnAt: withdrawn === 0 ? null : withdrawn,
  };
}
