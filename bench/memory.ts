/** Memory of a worker that reads one file of 5 GB: till rows of some 100 bytes through reading, checking, mapping and
 *  the columns that go to the store, in a process of its own. The file comes through a pipe as it is written, so it is
 *  never stored; what goes to the store is dropped, as the store's memory is not the worker's. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const GB = 1e9;
/** As docs/operating.md says for workers: rows live briefly, and a large space for young ones is never given back. */
const FRUGAL = "--max-semi-space-size=8";

/** Prints the worker's highest memory; throws above `limitMb`. */
export async function benchMemory(bytes = 5 * GB, limitMb = 300): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-bench-"));
  const pipe = join(folder, "ventes.csv");
  execFileSync("mkfifo", [pipe]);
  const script = fileURLToPath(new URL("memory-worker.ts", import.meta.url));
  const worker = spawn(process.execPath, [FRUGAL, script, pipe], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    let answer = "";
    worker.stdout.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
    });
    const ended = once(worker, "exit");
    const rows = await Promise.race([
      writeSales(pipe, bytes),
      ended.then(() => Promise.reject(new Error("the worker ended early"))),
    ]);
    await ended;
    const [accepted = 0, peakMb = 0, seconds = 1] = answer.trim().split(" ").map(Number);
    if (accepted !== rows) throw new Error(`accepted ${accepted} of ${rows}`);
    const figures = `${(bytes / GB).toFixed(1)} GB, ${(rows / 1e6).toFixed(1)} M rows in ${seconds.toFixed(0)} s`;
    console.log(`a worker on one file of ${figures}: at most ${peakMb} MB (reach ${limitMb})`);
    if (peakMb > limitMb) throw new Error(`more than ${limitMb} MB`);
  } finally {
    worker.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sales over ten years, each with its own number; returns how many. */
async function writeSales(pipe: string, bytes: number): Promise<number> {
  const out = createWriteStream(pipe);
  out.write("Ticket;Date;Heure;Tarif;Qté;Montant TTC;Caisse;Libellé\n");
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    let text = "";
    for (let n = 0; n < 1000; n += 1) {
      rows += 1;
      const day = `${String((rows % 28) + 1).padStart(2, "0")}/${String((rows % 12) + 1).padStart(2, "0")}/${2016 + (rows % 10)}`;
      text += `T-${rows};${day};1${rows % 8}h${10 + (rows % 50)};Plein tarif – été;${1 + (rows % 4)};13,00;Caisse ${rows % 3};Visite libre du musée, entrée principale\n`;
    }
    written += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return rows;
}
