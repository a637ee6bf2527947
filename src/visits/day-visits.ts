/** What is known of the visits of one site on one local day. */
import type { LocalDate } from "../domain/time.ts";
import type { Judged } from "./judge.ts";

export interface DayVisits extends Judged {
  readonly site: string;
  readonly day: LocalDate;
  /** Minutes of opening, the whole day. */
  readonly openMinutes: number;
  /** Minutes of opening that `coverage` is a share of: the whole day, or what is due of the running day. */
  readonly dueMinutes: number;
  /** True while the day goes on, and while what is missing of it may still come in time. */
  readonly pending: boolean;
  /** True until the feeds of its source of truth have settled, too: what has come may still be changed. */
  readonly provisional: boolean;
}
