/** Questions whose answer takes seconds: asked once for all who want to know, waited for briefly, kept for ten minutes. */

/** The answer, or undefined where it is not there yet: whoever asks again later gets it. A failure is told to those who
 *  wait for it and not kept.  @param key names the question fully */
export type Questions<T> = (key: string, ask: () => Promise<T>) => Promise<T | undefined>;

export interface QuestionsOptions {
  /** How long anybody waits, ms. */
  readonly waitMs: number;
  /** ms that never go back; @default the process' own */
  readonly clock?: () => number;
}

interface Asked<T> {
  readonly answer: Promise<T>;
  /** When it came; null while it is being made, however long that takes: nobody asks a second time. */
  told: number | null;
}

const KEPT_MS = 600_000;
const KEPT = 64;

export function createQuestions<T>({
  waitMs,
  clock = () => performance.now(),
}: QuestionsOptions): Questions<T> {
  const asked = new Map<string, Asked<T>>();

  function under(key: string, ask: () => Promise<T>): Promise<T> {
    const known = asked.get(key);
    if (known && (known.told === null || clock() - known.told < KEPT_MS)) return known.answer;
    const [oldest] = asked.keys();
    if (asked.size >= KEPT && oldest !== undefined) asked.delete(oldest);
    const entry: Asked<T> = { answer: ask(), told: null };
    // Deleted first: the newest stands last.
    asked.delete(key);
    asked.set(key, entry);
    entry.answer.then(
      () => {
        entry.told = clock();
      },
      () => {
        if (asked.get(key) === entry) asked.delete(key);
      },
    );
    return entry.answer;
  }

  return async (key, ask) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), waitMs);
    });
    try {
      return await Promise.race([under(key, ask), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
