/** Effects computed by whoever asks, where no thread is given: for commands and tests. */
import type { Territory } from "../domain/site.ts";
import type { Instant } from "../domain/time.ts";
import type { EffectReply } from "../jobs/effect/answer.ts";
import { answerEffect, type EffectOf } from "../jobs/effect/answer-effect.ts";
import { type Known, readKnown } from "../jobs/what-if/answer-what-if.ts";
import { rememberRecent } from "../jobs/what-if/recent.ts";
import type { Store } from "../store/connect.ts";

/** Effect of something at a site. */
export type AskEffect = (site: string, of: EffectOf) => Promise<EffectReply>;

/** Holds up its caller's thread for a second or so. */
export function effectsHere(store: Store, territory: Territory, now: () => Instant): AskEffect {
  const recent = rememberRecent<Known>();
  return (site, of) => {
    const at = now();
    return answerEffect(store, {
      territory,
      now: at,
      site,
      of,
      recent,
      read: () => readKnown(store, territory, at),
    });
  };
}
