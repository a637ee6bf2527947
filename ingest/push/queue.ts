/** Batches of one feed on their way into the store. While some are being written, those that arrive wait and are
 *  written together: the store takes one large batch as fast as a small one, and each sender is answered only once
 *  its own is stored. */

export interface Queue<Job, Answer> {
  /** Resolves with the job's own answer; null at once when too much is waiting.  @throws what `work` throws */
  put(job: Job, weight: number): Promise<Answer> | null;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly weight: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: unknown) => void;
}

/** @param work answers in the order of its jobs  @param atOnce weight of one turn of work, unless one job alone is
 *  heavier  @param most weight that may wait  @param lanes turns of work under way together */
export function createQueue<Job, Answer>(
  work: (jobs: readonly Job[]) => Promise<readonly Answer[]>,
  { atOnce, most, lanes }: { readonly atOnce: number; readonly most: number; readonly lanes: number },
): Queue<Job, Answer> {
  let waiting: Waiting<Job, Answer>[] = [];
  let weight = 0;
  const running = new Set<Promise<void>>();

  function next(): Waiting<Job, Answer>[] {
    let sum = 0;
    let count = 0;
    for (const { weight: each } of waiting) {
      if (count > 0 && sum + each > atOnce) break;
      sum += each;
      count++;
    }
    const taken = waiting.slice(0, count);
    waiting = waiting.slice(count);
    weight -= sum;
    return taken;
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const taken = next();
      try {
        const answers = await work(taken.map(({ job }) => job));
        for (const [i, { resolve, reject }] of taken.entries()) {
          const answer = answers[i];
          if (answer === undefined) reject(new Error("a job was not answered"));
          else resolve(answer);
        }
      } catch (cause) {
        for (const { reject } of taken) reject(cause);
      }
    }
  }

  function start(): void {
    const lane = run().finally(() => running.delete(lane));
    running.add(lane);
  }

  return {
    put(job, each) {
      if (weight + each > most) return null;
      return new Promise((resolve, reject) => {
        waiting.push({ job, weight: each, resolve, reject });
        weight += each;
        if (running.size < lanes) start();
      });
    },
    async idle() {
      await Promise.all(running);
    },
  };
}
