/** One turn of the alerts: whatever is true now and was not told yet is told, outside of quiet hours. Mails gather what
 *  one alert has to say; posts carry one notice each, so that their ids stay the same. */
import { createHash } from "node:crypto";
import { type Alert, isQuiet, type Recipient } from "../../domain/alert.ts";
import type { Message, Notice } from "../../domain/notice.ts";
import { minuteOfDay } from "../../domain/time.ts";
import { type OnceEffects, tellOnce } from "./once.ts";
import { isMail, type Send } from "./send.ts";

export interface TurnEffects extends OnceEffects {
  readonly zone: string;
  readonly send: Send;
  readonly write: (notices: readonly Notice[], recipient: Recipient) => Message;
  /** False = mails wait until a server is configured. */
  readonly mails: boolean;
}

/** @param notices what is true now. @returns how many subjects were told */
export async function alertTurn(
  alerts: readonly Alert[],
  notices: readonly Notice[],
  effects: TurnEffects,
): Promise<number> {
  const minute = minuteOfDay(effects.now(), effects.zone);
  let told = 0;
  for (const alert of alerts) {
    if (isQuiet(alert.quiet, minute)) continue;
    const own = notices.filter((notice) => notice.alert === alert.id);
    for (const recipient of alert.to) {
      if (isMail(recipient.address) && !effects.mails) continue;
      const bundles = isMail(recipient.address) ? [own] : own.map((notice) => [notice]);
      for (const bundle of bundles) told += await tell(alert.id, recipient, bundle, effects);
    }
  }
  return told;
}

async function tell(
  alert: string,
  recipient: Recipient,
  bundle: readonly Notice[],
  effects: TurnEffects,
): Promise<number> {
  const done = await tellOnce(
    {
      alert,
      recipient,
      subjects: bundle.map(({ subject }) => subject),
      send: async (subjects) => {
        const notices = bundle.filter(({ subject }) => subjects.includes(subject));
        const message = effects.write(notices, recipient);
        const [notice] = notices;
        return effects.send(recipient, {
          id: parcelId(alert, subjects, recipient),
          message,
          body: { alert, text: message.text, notice },
        });
      },
    },
    effects,
  );
  return done.length;
}

/** The same for the same subjects, alert and recipient; says nothing of them. */
export function parcelId(alert: string, subjects: readonly string[], { address }: Recipient): string {
  return createHash("sha256")
    .update([alert, ...subjects, address].join("\n"))
    .digest("hex")
    .slice(0, 32);
}
