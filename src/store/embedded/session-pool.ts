/** Sessions shared by all requests that bring no session of their own. A session that fits the request's settings is
 *  preferred, then the one used last; requests beyond the limit wait their turn. */
import type { EngineSession, Surroundings } from "./engine-session.ts";

interface Waiting {
  readonly take: (session: EngineSession) => void;
  readonly signal: AbortSignal;
}

export class SessionPool {
  private readonly idle: EngineSession[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly make: () => EngineSession;
  private readonly limit: number;
  private count = 0;

  /** @param limit sessions at most; each running query holds one of the engine's threads for its whole time. */
  constructor(limit: number, make: () => EngineSession) {
    this.limit = limit;
    this.make = make;
  }

  /** A session nobody else uses until it is given back. Rejects with the signal's reason if that comes first. */
  async take(around: Surroundings, signal: AbortSignal): Promise<EngineSession> {
    signal.throwIfAborted();
    const best = this.bestIdle(around);
    if (best) return best;
    if (this.count < this.limit) return this.grow();
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        const at = this.waiting.findIndex((other) => other.take === take);
        if (at >= 0) this.waiting.splice(at, 1);
        reject(signal.reason);
      };
      const take = (session: EngineSession): void => {
        signal.removeEventListener("abort", leave);
        resolve(session);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.waiting.push({ take, signal });
    });
  }

  /** Takes a session back, cleared up, or closes it and lets another take its place. */
  async giveBack(session: EngineSession): Promise<void> {
    if (!session.mustClose) await session.settle();
    if (session.mustClose) {
      session.close();
      this.count--;
      if (this.waiting.length === 0) return;
      this.handOn(this.grow());
    } else {
      this.handOn(session);
    }
  }

  /** Closes the sessions at rest; those in use are closed by the end of the process. */
  close(): void {
    for (const session of this.idle.splice(0)) session.close();
  }

  private handOn(session: EngineSession): void {
    const next = this.waiting.shift();
    if (next) next.take(session);
    else this.idle.push(session);
  }

  private grow(): EngineSession {
    const session = this.make();
    this.count++;
    return session;
  }

  private bestIdle(around: Surroundings): EngineSession | undefined {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = this.idle.length - 1; i >= 0 && least > 0; i--) {
      const distance = this.idle[i]?.distance(around) ?? Number.POSITIVE_INFINITY;
      if (distance < least) [best, least] = [i, distance];
    }
    return best < 0 ? undefined : this.idle.splice(best, 1)[0];
  }
}
