/** Facts in the order of their creation, for stand-ins that answer as of a clock: what was created later than
 *  `now` is not there yet, so a simulation may write two years ahead of it. Added in any order, sorted on reading. */
import type { Instant } from "../../src/domain/time.ts";

/** A fact with its creation time. `id` is 0 until the log is first read; ids then follow creation order. */
export interface Timed {
  id: number;
  readonly created: Instant;
}

export class TimedLog<T extends Timed> {
  private rows: T[] = [];
  private pending: T[] = [];
  private nextId: number;

  constructor(firstId = 1) {
    this.nextId = firstId;
  }

  add(row: T): void {
    this.pending.push(row);
  }

  /** All rows, oldest first. Do not keep: the next reading may sort new rows in. */
  all(): readonly T[] {
    if (this.pending.length > 0) this.settle();
    return this.rows;
  }

  /** Rows created in `[from, to)`, oldest first. */
  between(from: Instant, to: Instant): readonly T[] {
    const rows = this.all();
    return rows.slice(this.indexOf(from), this.indexOf(to));
  }

  /** Position of the first row created at or after an instant; rows before it are visible as of that instant. */
  indexOf(at: Instant): number {
    const rows = this.all();
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((rows[middle]?.created ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Forgets rows, as a server does when somebody deletes what they hang on. */
  remove(gone: (row: T) => boolean): void {
    this.rows = this.all().filter((row) => !gone(row));
  }

  private settle(): void {
    const added = this.pending.sort((a, b) => a.created - b.created);
    this.pending = [];
    for (const row of added) {
      row.id = this.nextId;
      this.nextId += 1;
    }
    const last = this.rows.at(-1);
    const inOrder = last === undefined || last.created <= (added[0]?.created ?? last.created);
    this.rows = this.rows.concat(added);
    if (!inOrder) this.rows.sort((a, b) => a.created - b.created || a.id - b.id);
  }
}
