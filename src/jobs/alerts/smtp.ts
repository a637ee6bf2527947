/** Mail by SMTP: one message to one person, plain text and HTML, in bounded time. What was refused, what failed and what
 *  nobody can know are told apart: the message counts as possibly delivered from its first byte on. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { Message } from "../../domain/notice.ts";
import { type Outcome, SENT } from "./delivery.ts";

export interface MailServer {
  /** `smtps://user:password@host:465` or `smtp://…:587`. */
  readonly url: string;
  readonly from: string;
}

export interface Mail extends Message {
  readonly to: string;
  readonly lang: string;
  /** Equal for the same message sent again: many mailboxes drop the second. */
  readonly id: string;
}

export interface MailLimits {
  /** Silence of the server, ms. @default 20 000 */
  readonly silenceMs?: number;
  /** The whole exchange, ms. @default 60 000 */
  readonly wholeMs?: number;
}

/** Sends one mail. Never throws. */
export async function sendMail(
  server: MailServer,
  mail: Mail,
  { silenceMs = 20_000, wholeMs = 60_000 }: MailLimits = {},
): Promise<Outcome> {
  const { url, from } = server;
  const raw = await compose(mail, from);
  let begun = false;
  const body = new Readable({
    read() {
      begun = true;
      this.push(raw);
      this.push(null);
    },
  });
  const transport = createTransport(optionsOf(url, silenceMs));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${wholeMs / 1000} s`)), wholeMs);
  });
  try {
    await Promise.race([transport.sendMail({ envelope: { from, to: mail.to }, raw: body }), late]);
    return SENT;
  } catch (cause) {
    return outcomeOf(cause, begun, mail.to);
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

/** Whether the server answers and takes the password; nothing is sent. */
export async function checkMail({ url }: MailServer, silenceMs = 10_000): Promise<Outcome> {
  const transport = createTransport(optionsOf(url, silenceMs));
  try {
    await transport.verify();
    return SENT;
  } catch (cause) {
    return { kind: "failed", reason: cause instanceof Error ? cause.message.slice(0, 300) : String(cause) };
  } finally {
    transport.close();
  }
}

/** Under smtp: STARTTLS is insisted on, unless the server is this machine. */
function optionsOf(url: string, silenceMs: number) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const local = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(secure ? {} : { requireTLS: !local, ignoreTLS: local }),
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** The message as bytes. */
async function compose({ to, lang, id, subject, text, html }: Mail, from: string): Promise<Uint8Array> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const host = from.slice(from.lastIndexOf("@") + 1);
  const { message } = await composer.sendMail({
    from: { name: "Beffroi", address: from },
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: `<${createHash("sha256").update(id).digest("hex").slice(0, 32)}@${host}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // `buffer: true` makes it one; the type allows a stream too.
  if (!(message instanceof Uint8Array)) throw new TypeError("the message was not composed");
  return message;
}

/** A numbered answer is certain; no answer is certain only while nothing of the message had been sent. Only an answer to
 *  the recipient or the message is for good: a wrong password or missing TLS is mended, and the mail sent then. */
function outcomeOf(cause: unknown, begun: boolean, to: string): Outcome {
  const fact = (name: string): unknown =>
    typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : undefined;
  const reason = (cause instanceof Error ? cause.message : String(cause)).replaceAll(to, "…").slice(0, 300);
  const code = fact("responseCode");
  if (typeof code !== "number") return { kind: begun ? "unknown" : "failed", reason };
  const isOurs = fact("code") === "EENVELOPE" || fact("code") === "EMESSAGE";
  return { kind: code >= 500 && isOurs ? "refused" : "failed", reason };
}
