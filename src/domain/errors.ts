/** Errors whose type says what to do next. Messages read `invalid <thing>: <value>` with the remedy behind. */

/** One fault in something a person wrote: where it stands, what is there, and what to do. */
export interface Fault {
  /** File as the user named it, when the fault is in a file. */
  readonly file?: string;
  /** Path inside the document, such as `sites[0].opening[2].hours`. */
  readonly path: string;
  /** The offending value as text; never a secret. */
  readonly value: string;
  /** What is wrong and what to do about it. */
  readonly remedy: string;
}

/** Wrong use or configuration: stop with exit code 2 and every fault at once. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join("\n"));
    this.name = "ConfigError";
    this.faults = faults;
  }
}

function formatFault(fault: Fault): string {
  const place = [fault.file, fault.path].filter(Boolean).join(": ");
  return `${place}: ${fault.value}: ${fault.remedy}`;
}

/** The source does not answer (network, 5xx, 429, expired token): try again later; other feeds go on. */
export class FeedUnavailable extends Error {
  /** Milliseconds that the source asked us to wait, when it said so. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.name = "FeedUnavailable";
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The source answers something else than agreed (header, shape): skip this feed until somebody looks. */
export class FeedChanged extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "FeedChanged";
  }
}

/** The store refused or is away. `query` is the query's name, never its text or values. */
export class StoreError extends Error {
  readonly query: string;
  /** ClickHouse's error code, or undefined when the store could not be reached. */
  readonly code: number | undefined;
  constructor(query: string, message: string, options: { code?: number; cause?: unknown } = {}) {
    super(`${query}: ${message}`, { cause: options.cause });
    this.name = "StoreError";
    this.query = query;
    this.code = options.code;
  }
}
