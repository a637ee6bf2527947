/** Wakes the pad of the tally and lets a worker keep this page, so that it opens without a network. */
import { wakePad } from "./pad.ts";
import { openQueue } from "./queue.ts";

const pad = document.querySelector<HTMLElement>("[data-tally]");
if (pad) {
  void openQueue().then((queue) => wakePad(pad, queue));
  const scope = pad.dataset.scope ?? "/saisie/";
  // Over plain http on a network there are no workers: presses are kept all the same, the page is not.
  navigator.serviceWorker?.register("/sw.js", { scope }).catch(() => undefined);
}
