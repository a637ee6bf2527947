/** A chart with its title, which is the finding, its drawings, what the keyboard walk needs, and the way to take it home as
 *  a picture. */
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Words } from "../i18n/catalog.ts";
import { pictureName, picturePath } from "./links.ts";
import { PageContext } from "./page-context.ts";
import { Rich } from "./rich.tsx";

interface Props {
  readonly words: Words;
  readonly title: string;
  readonly sub: ComponentChildren;
  /** Where Enter on a day leads, with `{day}`; null = to the row of the table twin. */
  readonly open: string | null;
  /** Where a brushed span leads, with `{from}` and `{to}` (exclusive); null = no brush. */
  readonly brush?: string;
  /** How the keyboard walks it; `none` where every figure is printed; @default day by day along one axis */
  readonly walk?: "days" | "calendar" | "none";
  /** What the keys do, where it is not what they do on a chart of days. */
  readonly keys?: string;
  readonly children: ComponentChildren;
}

export function Chart({ words, title, sub, open, brush, walk = "days", keys, children }: Props) {
  const { shell } = words.t;
  return (
    <figure>
      <div class="ct">
        <h2>
          <Rich text={title} />
        </h2>
        <p class="sub">{sub}</p>
      </div>
      <div
        class="chart"
        {...(walk === "days" ? { "data-chart": shell.chart } : {})}
        {...(walk === "calendar" ? { "data-calendar": shell.chart } : {})}
        {...(walk === "none" ? {} : { "data-keys": keys ?? shell.keys })}
        {...(open ? { "data-open": open } : {})}
        {...(brush ? { "data-brush": brush } : {})}
      >
        {children}
      </div>
      <Pictures words={words} />
    </figure>
  );
}

/** The same chart as a file: SVG as it is, PNG made by the browser, so hidden without script. */
export function Pictures({ words }: { words: Words }) {
  const page = useContext(PageContext);
  if (!page) return null;
  page.charts += 1;
  const { shell } = words.t;
  return (
    <p class="dl pic">
      {shell.picture}{" "}
      <a href={picturePath(page.frame, page.charts)} download={pictureName(page.frame, page.charts)}>
        SVG
      </a>
      <button type="button" data-png hidden>
        PNG
      </button>
    </p>
  );
}
