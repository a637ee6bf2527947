/** What the forecasting thread is told. It gets the text of the territory file, not the file: forecasts then follow the
 *  same rules as the pages, until both are started anew. */
import type { Instant } from "../domain/time.ts";
import type { Change } from "../forecast/what-if/scenario.ts";
import type { EffectOf } from "../jobs/effect/answer-effect.ts";
import type { StoreAddress } from "../store/connect.ts";

/** With its start. */
export interface ForecastSetting {
  readonly address: StoreAddress;
  /** Territory file as named by the user, and its text when the service started. */
  readonly file: string;
  readonly text: string;
}

export type ForecastTask =
  /** Issues forecasts; `compare`: after comparing the models. */
  | { readonly kind: "issue"; readonly now: Instant; readonly compare: boolean }
  /** Makes up the forecasts of the last `days` mornings that are not there yet. */
  | { readonly kind: "look-back"; readonly now: Instant; readonly days: number }
  /** Tells what changes at a site would do; answered by a `WhatIfAnswer`. */
  | {
      readonly kind: "what-if";
      readonly now: Instant;
      readonly site: string;
      readonly changes: readonly Change[];
    }
  /** Tells what an action, an event or rain did at a site; answered by an `EffectReply`. */
  | { readonly kind: "effect"; readonly now: Instant; readonly site: string; readonly of: EffectOf };
