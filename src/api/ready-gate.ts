/** Whether there is something to show. Once there is, nobody asks again: what breaks later is an error of its own. */
import type { Readiness } from "./views.ts";

export function readyGate(ready: () => Promise<Readiness>): () => Promise<Readiness> {
  let open = false;
  return async () => {
    if (open) return { ready: true };
    const state = await ready();
    open = state.ready;
    return state;
  };
}
