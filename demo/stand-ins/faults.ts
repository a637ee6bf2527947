/** Misbehaviour on demand: what a test or a demonstration wants the next matching requests to meet. */

export interface Fault {
  /** Path and query of the requests meant. */
  readonly match: RegExp;
  /** `status` answers that status; `cut` closes the connection in the middle of the body; `garbage` answers 200
   *  with a page of HTML. */
  readonly kind: "status" | "cut" | "garbage";
  readonly status?: number;
  readonly retryAfter?: string;
  /** Matching requests that pass before the fault begins. @default 0 */
  readonly after?: number;
  /** Requests that meet it. @default 1 */
  readonly times?: number;
}

/** A mutable plan of faults; hand the same object to a stand-in and to whoever plans. */
export class Faults {
  private plan: { readonly fault: Fault; pass: number; left: number }[] = [];
  /** Called with path and query before each answer: the place to change the state in the middle of a scan. */
  onRequest: (path: string) => void = () => undefined;

  add(fault: Fault): void {
    this.plan.push({ fault, pass: fault.after ?? 0, left: fault.times ?? 1 });
  }

  clear(): void {
    this.plan = [];
  }

  /** The fault that this request meets, if any. */
  take(path: string): Fault | undefined {
    this.onRequest(path);
    for (const entry of this.plan) {
      if (entry.left === 0 || !entry.fault.match.test(path)) continue;
      if (entry.pass > 0) {
        entry.pass -= 1;
        continue;
      }
      entry.left -= 1;
      return entry.fault;
    }
    return undefined;
  }
}
