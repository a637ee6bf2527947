/** `npm run storm`: many kills of ingestion and of its engine, in full length. `npm run storm -- feeds --minutes 30`:
 *  feeds of many systems and four workers in fast motion. Prints the figures; exits 1 when anything is wrong. */
import { parseArgs } from "node:util";
import { stormOfFeeds } from "./storm-feeds.ts";
import { stormOfKills } from "./storm-kills.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "30" }, seed: { type: "string", default: "20261127" } },
});
const right =
  positionals[0] === "feeds"
    ? await stormOfFeeds(Number(values.minutes), Number(values.seed))
    : await stormOfKills();
process.exit(right ? 0 : 1);
