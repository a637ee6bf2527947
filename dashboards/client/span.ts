/** The span of days that a drag, or Shift with arrows, marks on a chart. Indices are rows of the table twin. */

interface Place {
  readonly middle: number;
  readonly width: number;
}

export interface Span {
  readonly begin: (index: number) => void;
  readonly drag: (index: number, place: (index: number) => Place) => void;
  /** Grows the span from where it began, or from `from` when there is none. */
  readonly extend: (from: number, to: number, place: (index: number) => Place) => void;
  readonly isDragging: () => boolean;
  /** First and last day, null when nothing is marked. */
  readonly days: () => readonly [number, number] | null;
  /** Ends a drag and says what it marked. */
  readonly end: () => readonly [number, number] | null;
  readonly clear: () => void;
}

/** Adds the marked area to a chart, hidden until something is marked. */
export function addSpan(chart: HTMLElement): Span {
  const area = document.createElement("div");
  area.className = "span";
  area.hidden = true;
  chart.append(area);
  let anchor: number | null = null;
  let head = 0;
  let dragging = false;
  const days = (): readonly [number, number] | null =>
    anchor === null || area.hidden ? null : [Math.min(anchor, head), Math.max(anchor, head)];
  const draw = (to: number, place: (index: number) => Place) => {
    if (anchor === null) return;
    head = to;
    const first = place(Math.min(anchor, head));
    const last = place(Math.max(anchor, head));
    area.style.left = `${first.middle - first.width / 2}px`;
    area.style.width = `${last.middle - first.middle + first.width}px`;
    area.hidden = anchor === head;
  };
  return {
    begin(index) {
      anchor = index;
      head = index;
      dragging = true;
    },
    drag: draw,
    extend(from, to, place) {
      anchor ??= from;
      draw(to, place);
    },
    isDragging: () => dragging,
    days,
    end() {
      dragging = false;
      return days();
    },
    clear() {
      anchor = null;
      dragging = false;
      area.hidden = true;
    },
  };
}
