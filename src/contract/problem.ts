/** What an error looks like on the wire: RFC 9457 (problem details), `application/problem+json`. */
import { z } from "zod";

/** One fault in the request: where, what was sent, what to send instead. */
export const ProblemFault = z.object({
  /** Name of the parameter, or of the field of the body, such as `changes.0.day`. */
  path: z.string(),
  /** What was sent, shortened. */
  value: z.string(),
  remedy: z.string(),
});
export type ProblemFault = z.infer<typeof ProblemFault>;

export const ProblemDocument = z.object({
  /** Address of the explanation, such as `/docs#invalid-parameter`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** Names this occurrence; the log has the same id. */
  instance: z.string(),
  errors: z.array(ProblemFault).optional(),
});
export type ProblemDocument = z.infer<typeof ProblemDocument>;

/** Kinds of problem: anchor in the documentation, title, status, and what to do. */
export const PROBLEMS = {
  "invalid-parameter": {
    status: 400,
    title: "Invalid parameter",
    help: "Correct the parameters that `errors` names.",
  },
  "invalid-cursor": {
    status: 400,
    title: "Invalid cursor",
    help: "Start again from the first page, without `cursor`.",
  },
  unauthorized: {
    status: 401,
    title: "Access token required",
    help: "Send `Authorization: Bearer <token>`, or the token as password of Basic authentication.",
  },
  "foreign-page": {
    status: 403,
    title: "Page of another origin",
    help: "Write from the service's own pages, or from a program.",
  },
  "not-found": { status: 404, title: "Not found", help: "The routes are those of /openapi.json." },
  "unknown-feed": {
    status: 404,
    title: "Unknown feed",
    help: "The feeds are those of the territory file; only those of connector `push` take records.",
  },
  "unknown-row": {
    status: 404,
    title: "Unknown row",
    help: "/api/v1/feeds/{id}/quarantine lists the rows of a feed that were set aside.",
  },
  "unknown-site": { status: 404, title: "Unknown site", help: "/api/v1/sites lists the sites." },
  "unknown-annotation": {
    status: 404,
    title: "Unknown annotation",
    help: "/api/v1/annotations lists them.",
  },
  "unknown-advice": { status: 404, title: "Unknown advice", help: "/api/v1/flows lists it." },
  "unknown-scenario": { status: 404, title: "Unknown scenario", help: "/api/v1/scenarios lists them." },
  "method-not-allowed": { status: 405, title: "Method not allowed", help: "Use a method that Allow names." },
  "not-acceptable": {
    status: 406,
    title: "Not acceptable",
    help: "Ask for one of the encodings that `detail` names.",
  },
  conflict: { status: 409, title: "Not possible now", help: "`detail` says what stands in the way." },
  "data-changed": {
    status: 410,
    title: "The data have changed since the first page",
    help: "Start again from the first page, without `cursor`: pages of two states never mix.",
  },
  "body-refused": {
    status: 413,
    title: "Request body refused",
    help: "Reading routes take no body; others a small one.",
  },
  "not-json": {
    status: 415,
    title: "Not JSON",
    help: "Send the body as application/json, not compressed.",
  },
  "not-a-batch": {
    status: 415,
    title: "Not a batch of records",
    help: "Send JSON, JSON Lines or CSV, not compressed.",
  },
  "wrong-host": {
    status: 421,
    title: "Unknown host name",
    help: "Use localhost or 127.0.0.1, or set an access token.",
  },
  "personal-data": {
    status: 422,
    title: "Personal data refused",
    help: "Leave out the fields that `errors` names; nothing of the batch was kept.",
  },
  "too-many-requests": { status: 429, title: "Too many requests", help: "Wait as long as Retry-After says." },
  unexpected: { status: 500, title: "Unexpected error", help: "The log holds the error under the same id." },
  "not-configured": {
    status: 503,
    title: "Not configured",
    help: "Run `beffroi check` on the server: it names each fault.",
  },
  busy: { status: 503, title: "Too many questions at once", help: "Try again as Retry-After says." },
  "store-unavailable": { status: 503, title: "The store does not answer", help: "Try again shortly." },
  starting: { status: 503, title: "The service is starting", help: "Try again as Retry-After says." },
  "took-too-long": { status: 503, title: "The answer took too long", help: "Ask for a shorter period." },
} as const satisfies Record<string, { status: number; title: string; help: string }>;
export type ProblemKind = keyof typeof PROBLEMS;
