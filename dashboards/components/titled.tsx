/** A chart where there is something to draw; else its title with what is not known, and no picture to take home. */
import type { ComponentChildren } from "preact";
import type { Words } from "../i18n/catalog.ts";
import { Chart } from "./chart.tsx";
import { Rich } from "./rich.tsx";

interface Props {
  readonly words: Words;
  readonly title: string;
  readonly sub: string;
  readonly drawn: boolean;
  readonly children?: ComponentChildren;
}

export function Titled({ words, title, sub, drawn, children }: Props) {
  if (drawn)
    return (
      <Chart words={words} title={title} sub={<Rich text={sub} />} open={null} walk="none">
        {children}
      </Chart>
    );
  return (
    <section>
      <div class="ct">
        <h2>
          <Rich text={title} />
        </h2>
        <p class="sub">
          <Rich text={sub} />
        </p>
      </div>
      {children}
    </section>
  );
}
