/** "What if" computed by whoever asks, where no thread is given: for commands and tests. */
import type { Territory } from "../../domain/site.ts";
import type { Instant } from "../../domain/time.ts";
import type { Change } from "../../forecast/what-if/scenario.ts";
import { rememberFits } from "../../jobs/fits.ts";
import type { WhatIfAnswer } from "../../jobs/what-if/answer.ts";
import { answerWhatIf, type Known } from "../../jobs/what-if/answer-what-if.ts";
import { rememberRecent } from "../../jobs/what-if/recent.ts";
import type { Store } from "../../store/connect.ts";

/** What changes at a site would do. */
export type AskWhatIf = (site: string, changes: readonly Change[]) => Promise<WhatIfAnswer>;

/** Holds up its caller's thread for seconds. */
export function whatIfHere(store: Store, territory: Territory, now: () => Instant): AskWhatIf {
  const recent = rememberRecent<Known>();
  const fits = rememberFits();
  return (site, changes) => answerWhatIf(store, { territory, now: now(), site, changes, fits, recent });
}
