/** Reads a drawn chart back: which drawing is shown, where a day stands in it, and what the table twin says about it. */

/** The drawing that the style sheet shows, null when none is. */
export interface Shown {
  readonly plot: HTMLElement;
  readonly svg: SVGSVGElement;
  /** Days drawn, and the row of the table that the first of them is. */
  readonly count: number;
  readonly first: number;
}

export function shownPlot(chart: Element): Shown | null {
  for (const plot of chart.querySelectorAll(".plot")) {
    const svg = plot.querySelector("svg");
    if (plot instanceof HTMLElement && svg && plot.getClientRects().length > 0)
      return { plot, svg, count: Number(plot.dataset.count), first: Number(plot.dataset.first) };
  }
  return null;
}

/** Pixels from the left edge of the chart to the middle of a day, and the width of a day. */
export function placeOf(
  chart: Element,
  shown: Shown,
  index: number,
): { readonly middle: number; readonly width: number } {
  const plot = shown.svg.getBoundingClientRect();
  const width = plot.width / shown.count;
  return {
    middle: plot.left - chart.getBoundingClientRect().left + (index - shown.first + 0.5) * width,
    width,
  };
}

/** Row of the table under a pointer, kept inside the drawing. */
export function indexAt(shown: Shown, clientX: number): number {
  const plot = shown.svg.getBoundingClientRect();
  const slot = Math.floor(((clientX - plot.left) / plot.width) * shown.count);
  return shown.first + Math.max(0, Math.min(shown.count - 1, slot));
}

/** Rows of the table twin, one a day, in the order of the chart. */
export function dayRows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("#twin tbody tr")];
}

/** Day `YYYY-MM-DD` of a row, empty when it has none. */
export function dayOf(row: Element | undefined): string {
  return row?.id.slice(1) ?? "";
}

/** Name of the day and its values with the names of their columns; empty cells are left out. */
export function describe(row: HTMLTableRowElement): {
  readonly title: string;
  readonly lines: readonly string[];
} {
  const heads = row.closest("table")?.querySelectorAll("thead th") ?? [];
  const names = [...heads].map((cell) => cell.textContent?.trim() ?? "");
  const cells = [...row.cells].map((cell) => cell.textContent?.trim() ?? "");
  const [title = "", ...values] = cells;
  const colon = document.documentElement.lang === "fr" ? "\u00a0: " : ": ";
  const last = names.length - 2;
  const lines = values.flatMap((value, i) => {
    if (value === "" || value === "—") return [];
    // The last column is a sentence of its own where it holds no number.
    return [i === last && !/^[\d≈≥−+]/.test(value) ? value : `${names[i + 1]}${colon}${value}`];
  });
  return { title, lines };
}
