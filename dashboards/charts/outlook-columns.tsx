/** Draws the outlook of one site at one width. */
import type { Format } from "../i18n/format.ts";
import { Baseline, Grid } from "./axis.tsx";
import { Flag } from "./flag.tsx";
import { Bracket, HatchedRuns, Label, MissingRuns, WeekendBands } from "./marks.tsx";
import type { ColumnFrame, ColumnsLayout, ColumnWords } from "./outlook-layout.ts";
import { Plot, percent, Stretch } from "./plot.tsx";
import { Ranges } from "./ranges.tsx";
import type { Run } from "./runs.ts";

/** What stands around the columns. */
export interface ColumnTexts {
  readonly label: string;
  readonly unit: string;
  readonly missing: string;
  readonly flag: string;
  readonly group: string;
  readonly breaks: readonly { readonly run: Run; readonly title: string; readonly sub: string }[];
  /** Number of the day, and whether something happens on it. */
  readonly days: readonly { readonly number: string; readonly open: boolean }[];
  readonly weeks: readonly { readonly slot: number; readonly text: string }[];
}

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: ColumnsLayout;
  readonly frame: ColumnFrame;
  readonly words: ColumnWords;
  readonly texts: ColumnTexts;
  readonly first: number;
  readonly format: Format;
}

export function OutlookColumns({ form, layout, frame, words, texts, first, format }: Props) {
  const { top, bottom } = layout.scale;
  const count = texts.days.length;
  const wide = form === "wide";
  const height = bottom + (wide ? 56 : 40);
  const at = (slot: number) => percent(slot, count);
  const bands = { count, top, bottom };
  const now = at(frame.today + 1);
  return (
    <Plot form={form} height={height} label={texts.label} count={count} first={first}>
      <Stretch count={count} height={height}>
        <WeekendBands runs={layout.weekends} {...bands} />
      </Stretch>
      <HatchedRuns
        runs={texts.breaks.map(({ run }) => ({ from: Math.max(0, run.from), to: Math.min(count, run.to) }))}
        {...bands}
        name="p-hol"
      />
      {texts.breaks.map(({ run, title, sub }) => {
        const right = run.to >= count;
        const x = right ? "100%" : at(Math.max(0, run.from));
        return (
          <>
            <Bracket run={run} count={count} top={top} />
            <Label
              x={x}
              y={top - (sub && wide ? 24 : 8)}
              anchor={right ? "end" : "start"}
              name={wide ? "b" : "s"}
            >
              {title}
            </Label>
            {wide && (
              <Label x={x} y={top - 8} anchor={right ? "end" : "start"}>
                {sub}
              </Label>
            )}
          </>
        );
      })}
      <Grid scale={layout.scale} format={format} />
      {wide && (
        <text x="-40" y={top - 8}>
          {texts.unit}
        </text>
      )}
      <MissingRuns runs={layout.missing} {...bands} word={texts.missing} beside={form === "narrow"} />
      {layout.estimated.map(({ slot, y }) => (
        <rect x={at(slot + 0.1)} width={percent(0.54, count)} y={y} height={bottom - y} class="p-est edge" />
      ))}
      <Stretch count={count} height={height}>
        <Ranges paths={layout.coming} />
        <path d={layout.bars} class="f-acc" />
        {wide && <path d={layout.promised} class="l-ink promised" />}
        <path d={layout.booked} class="f-ink" />
      </Stretch>
      <Baseline scale={layout.scale} />
      <HatchedRuns
        runs={layout.closed}
        count={count}
        top={bottom + 8}
        bottom={bottom + 16}
        name={wide ? "p-closed" : "p-hn"}
      />
      <line x1={now} x2={now} y1={top - 24} y2={bottom + 16} class="l-ink today" />
      <Flag
        x={now}
        y={top - 48}
        text={texts.flag}
        left={frame.today + 1 > count * 0.3}
        width={texts.flag.length > 14 ? 144 : 88}
      />
      {layout.marks.map((mark) => (
        <>
          <Label x={at(mark.slot)} y={mark.y - 14} name="b">
            {mark.title}
          </Label>
          <Label x={at(mark.slot)} y={mark.y}>
            {mark.value}
          </Label>
        </>
      ))}
      {wide &&
        layout.ranges.map(({ slot, y, text }) => (
          <Label x={at(slot + 0.1)} y={y}>
            {text}
          </Label>
        ))}
      {wide && layout.group && (
        <>
          <Label x={at(layout.group.slot + 0.75)} y={bottom - 22} shown="roomy" name="b">
            {format.int(layout.group.people)}
          </Label>
          <Label x={at(layout.group.slot + 0.75)} y={bottom - 8} shown="roomy">
            {texts.group}
          </Label>
        </>
      )}
      {layout.callout && words.callout && (
        <Selected layout={layout} words={words.callout} count={count} wide={wide} />
      )}
      {texts.weeks.map(({ slot, text }) => (
        <>
          <line x1={at(slot)} x2={at(slot)} y1={bottom} y2={height} class="l-rule" />
          <text x={at(slot)} dx="6" y={height - 6}>
            {text}
          </text>
        </>
      ))}
      {wide &&
        texts.days.map(({ number, open }, i) => (
          <text x={at(i + 0.5)} y={bottom + 32} class={i === frame.selected ? "m b inv" : open ? "m b" : "m"}>
            {number}
          </text>
        ))}
    </Plot>
  );
}

interface SelectedProps {
  readonly layout: ColumnsLayout;
  readonly words: { readonly title: string; readonly sub: string };
  readonly count: number;
  readonly wide: boolean;
}

/** Frame around the selected day, its words above, its date inverted on the axis. */
function Selected({ layout, words, count, wide }: SelectedProps) {
  const { callout } = layout;
  if (!callout) return null;
  const { slot, anchor, frameTop, textBottom } = callout;
  const { bottom } = layout.scale;
  const middle = percent(slot + 0.5, count);
  const x = percent(anchor === "start" ? slot : slot + 1, count);
  return (
    <>
      <rect
        x={percent(slot, count)}
        width={percent(1, count)}
        y={frameTop}
        height={bottom - frameTop}
        class="frame"
      />
      <line x1={middle} x2={middle} y1={textBottom + 6} y2={frameTop} class="l-ink edge" />
      <Label x={x} y={wide ? textBottom - 16 : textBottom} anchor={anchor} name={wide ? "b t14" : "b"}>
        {words.title}
      </Label>
      {wide && (
        <>
          <Label x={x} y={textBottom} anchor={anchor}>
            {words.sub}
          </Label>
          <rect
            x={percent(slot, count)}
            width={percent(1, count)}
            y={bottom + 18}
            height="20"
            class="f-ink"
          />
        </>
      )}
    </>
  );
}
