/** A chart with its title, which is the finding, its drawings and what the keyboard walk needs. */
import type { ComponentChildren } from "preact";
import type { Words } from "../i18n/catalog.ts";
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
    </figure>
  );
}
