/** Wakes what the server has drawn: walks through charts, copies figures, refreshes the board. Without it every page
 *  reads the same. */
import { wakeCalendars } from "./calendar.ts";
import { wakeCharts } from "./chart.ts";
import { wakeCopy } from "./copy.ts";
import { wakeLive } from "./live.ts";
import { wakePng } from "./png.ts";
import { wakeRefresh } from "./refresh.ts";

function wake(root: ParentNode): void {
  wakeCharts(root);
  wakeCalendars(root);
  wakeCopy(root);
  wakePng(root);
}

wake(document);
// On paper: where this is to be found. The server does not know under which name it is reached.
for (const place of document.querySelectorAll("[data-address]")) place.textContent = location.href;
document.addEventListener("beffroi-redrawn", ({ target }) => {
  if (target instanceof Element) wake(target);
});
const refresh = wakeRefresh(document, wake);
if (refresh) wakeLive(document, refresh);
