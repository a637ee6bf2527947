/** `npm run bench:forecast -- --data <folder of public counts>`: forecasts on rolling origins, beside the simple rule and
 *  the npm peers on the same windows, with what has to be reached.
 *  --task hourly,museums,streets,bookings,bookings-young,cost: some parts only; --all: every origin that the rule gives;
 *  --parts: what the served model is made of as well; --scale: what 10, 100 and 300 sites cost; --territory: the sum of
 *  sites instead */
import { parseArgs } from "node:util";
import { seasonalNaive } from "../src/forecast/models/seasonal-naive.ts";
import { compareRuns, type Row } from "./forecast/compare.ts";
import { printCost, printGrowth } from "./forecast/cost.ts";
import { hasCounts } from "./forecast/data.ts";
import { MODELS, PARTS } from "./forecast/models.ts";
import { loadPeers } from "./forecast/peers/load.ts";
import { printRows, printTally } from "./forecast/table.ts";
import { readTask, type Task, type TaskName } from "./forecast/tasks.ts";
import { printTerritory } from "./forecast/territory.ts";
import { type Run, runModel } from "./forecast/windows.ts";

const TASKS: readonly TaskName[] = ["hourly", "museums", "streets", "bookings", "bookings-young"];
/** CPU seconds of a peer and task after which it is given no further origin. */
const PEER_SECONDS = 150;

const { values: args } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    task: { type: "string", default: [...TASKS, "cost"].join(",") },
    all: { type: "boolean", default: false },
    parts: { type: "boolean", default: false },
    scale: { type: "boolean", default: false },
    territory: { type: "boolean", default: false },
  },
});
if (!hasCounts(args.data)) throw new Error(`invalid data: ${args.data} (no public counts in this folder)`);
const asked = args.task.split(",");
const tasks = TASKS.filter((name) => asked.includes(name));

async function compareAll(): Promise<void> {
  console.log(
    "MASE, or pinball loss over the mean count; × = relative to seasonal-naive on the same windows",
  );
  console.log("* = answered only some of the windows; the others are left out of its figure\n");
  const { peers, broken } = await loadPeers();
  for (const reason of broken) console.log(reason);
  const all: Row[] = [];
  for (const name of tasks) {
    const task = readTask(name, args.data, args.all);
    const most = args.all ? Number.POSITIVE_INFINITY : PEER_SECONDS;
    const runs = [
      runModel(task, seasonalNaive(7)),
      ...[...MODELS[name], ...(args.parts ? PARTS[name] : [])].map((model) => runModel(task, model)),
      ...peers.map((peer) => runModel(task, peer, most)),
    ];
    tell(task, runs);
    const rows = compareRuns(task, runs, peers.length);
    printRows(
      runs.map(({ model }) => model),
      rows,
    );
    console.log();
    // Beside the bookings, not of the table: no other task is scored so young.
    if (name !== "bookings-young") all.push(...rows);
  }
  printTally(all);
}

function tell({ name, origins, counts }: Task, runs: readonly Run[]): void {
  const holiday = origins.filter(({ weeks }) => weeks === "holiday").length;
  const weeks = holiday > 0 ? `, ${holiday} of them with a holiday in their week` : "";
  const times = runs.map(({ model, cpuSeconds, left }) => {
    const late = left > 0 ? `, ${left} origins left out` : "";
    const each = (1000 * cpuSeconds) / ((origins.length - left) * counts.set.series.length);
    return `${model} ${cpuSeconds.toFixed(1)} (${each.toFixed(0)} ms a series${late})`;
  });
  console.log(`— ${name}: ${origins.length} origins${weeks}; CPU s: ${times.join(", ")}`);
}

if (args.territory) {
  for (const name of tasks.filter((task) => !task.startsWith("bookings"))) {
    const task = readTask(name, args.data, args.all);
    for (const model of MODELS[name]) printTerritory(task, model);
  }
} else {
  if (tasks.length > 0) await compareAll();
  if (asked.includes("cost")) await printCost(args.data);
  if (args.scale) await printGrowth(args.data);
}
