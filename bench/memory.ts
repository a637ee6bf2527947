/** Memory of a worker that reads one large file: till rows of some 100 bytes, 5 GB of them, and counts of a door,
 *  through reading, checking, mapping and the columns that go to the store, in a process of its own. The file comes through a pipe as it is written, so it is
 *  never stored; what goes to the store is dropped, as the store's memory is not the worker's. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const GB = 1e9;
/** As a worker runs by docs/operating.md and src/commands/work.ts: rows live briefly, a large space for young ones is
 *  never given back, and a heap that may grow fourfold before it is cleared does. */
const FRUGAL = ["--max-semi-space-size=8", "--heap-growing-percent=50"];

type Kind = "tickets" | "counts";

/** Prints the worker's highest memory; throws above `limitMb`. */
export async function benchMemory(limitMb = 300): Promise<void> {
  await measure("counts", GB / 4, limitMb);
  await measure("tickets", 5 * GB, limitMb);
}

async function measure(kind: Kind, bytes: number, limitMb: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-bench-"));
  const pipe = join(folder, "ventes.csv");
  execFileSync("mkfifo", [pipe]);
  const script = fileURLToPath(new URL("memory-worker.ts", import.meta.url));
  const worker = spawn(process.execPath, [...FRUGAL, script, pipe, kind], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let answer = "";
    worker.stdout.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
    });
    const ended = once(worker, "exit");
    const rows = await Promise.race([
      write(pipe, bytes, kind),
      ended.then(() => Promise.reject(new Error("the worker ended early"))),
    ]);
    await ended;
    const [accepted = 0, peakMb = 0, seconds = 1] = answer.trim().split(" ").map(Number);
    const facts = kind === "counts" ? 2 * rows : rows;
    if (accepted !== facts) throw new Error(`accepted ${accepted} of ${facts}`);
    const figures = `${(bytes / GB).toFixed(1)} GB, ${(rows / 1e6).toFixed(1)} M rows in ${seconds.toFixed(0)} s`;
    console.log(`a worker on one file of ${kind}, ${figures}: at most ${peakMb} MB (reach ${limitMb})`);
    if (peakMb > limitMb) throw new Error(`more than ${limitMb} MB`);
  } finally {
    worker.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes rows in the order of time until there are enough bytes; returns how many. */
async function write(pipe: string, bytes: number, kind: Kind): Promise<number> {
  const out = createWriteStream(pipe);
  out.write(HEADS[kind]);
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    let text = "";
    for (let n = 0; n < 1000; n += 1) text += kind === "counts" ? count(++rows) : sale(++rows);
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return rows;
}

const HEADS: Readonly<Record<Kind, string>> = {
  tickets: "Ticket;Date;Heure;Tarif;Qté;Montant TTC;Caisse;Libellé\n",
  counts: "Porte;Horodatage;Entrées;Sorties\n",
};

/** A sale of ten years, with its own number. */
function sale(n: number): string {
  const day = `${String((n % 28) + 1).padStart(2, "0")}/${String((n % 12) + 1).padStart(2, "0")}/${2016 + (n % 10)}`;
  return `T-${n};${day};1${n % 8}h${10 + (n % 50)};Plein tarif – été;${1 + (n % 4)};13,00;Caisse ${n % 3};Visite libre du musée, entrée principale\n`;
}

const GATES = 500;
const QUARTER_MS = 900_000;
const FIRST = Date.parse("1990-01-01T00:00:00Z");

/** A quarter hour of one of many doors. */
function count(n: number): string {
  const at = new Date(FIRST + Math.floor(n / GATES) * QUARTER_MS).toISOString().slice(0, 19);
  return `P${n % GATES};${at}Z;${n % 90};${n % 70}\n`;
}
