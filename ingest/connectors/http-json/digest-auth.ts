/** Digest authentication of one request. SOURCE: RFC 7616, section 3.4 (and RFC 2069 for servers without `qop`). */
import { createHash, randomBytes } from "node:crypto";

/** What a server asks in `WWW-Authenticate`. */
export interface Challenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: "MD5" | "MD5-sess" | "SHA-256" | "SHA-256-sess";
  /** True when the server offers `qop=auth`. */
  readonly qop: boolean;
}

export interface DigestRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Requests made with this nonce so far, this one included. */
  readonly count: number;
  /** @default random */
  readonly cnonce?: string;
}

const ALGORITHMS = ["SHA-256", "SHA-256-sess", "MD5", "MD5-sess"] as const;
const MAX_HEADER = 8192;

/** The strongest Digest challenge that can be answered; undefined without one. Basic is never answered instead. */
export function parseChallenge(header: string): Challenge | undefined {
  const found: Challenge[] = [];
  for (const parameters of digestParameters(header.slice(0, MAX_HEADER))) {
    const wanted = (parameters.get("algorithm") ?? "MD5").toUpperCase();
    const algorithm = ALGORITHMS.find((name) => name.toUpperCase() === wanted);
    const realm = parameters.get("realm");
    const nonce = parameters.get("nonce");
    const offers = parameters.get("qop")?.split(/[\s,]+/);
    if (!algorithm || realm === undefined || nonce === undefined) continue;
    if (offers && !offers.includes("auth")) continue;
    found.push({ realm, nonce, opaque: parameters.get("opaque"), algorithm, qop: offers !== undefined });
  }
  return found.sort((a, b) => ALGORITHMS.indexOf(a.algorithm) - ALGORITHMS.indexOf(b.algorithm))[0];
}

function digestParameters(header: string): Map<string, string>[] {
  const schemes: { readonly name: string; readonly parameters: Map<string, string> }[] = [];
  for (const [, name = "", quoted, plain] of header.matchAll(
    /([\w-]+)(?:\s?=\s?(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g,
  )) {
    const value = quoted?.replace(/\\(.)/g, "$1") ?? plain;
    if (value === undefined) schemes.push({ name: name.toLowerCase(), parameters: new Map() });
    else schemes.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return schemes.filter(({ name }) => name === "digest").map(({ parameters }) => parameters);
}

/** Value of the `Authorization` header. */
export function answerChallenge(challenge: Challenge, request: DigestRequest): string {
  const { realm, nonce, opaque, algorithm, qop } = challenge;
  const { method, uri, user, password } = request;
  const cnonce = request.cnonce ?? randomBytes(16).toString("hex");
  const nc = request.count.toString(16).padStart(8, "0");
  const hash = (text: string) =>
    createHash(algorithm.startsWith("SHA") ? "sha256" : "md5")
      .update(text)
      .digest("hex");
  const account = hash(`${user}:${realm}:${password}`);
  const a1 = algorithm.endsWith("-sess") ? hash(`${account}:${nonce}:${cnonce}`) : account;
  const a2 = hash(`${method}:${uri}`);
  const response = qop ? hash(`${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}`) : hash(`${a1}:${nonce}:${a2}`);
  const quote = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
  return [
    `Digest username=${quote(user)}`,
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(uri)}`,
    `algorithm=${algorithm}`,
    `response="${response}"`,
    ...(qop ? ["qop=auth", `nc=${nc}`] : []),
    ...(qop || algorithm.endsWith("-sess") ? [`cnonce="${cnonce}"`] : []),
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
  ].join(", ");
}
