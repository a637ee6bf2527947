/** Reads a file of `memory.ts`, of tickets or of counts, as a run does and prints: records, highest memory in MB,
 *  seconds. */
import { pullFiles } from "../ingest/connectors/file/import-files.ts";
import { CheckedOptions } from "../ingest/connectors/file/options.ts";
import { planFeed } from "../ingest/connectors/file/plan.ts";
import { readFile } from "../ingest/connectors/file/read-file.ts";
import { type Candidate, noClosing } from "../ingest/connectors/file/sources.ts";
import { runStream } from "../ingest/runner.ts";
import { createHttpClient } from "../ingest/transport/http.ts";
import type { Store } from "../src/store/connect.ts";
import { createRecordSink } from "../src/store/record-sink.ts";
import { createStateStore } from "../src/store/state-store.ts";

const [pipe = "", kind = "tickets"] = process.argv.slice(2);
const isOfCounts = kind === "counts";
const now = Date.parse("2026-11-24T00:00:00Z");
const tickets = {
  id: "Ticket",
  date: "Date",
  time: "Heure",
  tariff: "Tarif",
  quantity: "Qté",
  amount: "Montant TTC",
};
const counts = {
  columns: { at: "Horodatage", entries: "Entrées", exits: "Sorties", gate: "Porte" },
  step: "PT15M",
};
const options = CheckedOptions.parse({ path: pipe, ...(isOfCounts ? counts : { columns: tickets }) });
const feed = { id: "till", site: "tank", sites: new Set(["tank"]), zone: "Europe/Paris", baseDir: "/" };
const plan = planFeed({ ...feed, options });

let staged = 0;
const dropping: Store = {
  database: "none",
  command: async () => undefined,
  rows: async (name) => (name === "plan_counts" ? [{ accepted: 0, revised: 0, planned: 0 }] : []),
  insert: async (_, __, bytes) => {
    staged += bytes.length;
  },
  close: async () => undefined,
};

const file: Candidate = {
  name: "ventes.csv",
  modified: now,
  fetch: async () => ({
    path: pipe,
    sha256: "bench",
    modified: now,
    dated: true,
    remember: {},
    unchanged: async () => true,
    dispose: noClosing,
  }),
};

const log = { info() {}, warn() {} };
const began = performance.now();
const run = await runStream(
  {
    feed: "till",
    sites: feed.sites,
    stream: {
      name: "rows",
      movable: !isOfCounts,
      windowed: false,
      rescans: [],
      pull: (context) =>
        pullFiles(context, {
          digest: plan.digest,
          zone: plan.zone,
          replacing: false,
          window: "rows",
          maxLoss: 0,
          maxBad: 0,
          find: async () => ({ files: [file], close: noClosing }),
          read: (path, reading) => readFile(path, plan, reading, log),
        }),
    },
  },
  {
    sink: createRecordSink(dropping, plan.zone, []),
    state: createStateStore(dropping),
    http: createHttpClient(),
    log,
    now: () => now,
    signal: new AbortController().signal,
  },
);
if (run.status !== "done" || staged === 0) throw new Error(`the run ended as ${run.status}: ${run.problem}`);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${run.counts.fetched} ${peakMb} ${seconds}\n`);
