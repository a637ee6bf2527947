/** What one HTTP request asks for: address and headers taken apart into query, parameters, settings and session. */
import type { IncomingHttpHeaders } from "node:http";
import { CODES, engineError } from "./engine-error.ts";

export interface DoorRequest {
  /** The part of the query that stands in the address; the body follows it. */
  readonly query: string;
  readonly database: string | undefined;
  readonly queryId: string | undefined;
  readonly session:
    | { readonly id: string; readonly timeoutMs: number; readonly mustExist: boolean }
    | undefined;
  /** Format of the result unless the query names one. */
  readonly format: string | undefined;
  /** Query parameters by name, as ClickHouse's HTTP takes them (tab-separated escaping). */
  readonly params: Readonly<Record<string, string>>;
  /** Settings for the engine; those that concern HTTP alone are left out. */
  readonly settings: ReadonlyMap<string, string>;
  /** The client allows a compressed reply. */
  readonly compress: boolean;
  /** zlib level for gzip and deflate. */
  readonly level: number;
  /** Hold the reply back until the query is done, so that an error still gets its status. */
  readonly waitForEnd: boolean;
  readonly showProgress: boolean;
  /** Bytes of a result to hold back before it streams (`http_response_buffer_size`), undefined if not said. */
  readonly holdBytes: number | undefined;
}

// Settings of HTTP and of the server's own reply: the gateway acts on them or has no need of them.
const DOOR_SETTINGS = new Set([
  "send_progress_in_http_headers",
  "http_headers_progress_interval_ms",
  "http_make_head_request",
  "http_receive_timeout",
  "http_send_timeout",
  "http_write_exception_in_output_format",
  "http_response_buffer_size",
  "cancel_http_readonly_queries_on_client_close",
]);
const NOT_SETTINGS = new Set([
  ...["query", "database", "default_format", "query_id", "session_id", "session_timeout", "session_check"],
  ...["user", "password", "quota_key", "stacktrace", "compress", "decompress", "role", "close_session"],
  ...["buffer_size", "wait_end_of_query", "enable_http_compression", "http_zlib_compression_level"],
  ...["client_protocol_version", "framing_version"],
]);
const LONGEST_SESSION_S = 3600;

/** @throws EngineError for a setting whose name cannot be one, a format likewise, a session that would
 *  last too long, or a role. */
export function readRequest(url: URLSearchParams, headers: IncomingHttpHeaders): DoorRequest {
  const params: Record<string, string> = {};
  const settings = new Map<string, string>();
  for (const [name, value] of url) {
    if (name.startsWith("param_")) params[name.slice("param_".length)] = value;
    else if (NOT_SETTINGS.has(name) || DOOR_SETTINGS.has(name)) continue;
    else if (/^[A-Za-z_][\w.]*$/.test(name)) settings.set(name, value);
    else throw engineError(CODES.unknownSetting, `Unknown setting '${name}'.`, "UNKNOWN_SETTING");
  }
  const role = url.get("role");
  if (role !== null) {
    throw engineError(
      CODES.unknownRole,
      `There is no role '${role}': the embedded store has none`,
      "UNKNOWN_ROLE",
    );
  }
  const level = Number(url.get("http_zlib_compression_level") ?? 3);
  return {
    query: url.get("query") ?? "",
    database: url.get("database") || header(headers, "x-clickhouse-database"),
    queryId: url.get("query_id") || undefined,
    session: readSession(url),
    format: readFormat(url.get("default_format") || header(headers, "x-clickhouse-format")),
    params,
    settings,
    compress: isOn(url.get("enable_http_compression")),
    level: Number.isInteger(level) && level >= 1 && level <= 9 ? level : 3,
    waitForEnd: isOn(url.get("wait_end_of_query")),
    showProgress: isOn(url.get("send_progress_in_http_headers")),
    holdBytes: Number(url.get("http_response_buffer_size")) || undefined,
  };
}

// The name becomes part of the statement.
function readFormat(name: string | undefined): string | undefined {
  if (name === undefined || /^\w+$/.test(name)) return name;
  throw engineError(CODES.unknownFormat, `Unknown format ${name}`, "UNKNOWN_FORMAT");
}

function readSession(url: URLSearchParams): DoorRequest["session"] {
  const id = url.get("session_id");
  if (!id) return undefined;
  const text = url.get("session_timeout") ?? "60";
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > LONGEST_SESSION_S) {
    throw engineError(
      CODES.invalidSessionTimeout,
      `Invalid session timeout: '${text}' (a number of seconds up to ${LONGEST_SESSION_S} is expected)`,
      "INVALID_SESSION_TIMEOUT",
    );
  }
  return { id, timeoutMs: seconds * 1000, mustExist: isOn(url.get("session_check")) };
}

/** One header's text, undefined when absent or empty. */
export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) || undefined;
}

function isOn(value: string | null): boolean {
  return value === "1" || value === "true";
}
