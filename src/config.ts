/** The only reader of the environment. Options of the command line win over it. */
import { z } from "zod";
import { ConfigError, type Fault } from "./domain/errors.ts";
import { parseInstant } from "./domain/time.ts";

const Environment = z.object({
  /** Territory file. */
  BEFFROI_CONFIG: z.string().min(1).optional(),
  /** Folder of the embedded store. Default `./data`. */
  BEFFROI_DATA: z.string().min(1).default("data"),
  /** A ClickHouse server, `http://user:password@host:8123`, instead of the embedded store. */
  BEFFROI_STORE: z.url({ protocol: /^https?$/ }).optional(),
  /** Address to listen on. Default loopback; others need BEFFROI_ACCESS_TOKEN. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Port to listen on; 0 = any free one. Default 8080. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Whoever knows it may read; required when listening elsewhere than on loopback. */
  BEFFROI_ACCESS_TOKEN: z.string().min(16, "use at least 16 characters").optional(),
  /** Mail server: `smtps://user:password@host:465` (TLS from the first byte) or `smtp://…:587` (STARTTLS, which is
   *  insisted on unless the server is on this machine). Without it nothing is mailed. */
  BEFFROI_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails. Required with BEFFROI_SMTP_URL. */
  BEFFROI_MAIL_FROM: z.email().optional(),
  /** Address under which people reach the pages, for links in mails; without it mails hold no links. */
  BEFFROI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `silent`, `error`, `warn`, `info` or `debug`. Default `info`. */
  BEFFROI_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  /** Start of the service's clock (ISO 8601), for demonstrations and tests: it then runs on from there. */
  BEFFROI_CLOCK: z.string().optional(),
});

const SECRETS = new Set(["BEFFROI_ACCESS_TOKEN", "BEFFROI_STORE", "BEFFROI_SMTP_URL"]);

export interface Config {
  readonly config: string | undefined;
  readonly data: string;
  readonly store: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly accessToken: string | undefined;
  /** Null = nothing is mailed. `url` is a secret. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  /** Milliseconds to add to the machine's clock. */
  readonly clockShiftMs: number;
}

/** @throws ConfigError with every bad variable at once; values of secrets are not shown. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, now = Date.now()): Config {
  const parsed = Environment.safeParse(env);
  const faults: Fault[] = [];
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const value = SECRETS.has(name) ? "(not shown)" : (env[name] ?? "");
      faults.push({ file: "environment", path: name, value, remedy: issue.message });
    }
    throw new ConfigError(faults);
  }
  const e = parsed.data;
  return Object.freeze({
    config: e.BEFFROI_CONFIG,
    data: e.BEFFROI_DATA,
    store: e.BEFFROI_STORE,
    host: e.HOST,
    port: e.PORT,
    accessToken: e.BEFFROI_ACCESS_TOKEN,
    mail: mailOf(e),
    publicUrl: e.BEFFROI_PUBLIC_URL?.replace(/\/+$/, ""),
    logLevel: e.BEFFROI_LOG,
    clockShiftMs: e.BEFFROI_CLOCK === undefined ? 0 : shiftOf(e.BEFFROI_CLOCK, now),
  });
}

function mailOf({
  BEFFROI_SMTP_URL: url,
  BEFFROI_MAIL_FROM: from,
}: z.output<typeof Environment>): Config["mail"] {
  if (url === undefined) return null;
  if (from !== undefined) return { url, from };
  const remedy = "name the sender of mails, such as beffroi@example.org";
  throw new ConfigError([{ file: "environment", path: "BEFFROI_MAIL_FROM", value: "(missing)", remedy }]);
}

function shiftOf(text: string, now: number): number {
  try {
    return parseInstant(text) - now;
  } catch {
    const remedy = "write an instant such as 2026-11-25T15:40:00+01:00";
    throw new ConfigError([{ file: "environment", path: "BEFFROI_CLOCK", value: text, remedy }]);
  }
}
