/** What every view works with: the store, the territory, the clock, and what changes only with the data. */
import type { AdviceDecision } from "../domain/advice.ts";
import type { Annotation } from "../domain/annotation.ts";
import type { Site, Territory } from "../domain/site.ts";
import { HOUR, type Instant, MINUTE, QUARTER } from "../domain/time.ts";
import type { EffectReply } from "../jobs/effect/answer.ts";
import type { WhatIfAnswer } from "../jobs/what-if/answer.ts";
import type { Store } from "../store/connect.ts";
import { hashId } from "../store/hash-id.ts";
import type { Quarantine } from "../store/quarantine.ts";
import { ask } from "../store/query.ts";
import type { BookedAhead } from "../visits/booked-ahead.ts";
import { bookingSites } from "../visits/bookings.ts";
import type { ChosenEvidence } from "../visits/chosen-days.ts";
import { readAllowances, readContext, type VisitContext } from "../visits/context.ts";
import type { DayEvidence, DayRows, DayVisits } from "../visits/daily.ts";
import type { DayCrossings } from "../visits/occupancy.ts";
import { createPairs, type PairOf } from "../visits/pairs.ts";
import { dataVersion as dataVersionQuery } from "../visits/queries.ts";
import { readReach, type StampedReach } from "../visits/reach.ts";
import type { PastDays } from "../visits/usual.ts";
import type { WeekHours } from "../visits/week-hours.ts";
import { type AskEffect, effectsHere } from "./effects-here.ts";
import type { PromisesRead } from "./promises-read.ts";
import type { Silence, StepShape } from "./quality/queries.ts";
import type { Usual } from "./quiet/parts.ts";
import { createMemory, type Memory, whileStamped } from "./remembered.ts";
import { createQuestions, type Questions } from "./suppose/questions.ts";
import { type AskWhatIf, whatIfHere } from "./suppose/what-if-here.ts";
import type { Vintages } from "./vintage.ts";

export interface ViewDeps {
  readonly store: Store;
  readonly territory: Territory;
  readonly now: () => Instant;
  /** Names the state of the data. */
  readonly version: () => Promise<string>;
  readonly context: (now: Instant) => Promise<VisitContext>;
  /** How far each feed reaches. */
  readonly reach: (now: Instant) => Promise<readonly StampedReach[]>;
  /** Sites that take bookings. */
  readonly bookingSites: () => Promise<ReadonlySet<string>>;
  readonly pairOf: PairOf;
  readonly effectOf: AskEffect;
  readonly whatIfOf: AskWhatIf;
  readonly questions: Questions<WhatIfAnswer>;
  readonly memories: Memories;
  /** How long a page waits for what is computed elsewhere, ms. */
  readonly patienceMs: number;
}

/** What was read of days that are over; the first six anew as soon as a record of such a day changes, the next two as
 *  soon as other forecasts are issued, or something is decided. */
export interface Memories {
  readonly days: Memory<DayRows>;
  readonly shapes: Memory<readonly StepShape[]>;
  /** Shift between door and till, minutes; null = cannot be told. */
  readonly clocks: Memory<number | null>;
  /** Times without news: one that has just ended shows a minute late. */
  readonly silences: Memory<readonly Silence[]>;
  readonly annotations: Memory<readonly Annotation[]>;
  readonly pastDays: Memory<PastDays>;
  readonly weekends: Memory<ChosenEvidence>;
  readonly ordinary: Memory<DayEvidence>;
  readonly crossings: Memory<readonly DayCrossings[]>;
  readonly vintages: Memory<Vintages>;
  readonly advice: Memory<readonly AdviceDecision[]>;
  /** Rows set aside; anew as soon as one comes or is corrected. */
  readonly aside: Memory<Quarantine>;
  readonly promises: Memory<PromisesRead>;
  readonly quiet: Memory<Usual | null>;
  readonly bookings: Memory<BookedAhead>;
  readonly weekHours: Memory<WeekHours>;
  /** Days of the year before, by site. */
  readonly yearBefore: Memory<ReadonlyMap<string, readonly DayVisits[]>>;
  /** Effects of actions, which take the forecasting thread a while. */
  readonly effects: Memory<EffectReply>;
}

export interface ViewOptions {
  readonly store: Store;
  readonly territory: Territory;
  readonly now: () => Instant;
  /** State of the data where somebody keeps it at hand; else the store is asked each time. */
  readonly dataVersion?: () => string;
  /** The same by what changed (visits, forecasts, advice…); without it everything counts as changed with the version. */
  readonly dataStates?: () => ReadonlyMap<string, string>;
  /** Computes effects elsewhere, so that the thread that answers is not held up; @default here, for a second or so */
  readonly effectOf?: AskEffect;
  /** Computes what changes would do elsewhere; @default here, for seconds */
  readonly whatIfOf?: AskWhatIf;
  /** How long a page waits for what is computed elsewhere, ms; @default 3000 */
  readonly patienceMs?: number;
}

/** What is read anew as soon as it changes is forgotten only because nobody asks for it any more. */
const OVER_MS = HOUR;
const JUDGED_MS = MINUTE;
/** A year of days of all sites weighs a megabyte or two. */
const SPANS_KEPT = 24;
/** A few hours more or less change nothing in a site's twelve months. */
const USUAL_MS = 6 * HOUR;
/** A page that would take longer says that the computation waits. */
const WAIT_MS = 1_500;

/** Version, and what was read under it. Wrong by a second at most when the data have just changed. */
interface Known {
  readonly key: string;
  readonly reach: Promise<StampedReach[]>;
  /** Names the state of the days that are over. */
  readonly over: Promise<string>;
  readonly bookingSites: () => Promise<ReadonlySet<string>>;
}

const PATIENCE_MS = 3_000;

export function createDeps(options: ViewOptions): ViewDeps {
  const { store, territory, now, dataVersion, dataStates } = options;
  const { effectOf, whatIfOf, patienceMs = PATIENCE_MS } = options;
  let known: Known | undefined;
  let looking: Promise<string> | undefined;
  const allowances = createMemory<ReadonlyMap<string, number>>(undefined, HOUR);
  async function look(): Promise<string> {
    const rows = await ask(store, dataVersionQuery, {});
    return rows.map((row) => row.version.toString(36)).join(".");
  }
  async function version(): Promise<string> {
    if (dataVersion) return dataVersion();
    // One look for all parts of a page. A failure is not kept.
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }
  async function read(at: Instant): Promise<Known> {
    // At midnight the facts of tomorrow become facts of today: time is part of the key.
    const key = `${await version()} ${Math.floor(at / QUARTER)}`;
    if (known?.key === key) return known;
    const reach = readReach(store, territory.zone, at);
    const over = reach.then((rows) => String(hashId(rows.map((row) => row.over_stamp).join(" "))));
    // Only some pages ask.
    let taking: Promise<ReadonlySet<string>> | undefined;
    const forgetFailed = (reading: Promise<unknown>) => {
      reading.catch(() => {
        if (known === fresh) known = undefined;
      });
    };
    const fresh: Known = {
      key,
      reach,
      over,
      bookingSites: () => {
        if (taking) return taking;
        taking = bookingSites(store);
        forgetFailed(taking);
        return taking;
      },
    };
    known = fresh;
    forgetFailed(over);
    return fresh;
  }
  function ofDaysOver<T>(keptMs = OVER_MS, kept?: number): Memory<T> {
    return whileStamped(async () => (await read(now())).over, createMemory<T>(undefined, keptMs, kept));
  }
  function whileSame<T>(state: string): Memory<T> {
    const stateNow = async () => (dataStates ? (dataStates().get(state) ?? "none") : version());
    return whileStamped(stateNow, createMemory<T>(undefined, OVER_MS));
  }
  return {
    store,
    territory,
    now,
    version,
    reach: async (at) => (await read(at)).reach,
    context: async (at) => {
      const { reach } = await read(at);
      return readContext(
        store,
        territory,
        at,
        reach,
        allowances("", () => readAllowances(store, territory, at)),
      );
    },
    bookingSites: async () => (await read(now())).bookingSites(),
    pairOf: createPairs(territory),
    effectOf: effectOf ?? effectsHere(store, territory, now),
    memories: {
      days: ofDaysOver(OVER_MS, SPANS_KEPT),
      shapes: ofDaysOver(OVER_MS, SPANS_KEPT),
      clocks: ofDaysOver(),
      silences: createMemory(),
      annotations: whileSame("annotations"),
      pastDays: ofDaysOver(),
      weekends: ofDaysOver(),
      ordinary: ofDaysOver(),
      crossings: ofDaysOver(),
      vintages: whileSame("forecasts"),
      advice: whileSame("advice"),
      aside: whileSame("quarantine"),
      promises: createMemory(),
      quiet: createMemory(undefined, USUAL_MS),
      bookings: createMemory(),
      // Judged already: what a till has vouched for since shows a minute late.
      weekHours: ofDaysOver(JUDGED_MS),
      yearBefore: ofDaysOver(JUDGED_MS),
      effects: createMemory(undefined, HOUR),
    },
    whatIfOf: whatIfOf ?? whatIfHere(store, territory, now),
    questions: createQuestions({ waitMs: WAIT_MS }),
    patienceMs,
  };
}

/** The sites that a query names, in the territory's order; all of them where it names none. */
export function chosenSites(territory: Territory, ids: readonly string[] | undefined): readonly Site[] {
  return ids === undefined ? territory.sites : territory.sites.filter((site) => ids.includes(site.id));
}

/** @throws RangeError for a site that the territory does not have */
export function siteOf({ sites }: Territory, id: string): Site {
  const site = sites.find((known) => known.id === id);
  if (!site) throw new RangeError(`invalid site: ${id} (/api/v1/sites lists the sites)`);
  return site;
}
