/** Charts by keyboard and pointer. Tab reaches the chart; arrows walk the days, Home and End jump, Enter opens the day,
 *  Escape closes; Shift with arrows, or a drag, marks a span where the chart can be zoomed. */

import { dayOf, dayRows, describe, indexAt, placeOf, shownPlot } from "./days.ts";
import { addSpan } from "./span.ts";
import { addTip } from "./tip.ts";

export function wakeCharts(root: ParentNode): void {
  for (const chart of root.querySelectorAll<HTMLElement>("[data-chart]")) wakeChart(chart);
}

function wakeChart(chart: HTMLElement): void {
  const rows = dayRows();
  const tip = addTip(chart);
  const span = addSpan(chart);
  const live = document.createElement("p");
  live.className = "vh";
  live.setAttribute("role", "status");
  chart.append(live);
  const title = chart.closest("figure")?.querySelector("h2")?.textContent ?? "";
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-label", `${title}. ${chart.dataset.chart ?? ""}. ${chart.dataset.keys ?? ""}`);
  let at: number | null = null;
  let pinned = false;

  const show = (index: number) => {
    const shown = shownPlot(chart);
    const row = rows[index];
    if (!shown || !row) return;
    at = index;
    tip.show(shown, index, row);
  };
  const close = () => {
    pinned = false;
    at = null;
    span.clear();
    tip.hide();
  };
  const walk = (key: string, extend: boolean) => {
    const shown = shownPlot(chart);
    if (!shown) return;
    const last = Math.min(rows.length, shown.first + shown.count) - 1;
    const from = at ?? (key === "ArrowLeft" ? last + 1 : shown.first - 1);
    const moves: Record<string, number> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      Home: shown.first,
      End: last,
    };
    const to = Math.max(shown.first, Math.min(last, moves[key] ?? from));
    if (extend) span.extend(at ?? to, to, (index) => placeOf(chart, shown, index));
    else span.clear();
    pinned = true;
    show(to);
    const row = rows[to];
    if (!row) return;
    const { title: day, lines } = describe(row);
    live.textContent = `${day}. ${lines.join(". ")}`;
  };

  chart.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      event.preventDefault();
      return walk(event.key, event.shiftKey && chart.dataset.brush !== undefined);
    }
    if (event.key === "Enter" && at !== null) {
      if (!go(chart, span.days(), rows)) open(chart, rows[at]);
    }
  });
  chart.addEventListener("blur", close);
  chart.addEventListener("pointermove", (event) => {
    const shown = shownPlot(chart);
    if (!shown || tip.holds(event.target)) return;
    const index = indexAt(shown, event.clientX);
    if (span.isDragging()) span.drag(index, (i) => placeOf(chart, shown, i));
    if (!pinned || span.isDragging()) show(index);
  });
  chart.addEventListener("pointerdown", (event) => {
    const shown = shownPlot(chart);
    if (!shown || tip.holds(event.target) || event.button !== 0) return;
    const index = indexAt(shown, event.clientX);
    pinned = true;
    show(index);
    if (chart.dataset.brush !== undefined && event.pointerType === "mouse") {
      span.begin(index);
      chart.setPointerCapture(event.pointerId);
    }
  });
  chart.addEventListener("pointerup", () => {
    if (span.isDragging() && !go(chart, span.end(), rows)) span.clear();
  });
  chart.addEventListener("dblclick", () => {
    if (at !== null) open(chart, rows[at]);
  });
  chart.addEventListener("pointerleave", () => {
    if (!pinned) close();
  });
}

/** Follows a brushed span of at least two days. */
function go(chart: HTMLElement, days: readonly [number, number] | null, rows: readonly Element[]): boolean {
  const address = chart.dataset.brush;
  if (!days || !address || days[1] - days[0] < 1) return false;
  const from = dayOf(rows[days[0]]);
  const to = new Date(Date.parse(`${dayOf(rows[days[1]])}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10);
  location.href = address.replace("{from}", from).replace("{to}", to);
  return true;
}

/** Opens a day: its own page where it has one, else its row in the table twin. */
function open(chart: HTMLElement, row: HTMLTableRowElement | undefined): void {
  if (!row) return;
  if (chart.dataset.open && row.querySelector("a")) {
    location.href = chart.dataset.open.replace("{day}", dayOf(row));
    return;
  }
  const twin = document.querySelector("#twin");
  if (twin instanceof HTMLDetailsElement) twin.open = true;
  row.tabIndex = -1;
  row.focus();
}
