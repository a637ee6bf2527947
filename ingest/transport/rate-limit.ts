/** Request budget per host: requests are spread so that a source's published limit is never reached, and everybody
 *  waits when a source says "too many". One limiter is shared by all feeds of a process. */
import type { Instant } from "../../src/domain/time.ts";
import { type Effects, realEffects } from "./effects.ts";

/** `perMinute` requests on average; up to `burst` of them at once after a pause. */
export interface Budget {
  readonly perMinute: number;
  readonly burst: number;
}

export interface RateLimiter {
  /** Waits for the host's turn. @throws the signal's reason when aborted while waiting. */
  acquire(host: string, signal?: AbortSignal): Promise<void>;
  /** Nobody asks this host before `until` (a Retry-After was received). */
  pause(host: string, until: Instant): void;
}

/** Published or polite budgets. pretix Hosted allows 360 a minute and organizer account (doc/api/ratelimit.rst);
 *  we stay below, since other programs share the account. A loopback host is ours and has none. */
export function defaultBudget(host: string): Budget | null {
  const name = host.replace(/:\d+$/, "");
  if (name === "127.0.0.1" || name === "localhost" || name === "[::1]") return null;
  if (name === "pretix.eu" || name.endsWith(".pretix.eu")) return { perMinute: 240, burst: 20 };
  return { perMinute: 600, burst: 20 };
}

/** @param budgetOf budget of a host (`name:port`), null = none. */
export function createRateLimiter(
  budgetOf: (host: string) => Budget | null = defaultBudget,
  { sleep, now }: Pick<Effects, "sleep" | "now"> = realEffects,
): RateLimiter {
  /** Instant at which each host's budget is whole again. */
  const wholeAt = new Map<string, Instant>();
  const pausedUntil = new Map<string, Instant>();

  /** Books the next free place and says how long to wait for it, ms. */
  function book(host: string): number {
    const budget = budgetOf(host);
    const at = now();
    if (!budget) return 0;
    const intervalMs = 60_000 / budget.perMinute;
    const whole = Math.max(at, wholeAt.get(host) ?? at);
    wholeAt.set(host, whole + intervalMs);
    return Math.max(0, whole - (budget.burst - 1) * intervalMs - at);
  }

  return {
    async acquire(host, signal) {
      const waitMs = book(host);
      if (waitMs > 0) await sleep(waitMs, signal);
      // TRICKY: a pause may be set or lengthened while we sleep, hence the loop.
      for (;;) {
        const leftMs = (pausedUntil.get(host) ?? 0) - now();
        if (leftMs <= 0) return;
        await sleep(leftMs, signal);
      }
    },
    pause(host, until) {
      pausedUntil.set(host, Math.max(until, pausedUntil.get(host) ?? until));
    },
  };
}
