/** What learning and forecasting cost, and how that grows with the number of sites. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { printTable, yes } from "./table.ts";
import { ONE_SITE, TRAINING } from "./targets.ts";

/** Of one fit on all sites together. */
export interface FitCost {
  readonly model: string;
  readonly cpuSeconds: number;
  /** Most memory that the process has held, MB, counts included. */
  readonly peakMb: number;
  /** Median time to forecast 168 hours × 3 quantiles of one site with what was learned, ms. */
  readonly oneSiteMs: number;
}

const CHILD = fileURLToPath(new URL("../forecast-fit.ts", import.meta.url));
const HALF_HOUR_MS = 1_800_000;
const SITES = [10, 100, 300];
/** Growth beyond this, a site, counts as worse than linear; less cannot be measured. */
const TOLERANCE = 1.1;

async function costOf(folder: string, sites: number): Promise<FitCost> {
  const options = { timeout: HALF_HOUR_MS, killSignal: "SIGKILL" } as const;
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, folder, String(sites)], options);
  return JSON.parse(stdout);
}

/** Prints the rows of training and of one site's forecast. */
export async function printCost(folder: string): Promise<void> {
  const { model, cpuSeconds, peakMb, oneSiteMs } = await costOf(folder, 32);
  console.log(`— cost, hourly, ${model}`);
  const row = (label: string, figure: number, digits: number, reach: number, aim?: number) => [
    label,
    figure.toFixed(digits),
    String(reach),
    yes(figure <= reach),
    ...(aim === undefined ? ["–", ""] : [String(aim), yes(figure <= aim)]),
  ];
  printTable(
    ["", "measured", "reach", "", "aim", ""],
    [
      row("learning from 32 sensors × 2 years, CPU s", cpuSeconds, 1, TRAINING.reach, TRAINING.aim),
      row("the same, most memory, MB", peakMb, 0, TRAINING.memory),
      row("one site, 168 h × 3 quantiles, model loaded, ms", oneSiteMs, 2, ONE_SITE.reach, ONE_SITE.aim),
    ],
  );
}

/** Prints what 10, 100 and 300 sites cost, and whether any step costs more a site than the one before. */
export async function printGrowth(folder: string): Promise<void> {
  const costs: FitCost[] = [];
  for (const sites of SITES) costs.push(await costOf(folder, sites));
  const perSite = costs.map(({ cpuSeconds }, i) => cpuSeconds / (SITES[i] ?? 1));
  const linear = perSite.map((own, i) => i === 0 || own <= TOLERANCE * (perSite[i - 1] ?? 0));
  console.log(`— growth, hourly, 2 years, ${costs[0]?.model}`);
  printTable(
    ["sites", "CPU s", "a site", "memory, MB", "one site, ms", "no worse than linear"],
    costs.map(({ cpuSeconds, peakMb, oneSiteMs }, i) => [
      String(SITES[i]),
      cpuSeconds.toFixed(1),
      (perSite[i] ?? 0).toFixed(3),
      peakMb.toFixed(0),
      oneSiteMs.toFixed(2),
      i === 0 ? "" : yes(linear[i] === true),
    ]),
  );
}
