/** Notices by https POST, signed. Redirects are never followed, the reply is not read, time is bounded. The id is the
 *  same when a post is repeated, so that the receiver can drop the second. */
import { createHmac } from "node:crypto";
import { type Outcome, SENT } from "./delivery.ts";

export interface Post {
  readonly url: string;
  /** Key of the signature; null = unsigned. */
  readonly secret: string | null;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Epoch ms. */
  readonly at: number;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of `<seconds>.<body>`, so that an old post cannot be played again later. */
export function signatureOf(secret: string, body: string, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

/** Posts once. Never throws. Whatever went wrong without an answer is `failed`: a repeat does no harm. */
export async function postWebhook(post: Post, timeoutMs = 10_000): Promise<Outcome> {
  const body = JSON.stringify(post.body);
  try {
    const reply = await fetch(post.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "Beffroi",
        "X-Beffroi-Id": post.id,
        ...(post.secret === null ? {} : { "X-Beffroi-Signature": signatureOf(post.secret, body, post.at) }),
      },
      body,
    });
    await reply.body?.cancel();
    return outcomeOf(reply.status);
  } catch (cause) {
    return { kind: "failed", reason: reasonOf(cause) };
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return SENT;
  if (status >= 300 && status < 400)
    return { kind: "refused", reason: `answered ${status}: redirects are not followed` };
  const later = status === 408 || status === 425 || status === 429 || status >= 500;
  return { kind: later ? "failed" : "refused", reason: `answered ${status}` };
}

/** Without the address, which may hold a secret. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "failed";
  const inner = cause.cause instanceof Error ? Reflect.get(cause.cause, "code") : undefined;
  return typeof inner === "string" ? inner : cause.name;
}
