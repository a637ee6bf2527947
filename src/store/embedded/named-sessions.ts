/** Sessions that clients name (`session_id`): one request at a time, temporary tables and SET kept until the session
 *  has been unused for its timeout. */
import { CODES, engineError } from "./engine-error.ts";
import type { EngineSession } from "./engine-session.ts";

interface Named {
  readonly session: EngineSession;
  busy: boolean;
  expiry: NodeJS.Timeout | undefined;
}

/** How a request wants its session. */
export interface SessionWish {
  readonly id: string;
  readonly timeoutMs: number;
  readonly mustExist: boolean;
}

export class NamedSessions {
  private readonly byId = new Map<string, Named>();
  private readonly make: () => EngineSession;
  private readonly limit: number;

  constructor(limit: number, make: () => EngineSession) {
    this.limit = limit;
    this.make = make;
  }

  /** @throws EngineError when another request is using it, when it should exist and does not, or beyond the limit. */
  take(wish: SessionWish): EngineSession {
    const known = this.byId.get(wish.id);
    if (known) {
      if (known.busy) {
        const text = `Session ${wish.id} is locked by a concurrent client.`;
        throw engineError(CODES.sessionLocked, text, "SESSION_IS_LOCKED");
      }
      known.busy = true;
      clearTimeout(known.expiry);
      return known.session;
    }
    if (wish.mustExist) {
      throw engineError(CODES.sessionNotFound, `Session ${wish.id} not found`, "SESSION_NOT_FOUND");
    }
    if (this.byId.size >= this.limit) {
      throw engineError(
        CODES.tooManyQueries,
        `Too many sessions: ${this.limit} are open already`,
        "TOO_MANY_SIMULTANEOUS_QUERIES",
      );
    }
    const session = this.make();
    this.byId.set(wish.id, { session, busy: true, expiry: undefined });
    return session;
  }

  /** Ends a request's use; the time until the session is forgotten starts anew. */
  async giveBack(wish: SessionWish): Promise<void> {
    const known = this.byId.get(wish.id);
    if (!known) return;
    if (!known.session.mustClose) await known.session.settle();
    if (known.session.mustClose) return this.forget(wish.id);
    known.busy = false;
    known.expiry = setTimeout(() => this.forget(wish.id), wish.timeoutMs);
    known.expiry.unref();
  }

  /** Closes the sessions at rest. */
  close(): void {
    for (const [id, { busy }] of this.byId) if (!busy) this.forget(id);
  }

  private forget(id: string): void {
    const known = this.byId.get(id);
    clearTimeout(known?.expiry);
    this.byId.delete(id);
    known?.session.close();
  }
}
