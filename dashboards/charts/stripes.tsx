/** The stripes as a drawing, with each feed's name on the left and, where it is not well now, how it is on
 *  the right. */
import { WeekendBands } from "./marks.tsx";
import { Plot, Stretch } from "./plot.tsx";
import type { Run } from "./runs.ts";
import type { StripesLayout } from "./stripes-layout.ts";
import { type WeekName, WeekNames, WeekRules } from "./week-axis.tsx";

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: StripesLayout;
  readonly label: string;
  readonly count: number;
  readonly first: number;
  /** Pixels at the narrowest and at the usual width. */
  readonly widths: { readonly width: number; readonly usual: number };
  readonly top: number;
  readonly names: readonly {
    readonly name: string;
    readonly kind: string;
    readonly now: string;
  }[];
  readonly weeks: readonly WeekName[];
  readonly weekends: readonly Run[];
}

export function Stripes({ form, layout, label, count, first, widths, top, names, weeks, weekends }: Props) {
  const { bottom, lanes } = layout;
  return (
    <Plot form={form} height={bottom + 28} label={label} count={count} first={first} bare={true}>
      <Stretch count={count} height={bottom + 22}>
        <WeekendBands runs={weekends} count={count} top={top} bottom={bottom} />
        <WeekRules weeks={weeks} top={top} bottom={bottom + 22} />
        <path d={lanes.map((lane) => `M0 ${lane.top + 0.5}H${count}`).join("")} class="l-grid" />
        <path d={layout.solid} class="f-acc" />
        <path d={layout.late} class="l-ink today" />
        <path d={layout.corrected} class="l-bg dot" stroke-width="7" />
        <path d={layout.missing} class="miss f-bg" />
        <path d={layout.suspect} class="f-bg l-edge" />
        <path d={layout.crosses} class="l-ink today" />
        <path d={layout.due} class="l-n1 today" />
      </Stretch>
      <WeekNames
        weeks={weeks}
        count={count}
        step={widths.width / count}
        usual={widths.usual / count}
        y={bottom + 18}
      />
      <line x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} class="l-ink" />
      {lanes.map((lane, i) => (
        <>
          <line
            x1="0"
            x2="100%"
            y1={lane.top + 0.5}
            y2={lane.top + 0.5}
            class={i === 0 ? "l-ink" : "l-grid"}
          />
          <text x="0" y={lane.top + 17} class="b halo">
            {names[i]?.name}
            <tspan dx="6" class="small">
              {names[i]?.kind}
            </tspan>
          </text>
          {names[i]?.now && (
            <text x="100%" y={lane.top + 17} class="e b halo">
              {names[i]?.now}
            </text>
          )}
        </>
      ))}
      <line x1="0" x2="100%" y1={bottom + 0.5} y2={bottom + 0.5} class="l-ink" />
    </Plot>
  );
}
