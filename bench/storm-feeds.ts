/** Storm of many feeds, four workers and everything that can go wrong around them. */
import { ALLOWANCE_DAYS, feedStorm, type StormResult } from "../tests/support/feed-storm/storm.ts";

const DAY = 86_400_000;

/** True when the store equals the sources, no feed is behind and no feed had two writers. */
export async function stormOfFeeds(minutes: number, seed: number): Promise<boolean> {
  const began = Date.now();
  process.once("SIGINT", () => process.exit(130));
  const stamp = () => `${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s`;
  let right = false;
  const say = (line: string) => console.log(`${stamp()}  ${line}`);
  const tell = (result: StormResult) => {
    right = print(result);
  };
  await feedStorm({ minutes, seed, say, tell });
  return right;
}

function print(result: StormResult): boolean {
  const days = (ms: number) => `${(ms / DAY).toFixed(1)} d`;
  console.table(
    Object.fromEntries(
      result.feeds.map(({ id, facts, wrongFacts, wrongQuarters, wrongDays, ...rest }) => [
        id,
        {
          ...{ facts, "wrong facts": wrongFacts, "wrong quarters": wrongQuarters, "wrong days": wrongDays },
          "most behind": days(rest.mostBehind),
          "behind at the end": days(rest.behindAtEnd),
          "a minute later": days(rest.behindAfter),
        },
      ]),
    ),
  );
  for (const { id, examples } of result.feeds)
    for (const example of examples) console.log(`${id}: ${example}`);
  console.log(
    [...result.endings]
      .sort()
      .map(([what, n]) => `${what} ${n}`)
      .join("; "),
  );
  const { heldTwice, looks, overlaps } = result;
  console.log(
    `held by two workers: ${heldTwice} of ${looks} looks; runs of a stream side by side: ${overlaps}`,
  );
  const wrong = result.feeds.reduce(
    (sum, feed) => sum + feed.wrongFacts + feed.wrongQuarters + feed.wrongDays,
    0,
  );
  const late = result.feeds.filter(
    ({ behindAtEnd, behindAfter }) =>
      behindAtEnd > ALLOWANCE_DAYS * DAY || behindAfter > (ALLOWANCE_DAYS * DAY) / 100,
  );
  for (const { id } of late) console.log(`${id} is more than its allowance behind`);
  const right = wrong + late.length + heldTwice + overlaps === 0;
  console.log(right ? "nothing lost, nothing doubled, nobody behind" : `${wrong} facts or buckets are wrong`);
  return right;
}
