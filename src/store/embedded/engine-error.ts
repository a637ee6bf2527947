/** Errors of the engine and of the door before it, in ClickHouse's own words and with the HTTP status of its server. */

/** Codes that the gateway itself raises. */
export const CODES = {
  badArguments: 36,
  syntax: 62,
  tooManyQueries: 202,
  notImplemented: 48,
  unknownFormat: 73,
  unknownTypeOfQuery: 78,
  unknownCompression: 89,
  unknownSetting: 115,
  readonly: 164,
  aborted: 236,
  outfileNotAllowed: 358,
  sessionNotFound: 372,
  sessionLocked: 373,
  invalidSessionTimeout: 374,
  unknownParameter: 456,
  unknownRole: 511,
  authenticationFailed: 516,
  queryTooLarge: 229,
} as const;

/** One error as ClickHouse writes it; `code` is ClickHouse's own. */
export class EngineError extends Error {
  readonly code: number;
  constructor(code: number, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "EngineError";
    this.code = code;
  }
}

/** An error in the engine's form: `Code: 62. DB::Exception: … (SYNTAX_ERROR)`. */
export function engineError(code: number, text: string, name: string): EngineError {
  return new EngineError(code, `Code: ${code}. DB::Exception: ${text} (${name})`);
}

/** Turns whatever a native call rejected with into an {@link EngineError}; 1002 is ClickHouse's "unknown". */
export function toEngineError(cause: unknown): EngineError {
  if (cause instanceof EngineError) return cause;
  const text = cause instanceof Error ? cause.message : String(cause);
  const code = /^Code: (\d+)/.exec(text)?.[1];
  if (code !== undefined) return new EngineError(Number(code), text.trim(), { cause });
  return new EngineError(1002, `Code: 1002. DB::Exception: ${text.trim()} (UNKNOWN_EXCEPTION)`, { cause });
}

/** The body of an error reply: the message, the engine's version as the server writes it, and a line end. */
export function errorBody(error: EngineError, version: string): string {
  const text = error.message.replaceAll(/ \(version [\d.]+\)/g, "");
  return `${text} (version ${version} (official build))\n`;
}

const BAD_REQUEST = new Set([
  6, 8, 15, 25, 26, 27, 36, 37, 38, 41, 44, 53, 62, 72, 117, 123, 167, 168, 223, 321, 376, 427, 441, 675, 676,
]);
const NOT_FOUND = new Set([46, 47, 50, 56, 60, 63, 73, 78, 81, 115, 152, 336, 511]);
const FORBIDDEN = new Set([192, 193, 497, 512, 516]);
const OTHERS: Readonly<Record<number, number>> = {
  48: 501, // not implemented
  76: 503, // cannot open file
  159: 408, // timeout exceeded
  194: 401, // password required
  209: 503, // socket timeout
  381: 411, // length required
  439: 503, // cannot schedule a task
  229: 413, // query too large
  779: 415, // unsupported media type
};

/** HTTP status that a ClickHouse server gives with an error code. */
export function statusOf(code: number): number {
  if (BAD_REQUEST.has(code)) return 400;
  if (NOT_FOUND.has(code)) return 404;
  if (FORBIDDEN.has(code)) return 403;
  return OTHERS[code] ?? 500;
}
