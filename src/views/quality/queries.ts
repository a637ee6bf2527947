/** Typed faces of the queries that only the quality of the data asks for. Instants are epoch ms. */
import { z } from "zod";
import { DayText, Int, query } from "../../store/query.ts";

export const feedSilence = query(
  "feed_silence",
  z.object({ from: z.int(), least: z.int() }),
  z.object({ feed: z.string(), brought: Int, silent_from: Int, silent_to: Int }),
);

export type Silence = z.output<typeof feedSilence.row>;

export const feedRunDay = query(
  "feed_run_day",
  z.object({ from: z.int(), to: z.int(), tz: z.string() }),
  z.object({
    feed: z.string(),
    stream: z.string(),
    day: DayText,
    runs: Int,
    done: Int,
    accepted: Int,
    unchanged: Int,
    revised: Int,
    rejected_rows: Int,
    unread: z.array(z.string()),
    status: z.string(),
    problem: z.string(),
    ended_at: Int,
    done_at: Int,
  }),
);

export const stepShape = query(
  "step_shape",
  z.object({ sites: z.array(z.string()), from: z.int(), to: z.int(), tz: z.string() }),
  z.object({
    site: z.string(),
    day: DayText,
    feed: z.string(),
    step_minutes: Int,
    run_from: Int,
    run_steps: Int,
    run_value: Int,
  }),
);
export type StepShape = z.output<typeof stepShape.row>;
