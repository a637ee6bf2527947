/** What people wrote down about days, as far as forecasts made at an origin may know of it. */
import { type Annotation, isAbout } from "../../domain/annotation.ts";
import type { Axis, Series } from "../../domain/series.ts";
import type { Territory } from "../../domain/site.ts";
import { type DaySpan, dayNumber, type Instant, type LocalDate } from "../../domain/time.ts";
import { readAnnotations } from "../../store/annotations.ts";
import type { Store } from "../../store/connect.ts";
import { ask } from "../../store/query.ts";
import { dataVersion } from "../../visits/queries.ts";

/** Those that count, written before `origin` and not withdrawn before it. */
export async function readNoted(
  store: Store,
  { sites }: Territory,
  days: DaySpan,
  origin: Instant,
): Promise<readonly Annotation[]> {
  const ids = sites.map(({ id }) => id);
  const known = await readAnnotations(store, ids, days, origin);
  return known.filter(({ counts, withdrawnAt }) => counts && withdrawnAt === null);
}

/** Changes from day to day and with whatever is written down: histories kept under it are those of now. */
export async function stateOfNotes(store: Store, today: LocalDate): Promise<string> {
  const states = await ask(store, dataVersion, {});
  return `${today} ${states.find(({ name }) => name === "annotations")?.version ?? 0}`;
}

/** The same series without the days on which a feed is known to have told nonsense: they are as if not observed. */
export function withoutFaults(
  series: readonly Series[],
  axis: Axis,
  noted: readonly Annotation[],
): readonly Series[] {
  const faults = noted.filter(({ kind }) => kind === "fault");
  return series.map((one) => {
    const spans = faults
      .filter((fault) => isAbout(fault, one.id))
      .map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
    if (spans.length === 0) return one;
    const isFault = (day: number) => spans.some(([from, to]) => from <= day && day < to);
    return {
      id: one.id,
      values: one.values.map((value, i) => (isFault(axis.day[i] ?? 0) ? Number.NaN : value)),
    };
  });
}
