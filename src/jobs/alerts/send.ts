/** The two ways out: mail to `mailto:…`, a signed post to `https://…`. */
import type { Recipient } from "../../domain/alert.ts";
import type { Message } from "../../domain/notice.ts";
import type { Instant } from "../../domain/time.ts";
import type { Outcome } from "./delivery.ts";
import { type MailServer, sendMail } from "./smtp.ts";
import { postWebhook } from "./webhook.ts";

export interface Parcel {
  /** Equal when the same is sent again. */
  readonly id: string;
  readonly message: Message;
  /** What a post carries. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Send = (recipient: Recipient, parcel: Parcel) => Promise<Outcome>;

/** @param server null = mail is not configured */
export function createSend(server: MailServer | null, now: () => Instant): Send {
  return async ({ address, lang, secret }, { id, message, body }) => {
    if (!isMail(address)) return postWebhook({ url: address, secret, id, body, at: now() });
    if (server === null) return { kind: "failed", reason: "no mail server is configured (BEFFROI_SMTP_URL)" };
    return sendMail(server, { ...message, to: address.slice("mailto:".length), lang, id });
  };
}

export function isMail(address: string): boolean {
  return address.startsWith("mailto:");
}
