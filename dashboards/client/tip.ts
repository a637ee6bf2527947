/** The box with the values of one day: beside the day, inside the chart, kept until it is dismissed. */
import { describe, placeOf, type Shown } from "./days.ts";

export interface Tip {
  readonly show: (shown: Shown, index: number, row: HTMLTableRowElement) => void;
  readonly hide: () => void;
  readonly holds: (node: EventTarget | null) => boolean;
}

/** Adds the box and the line of a chart; both stay hidden until a day is shown. */
export function addTip(chart: HTMLElement): Tip {
  const line = document.createElement("div");
  line.className = "cursor";
  line.hidden = true;
  const box = document.createElement("div");
  box.className = "tip";
  box.hidden = true;
  chart.append(line, box);
  return {
    show(shown, index, row) {
      const { title, lines } = describe(row);
      const name = document.createElement("b");
      name.textContent = title;
      box.replaceChildren(name, ...lines.flatMap((text) => [text, document.createElement("br")]));
      const { middle } = placeOf(chart, shown, index);
      line.style.left = `${middle}px`;
      box.hidden = false;
      line.hidden = false;
      const width = box.offsetWidth;
      const right = middle + 12 + width <= chart.clientWidth;
      box.style.left = `${right ? middle + 12 : Math.max(0, middle - 12 - width)}px`;
      box.style.top = "72px";
    },
    hide() {
      box.hidden = true;
      line.hidden = true;
    },
    holds: (node) => node instanceof Node && box.contains(node),
  };
}
