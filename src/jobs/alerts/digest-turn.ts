/** Sends the mail of the morning from its hour on, once a day and recipient; who was away at that hour gets it until
 *  noon has long passed, and then no more: it would be about yesterday's tomorrow. */
import type { Digest, Recipient } from "../../domain/alert.ts";
import type { Message } from "../../domain/notice.ts";
import { type Instant, localDate, minuteOfDay, weekday, type Zone } from "../../domain/time.ts";
import { type OnceEffects, tellOnce } from "./once.ts";
import { isMail, type Send } from "./send.ts";
import { parcelId } from "./turn.ts";

/** Minutes after its hour within which it is still sent. */
const CATCH_UP = 4 * 60;
/** Name under which it is remembered that it was sent; no alert can be called so by the territory file's rules. */
const ALERT = "digest:";

export interface DigestEffects extends OnceEffects {
  readonly zone: Zone;
  readonly send: Send;
  readonly write: (recipient: Recipient) => Promise<Message>;
  /** False = mails wait until a server is configured. */
  readonly mails: boolean;
}

/** True from its hour on, on its weekdays, for four hours. */
export function isDigestDue({ atMinute, weekdays }: Digest, now: Instant, zone: Zone): boolean {
  const late = minuteOfDay(now, zone) - atMinute;
  return weekdays.includes(weekday(localDate(now, zone))) && late >= 0 && late < CATCH_UP;
}

/** @returns how many recipients got it now */
export async function digestTurn(digest: Digest, effects: DigestEffects): Promise<number> {
  const { now, zone, mails, send, write } = effects;
  if (!isDigestDue(digest, now(), zone)) return 0;
  const subjects = [localDate(now(), zone)];
  let told = 0;
  for (const recipient of digest.to) {
    if (isMail(recipient.address) && !mails) continue;
    const telling = {
      alert: ALERT,
      recipient,
      subjects,
      send: async () => {
        const message = await write(recipient);
        const body = { digest: subjects[0], subject: message.subject, text: message.text };
        return send(recipient, { id: parcelId(ALERT, subjects, recipient), message, body });
      },
    };
    told += (await tellOnce(telling, effects)).length;
  }
  return told;
}
