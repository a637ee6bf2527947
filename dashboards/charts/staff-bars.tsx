/** Draws a week at the desk at one width: need as bars, plan as a line of ink, what is missing as a mark with its number. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import { Flag } from "./flag.tsx";
import { HatchedRuns, Label, WeekendBands } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";
import type { StaffFrame, StaffLayout } from "./staff-layout.ts";

export interface StaffTexts {
  readonly label: string;
  readonly unit: string;
  readonly missing: (people: number) => string;
  /** Name and, where there is room, hours of each day. */
  readonly days: readonly { readonly name: string; readonly hours: string; readonly open: boolean }[];
  /** Where now is, in the units of x; null in other weeks. */
  readonly now: { readonly x: number; readonly flag: string; readonly width: number } | null;
}

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: StaffLayout;
  readonly frame: StaffFrame;
  readonly texts: StaffTexts;
  readonly format: Format;
}

export function StaffBars({ form, layout, frame, texts, format }: Props) {
  const { top, bottom } = layout.scale;
  const days = texts.days.length;
  const count = days * frame.span;
  const wide = form === "wide";
  const height = bottom + (wide ? 56 : 40);
  const at = (x: number) => percent(x, count);
  const bands = { count: days, top, bottom };
  const { now } = texts;
  return (
    <Plot form={form} height={height} label={texts.label} count={days} first={0}>
      <Stretch count={days} height={height}>
        <WeekendBands runs={layout.weekends} {...bands} />
      </Stretch>
      <Grid scale={layout.scale} format={format} />
      {wide && (
        <text x="-40" y={top - 8}>
          {texts.unit}
        </text>
      )}
      <Stretch count={count} height={height}>
        {layout.need80 && <path d={layout.need80} class="f-b80" />}
        {layout.need50 && <path d={layout.need50} class="f-b50" />}
        {layout.edges && <path d={layout.edges} class="l-acc edge" />}
        {layout.plan && <path d={layout.plan} class="l-ink plan" />}
      </Stretch>
      {layout.unknown.map(({ from, to }) => (
        <rect x={at(from)} width={percent(to - from, count)} y={bottom - 32} height="32" class="miss" />
      ))}
      <Baseline scale={layout.scale} />
      <HatchedRuns
        runs={layout.closed}
        count={days}
        top={bottom + 8}
        bottom={bottom + 16}
        name={wide ? "p-closed" : "p-hn"}
      />
      {now && (
        <>
          <line x1={at(now.x)} x2={at(now.x)} y1={top - 24} y2={bottom + 16} class="l-ink today" />
          {wide && (
            <Flag x={at(now.x)} y={top - 48} text={now.flag} left={now.x > count / 2} width={now.width} />
          )}
        </>
      )}
      {wide &&
        layout.needs.map(({ x, y, people }) => (
          <Label x={at(x)} y={y - 5} anchor="middle" name="s">
            {format.int(people)}
          </Label>
        ))}
      {layout.gaps.map(({ x, y, people }) => (
        <>
          <svg aria-hidden="true" x={at(x)} y={y - (wide ? 32 : 12)}>
            <path d="M-6 0H6L0 9Z" class="f-ink" />
          </svg>
          <Label x={at(x)} y={y - (wide ? 36 : 16)} anchor="middle" name="b">
            {texts.missing(people)}
          </Label>
        </>
      ))}
      {texts.days.map(({ name, hours, open }, i) => (
        <>
          {i > 0 && (
            <line x1={percent(i, days)} x2={percent(i, days)} y1={bottom} y2={height} class="l-rule" />
          )}
          <text x={percent(i + 0.5, days)} y={bottom + 34} class={open ? "m b" : "m"}>
            {name}
          </text>
          {wide && (
            <text x={percent(i + 0.5, days)} y={bottom + 50} class="m">
              {hours}
            </text>
          )}
        </>
      ))}
    </Plot>
  );
}
