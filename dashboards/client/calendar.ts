/** The calendar by keyboard and pointer: left and right walk the weeks, up and down the days, Home and End jump, Enter
 *  opens the day's week, Escape closes. What a day says stands in the table twin. */

/** Where days stand in a drawing, as the server wrote it. */
interface Grid {
  readonly plot: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly first: number;
  readonly count: number;
  /** Weekday of the first day drawn, weeks a strip, then pixels: a row, the first row, strip to strip. */
  readonly offset: number;
  readonly weeks: number;
  readonly row: number;
  readonly top: number;
  readonly strip: number;
}

const DAY_MS = 86_400_000;

export function wakeCalendars(root: ParentNode): void {
  for (const chart of root.querySelectorAll<HTMLElement>("[data-calendar]")) wakeCalendar(chart);
}

function wakeCalendar(chart: HTMLElement): void {
  const days = readDays();
  const tip = document.createElement("div");
  tip.className = "tip";
  const frame = document.createElement("div");
  frame.className = "day-frame";
  const live = document.createElement("p");
  live.className = "vh";
  live.setAttribute("role", "status");
  chart.append(frame, tip, live);
  const title = chart.closest("figure")?.querySelector("h2")?.textContent ?? "";
  chart.tabIndex = 0;
  chart.setAttribute("role", "application");
  chart.setAttribute("aria-label", `${title}. ${chart.dataset.calendar ?? ""}. ${chart.dataset.keys ?? ""}`);
  let at: number | null = null;
  let pinned = false;

  const close = () => {
    at = null;
    pinned = false;
    tip.hidden = true;
    frame.hidden = true;
  };
  const show = (grid: Grid, index: number): string => {
    at = index;
    const { day = "", said = "" } = days[index] ?? {};
    const name = fullDay(day);
    const head = document.createElement("b");
    head.textContent = name;
    tip.replaceChildren(head, said);
    tip.hidden = false;
    frame.hidden = false;
    const box = boxOf(chart, grid, index);
    Object.assign(frame.style, px(box));
    // Under its strip, so that it never lies between the pointer and another day.
    const most = Math.max(0, chart.clientWidth - tip.offsetWidth);
    tip.style.left = `${Math.min(most, Math.max(0, box.left + box.width / 2 - tip.offsetWidth / 2))}px`;
    tip.style.top = `${underStrip(chart, grid, index)}px`;
    return `${name}. ${said}`;
  };
  const walk = (key: string) => {
    const grid = shown(chart);
    if (!grid) return;
    const last = grid.first + grid.count - 1;
    const from = at ?? (key === "ArrowLeft" || key === "ArrowUp" ? last + 1 : grid.first - 1);
    const one = at === null ? 1 : 7;
    const moves: Record<string, number> = {
      ArrowLeft: from - one,
      ArrowRight: from + one,
      ArrowUp: from - 1,
      ArrowDown: from + 1,
      Home: grid.first,
      End: last,
    };
    pinned = true;
    live.textContent = show(grid, Math.max(grid.first, Math.min(last, moves[key] ?? from)));
  };
  const open = () => {
    const day = at === null ? undefined : days[at]?.day;
    if (day === undefined || !chart.dataset.open) return;
    const time = Date.parse(`${day}T00:00:00Z`);
    const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS;
    location.href = chart.dataset.open
      .replace("{from}", iso(monday))
      .replace("{to}", iso(monday + 7 * DAY_MS))
      .replace("{day}", day);
  };

  close();
  chart.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    if (event.key === "Enter") return open();
    if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    walk(event.key);
  });
  chart.addEventListener("blur", close);
  chart.addEventListener("pointermove", (event) => {
    const grid = shown(chart);
    if (!grid || pinned || (event.target instanceof Node && tip.contains(event.target))) return;
    const index = indexAt(grid, event.clientX, event.clientY);
    if (index === null) close();
    else show(grid, index);
  });
  chart.addEventListener("pointerdown", (event) => {
    const grid = shown(chart);
    const index = grid && indexAt(grid, event.clientX, event.clientY);
    if (!grid || index === null) return;
    show(grid, index);
    pinned = true;
  });
  chart.addEventListener("dblclick", open);
  chart.addEventListener("pointerleave", () => {
    if (!pinned) close();
  });
}

/** The drawing that the style sheet shows. */
function shown(chart: Element): Grid | null {
  for (const plot of chart.querySelectorAll<HTMLElement>("[data-grid]")) {
    const svg = plot.querySelector("svg");
    if (!svg || plot.getClientRects().length === 0) continue;
    const [offset = 0, weeks = 1, row = 1, top = 0, strip = 1] = (plot.dataset.grid ?? "")
      .split(" ")
      .map(Number);
    const [first, count] = [Number(plot.dataset.first), Number(plot.dataset.count)];
    return { plot, svg, first, count, offset, weeks, row, top, strip };
  }
  return null;
}

/** Index among all days; null beside the days drawn. */
function indexAt(
  { svg, first, count, offset, weeks, row, top, strip }: Grid,
  x: number,
  y: number,
): number | null {
  const box = svg.getBoundingClientRect();
  const n = Math.max(0, Math.floor((y - box.top - top) / strip));
  const below = y - box.top - top - n * strip;
  // The weekend stands a little apart.
  const day = Math.floor((below > 5 * row ? below - 4 : below) / row);
  const column = Math.floor(((x - box.left) / box.width) * weeks);
  const index = (n * weeks + column) * 7 + day - offset;
  const inside = day >= 0 && day < 7 && column >= 0 && column < weeks && index >= 0 && index < count;
  return inside ? first + index : null;
}

/** A day's cell in pixels of the chart. */
function boxOf(chart: Element, { svg, first, offset, weeks, row, top, strip }: Grid, index: number) {
  const box = svg.getBoundingClientRect();
  const outer = chart.getBoundingClientRect();
  const place = index - first + offset;
  const week = Math.floor(place / 7);
  const day = place % 7;
  const width = box.width / weeks;
  return {
    left: box.left - outer.left + (week % weeks) * width,
    top: box.top - outer.top + Math.floor(week / weeks) * strip + top + day * row + (day > 4 ? 4 : 0),
    width,
    height: row,
  };
}

/** Pixels from the top of the chart to just under the Sundays of a day's strip. */
function underStrip(
  chart: Element,
  { svg, first, offset, weeks, row, top, strip }: Grid,
  index: number,
): number {
  const above = svg.getBoundingClientRect().top - chart.getBoundingClientRect().top;
  const n = Math.floor((index - first + offset) / 7 / weeks);
  return above + n * strip + top + 7 * row + 8;
}

function px(box: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(box).map(([name, value]) => [name, `${value}px`]));
}

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What the table twin says of each day: a row holds the days of a week, apart by dots, each after its short name. */
function readDays(): { readonly day: string; readonly said: string }[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("#twin tr[id^=d]")].flatMap((row) => {
    const first = Date.parse(`${row.id.slice(1)}T00:00:00Z`);
    return (row.cells[row.cells.length - 1]?.textContent ?? "")
      .split(" · ")
      .map((text, i) => ({ day: iso(first + i * DAY_MS), said: text.replace(/^\S+ /, "") }));
  });
}

/** As the server writes days: 1er in French, British order in English. */
function fullDay(day: string): string {
  const { lang } = document.documentElement;
  if (day === "") return "";
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    dateStyle: "full",
    timeZone: "UTC",
  });
  const text = format.format(Date.parse(`${day}T00:00:00Z`));
  return lang === "fr" ? text.replace(/ 1 /, " 1er ") : text;
}
