/** Replies that no retry mends, as errors. The status is kept for connectors that know an older server by its 404. */
import { FeedChanged, FeedUnavailable } from "../../src/domain/errors.ts";

/** 401 or 403: the credentials no longer work. */
export class RefusedCredentials extends FeedUnavailable {
  readonly status: number;
  /** What the server asks for, from `WWW-Authenticate`; undefined when it says nothing. */
  readonly challenge: string | undefined;
  constructor(status: number, place: string, challenge?: string) {
    super(
      `refused credentials: ${status} from ${place} (has the token expired or lost a right? issue a new one and ` +
        "put it in the environment variable that the territory file names)",
    );
    this.name = "RefusedCredentials";
    this.status = status;
    this.challenge = challenge;
  }
}

/** Any other status below 500 that is not a success. */
export class UnexpectedStatus extends FeedChanged {
  readonly status: number;
  constructor(status: number, place: string) {
    super(`invalid reply: status ${status} from ${place} (check the feed's address and identifiers)`);
    this.name = "UnexpectedStatus";
    this.status = status;
  }
}

/** True for an error that says "there is nothing at this address". */
export function isNotFound(error: unknown): boolean {
  return error instanceof UnexpectedStatus && error.status === 404;
}
