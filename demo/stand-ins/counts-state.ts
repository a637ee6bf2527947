/** Counts as a counter or a portal gives them out, for the stand-ins of such sources. */
import type { IncomingMessage } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Answer, type Handler, write } from "./reply.ts";

export interface PublishedCount {
  readonly gate: string;
  /** Start of the span. */
  readonly at: Instant;
  /** Null where nobody counted. */
  count: number | null;
  /** Not there before. */
  readonly publishedAt: Instant;
}

export interface CountsState {
  /** In any order. */
  readonly counts: PublishedCount[];
}

export interface CountsAccess {
  readonly clock: () => Instant;
  /** The one valid secret; change it and the old one has expired. */
  key: string;
  readonly faults?: Faults;
}

/** What is given out of `[from, to)` at an instant, by time and gate. */
export function published(
  { counts }: CountsState,
  from: Instant,
  to: Instant,
  now: Instant,
): PublishedCount[] {
  return counts
    .filter(({ at, publishedAt }) => publishedAt <= now && at >= from && at < to)
    .sort((a, b) => a.at - b.at || a.gate.localeCompare(b.gate));
}

/** A handler that meets its faults, reads the request's body and answers. */
export function answering(
  options: CountsAccess,
  route: (request: IncomingMessage, url: URL, body: string) => Answer,
): Handler {
  const faults = options.faults ?? new Faults();
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const now = options.clock();
    const url = new URL(request.url ?? "/", "http://stand-in");
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const answer = route(request, url, Buffer.concat(pieces).toString("utf8"));
      write(request, response, { answer, fault, now });
    });
  };
}
