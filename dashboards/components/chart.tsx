/** A chart with its title, which is the finding, its drawings, what the keyboard walk needs, and the way to take it home as
 *  a picture. */
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Words } from "../i18n/catalog.ts";
import { picturePath } from "./links.ts";
import { PageContext } from "./page-context.ts";
import { Rich } from "./rich.tsx";

interface Props {
  readonly words: Words;
  readonly title: string;
  readonly sub: ComponentChildren;
  /** Where Enter on a day leads, with `{day}`; null = to the row of the table twin; `none` = its values stand in a table
   *  beside it, and nobody walks through it. */
  readonly open: string | null;
  /** Where a brushed span leads, with `{from}` and `{to}` (exclusive); null = no brush. */
  readonly brush?: string;
  readonly children: ComponentChildren;
}

export function Chart({ words, title, sub, open, brush, children }: Props) {
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
        {...(open === "none" ? {} : { "data-chart": shell.chart, "data-keys": shell.keys })}
        {...(open && open !== "none" ? { "data-open": open } : {})}
        {...(brush ? { "data-brush": brush } : {})}
      >
        {children}
      </div>
      <Pictures words={words} />
    </figure>
  );
}

/** The same chart as a file: SVG as it is, PNG made by the browser, so hidden without script. */
function Pictures({ words }: { words: Words }) {
  const page = useContext(PageContext);
  if (!page) return null;
  page.charts += 1;
  const { shell } = words.t;
  const href = picturePath(page.frame, page.charts);
  return (
    <p class="dl pic">
      {shell.picture}{" "}
      <a href={href} download>
        SVG
      </a>
      <span data-png={href} hidden>
        {" · "}
        <button type="button">PNG</button>
      </span>
    </p>
  );
}
