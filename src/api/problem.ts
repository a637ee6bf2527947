/** Errors as problem documents (RFC 9457). One function maps every error the service throws to a status; what is not
 *  on the list says nothing about itself but the id under which the log holds it. */
import { z } from "zod";
import { PROBLEMS, type ProblemDocument, type ProblemFault, type ProblemKind } from "../contract/problem.ts";
import { ConfigError, StoreError } from "../domain/errors.ts";

interface ProblemExtras {
  readonly errors?: readonly ProblemFault[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An error whose kind decides status and title. `message` is shown to whoever asked. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: readonly ProblemFault[];
  /** Headers of the reply, such as Retry-After (seconds) or Allow. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(kind: ProblemKind, message: string, { errors = [], headers = {}, cause }: ProblemExtras = {}) {
    super(message, { cause });
    this.name = "Problem";
    this.kind = kind;
    this.errors = errors;
    this.headers = headers;
  }
  get status(): number {
    return PROBLEMS[this.kind].status;
  }
}

/** The table: what each error means to whoever asked. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError) {
    return new Problem("store-unavailable", `the store does not answer (${error.query})`, {
      headers: { "Retry-After": "5" },
      cause: error,
    });
  }
  // A ConfigError may quote the configuration, so only the log shows it.
  if (error instanceof ConfigError) {
    return new Problem("not-configured", "the service is not configured rightly", { cause: error });
  }
  if (error instanceof z.ZodError) {
    return new Problem("unexpected", "a reply did not keep its contract", { cause: error });
  }
  if (error instanceof RangeError && error.message.startsWith("invalid ")) {
    return new Problem("invalid-parameter", error.message, { cause: error });
  }
  if (isBadRequest(error)) {
    return new Problem("invalid-parameter", "invalid address: it could not be decoded", { cause: error });
  }
  return new Problem("unexpected", "the log holds the error under the id of `instance`", { cause: error });
}

/** The document for one occurrence.  @param id of the request, as in the log. */
export function problemDocument(problem: Problem, id: string): ProblemDocument {
  return {
    type: `/docs#${problem.kind}`,
    title: PROBLEMS[problem.kind].title,
    status: problem.status,
    detail: problem.message,
    instance: `urn:uuid:${id}`,
    ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
  };
}

/** Express throws URIError with status 400 for an address like `/%E0%A4%A`. */
function isBadRequest(error: unknown): boolean {
  return error instanceof URIError;
}
