/** So many askers on one address, each waiting for its reply before the next; prints the milliseconds of every ask as
 *  a JSON list. `node bench/load.ts URL ASKERS ASKS`, loopback only. */
import { Agent, request } from "node:http";

const [, , url = "", askers = "8", asks = "1000"] = process.argv;
if (new URL(url).hostname !== "127.0.0.1")
  throw new Error(`invalid address: ${url} (only 127.0.0.1 is asked)`);

const agent = new Agent({ keepAlive: true, maxSockets: Number(askers) });
const times: number[] = [];
let left = Number(asks);

async function asker(): Promise<void> {
  while (left-- > 0) {
    const began = performance.now();
    await get();
    times.push(performance.now() - began);
  }
}

function get(): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (reply) => {
      reply.resume();
      reply.on("end", () => {
        if (reply.statusCode === 200) resolve();
        else reject(new Error(`status ${reply.statusCode}`));
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

await Promise.all(Array.from({ length: Number(askers) }, asker));
agent.destroy();
process.stdout.write(JSON.stringify(times));
