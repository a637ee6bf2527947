/** The logbook as a drawing: lanes by site, marks by shape, closures hatched, school breaks behind it all. */

import { Flag } from "./flag.tsx";
import { GlyphAt } from "./glyphs.tsx";
import { anchorWithin } from "./labels.ts";
import { Bracket, HatchedRuns, Label, WeekendBands } from "./marks.tsx";
import { Plot, percent, Stretch } from "./plot.tsx";
import type { Run } from "./runs.ts";
import { textWidth } from "./text-width.ts";
import type { TimelineFrame, TimelineLayout } from "./timeline-layout.ts";
import { type WeekName, WeekNames, WeekRules } from "./week-axis.tsx";

interface Props {
  readonly form: "wide" | "narrow";
  readonly layout: TimelineLayout;
  readonly frame: TimelineFrame;
  readonly label: string;
  /** First week drawn, in weeks of the table twin. */
  readonly first: number;
  readonly lanes: readonly string[];
  readonly weeks: readonly WeekName[];
  readonly weekends: readonly Run[];
  readonly breaks: readonly { readonly run: Run; readonly name: string }[];
  /** Slot of now, with its flag; null where now is not drawn. */
  readonly now: { readonly slot: number; readonly text: string } | null;
}

export function Timeline({ form, layout, frame, label, first, lanes, weeks, weekends, breaks, now }: Props) {
  const { count, top, width, usual } = frame;
  const { bottom } = layout;
  const at = (slot: number) => percent(slot, count);
  const runs = breaks.map(({ run }) => ({ from: Math.max(0, run.from), to: Math.min(count, run.to) }));
  const names = breakNames(breaks, frame);
  return (
    <Plot
      form={form}
      height={bottom + 28}
      label={label}
      count={Math.ceil(count / 7)}
      first={first}
      bare={true}
    >
      <Stretch count={count} height={bottom + 22}>
        <WeekendBands runs={weekends} count={count} top={top} bottom={bottom} />
        <WeekRules weeks={weeks} top={top} bottom={bottom + 22} />
        <path d={layout.lanes.map((lane) => `M0 ${lane.top + 0.5}H${count}`).join("")} class="l-grid" />
      </Stretch>
      <HatchedRuns runs={runs} count={count} top={top} bottom={bottom} name="p-hol" />
      {runs.map((_, i) => {
        const run = breaks[i]?.run;
        return run && <Bracket run={run} count={count} top={top} />;
      })}
      {names.map(({ x, anchor, text, shown }) => (
        <Label x={x} y={top - 8} anchor={anchor} shown={shown} name="b">
          {text}
        </Label>
      ))}
      <WeekNames weeks={weeks} count={count} step={width / count} usual={usual / count} y={bottom + 18} />
      {layout.lanes.map((lane, i) => (
        <text x="0" y={lane.top + 17} class="b halo">
          {lanes[i]}
        </text>
      ))}
      <line x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} class="l-ink" />
      <line x1="0" x2="100%" y1={bottom + 0.5} y2={bottom + 0.5} class="l-ink" />
      {layout.bars.map(({ run, y, kind, label: name }) =>
        kind === "closed" ? (
          <>
            <rect x={at(run.from)} width={at(run.to - run.from)} y={y - 4} height="8" class="p-closed" />
            {name && (
              <svg aria-hidden="true" x={at(run.from)} y={y - 8}>
                <rect width={textWidth(name) * 1.15 + 10} height="16" class="f-bg" />
                <text x="4" y="12" class="g">
                  {name}
                </text>
              </svg>
            )}
          </>
        ) : (
          <line x1={at(run.from)} x2={at(run.to)} y1={y + 9} y2={y + 9} class="l-ink today" />
        ),
      )}
      {layout.marks.map(({ slot, y, glyph, inModel, label: name, shown }) => (
        <>
          <GlyphAt x={at(slot)} y={y} glyph={glyph} inModel={inModel} />
          {shown && (
            <Label x={at(slot)} dx={11} y={y + 4} shown={shown} name="s">
              {name}
            </Label>
          )}
        </>
      ))}
      {now && (
        <>
          <line x1={at(now.slot)} x2={at(now.slot)} y1="0" y2={bottom} class="l-ink today" />
          <Flag
            x={at(now.slot)}
            y={0}
            text={now.text}
            left={now.slot > count * 0.3}
            width={now.text.length > 14 ? 144 : 88}
          />
        </>
      )}
    </Plot>
  );
}

/** Names over the brackets: held by the edge that they would cross, left out where the one before is too near. */
function breakNames(breaks: Props["breaks"], { count, width, usual }: TimelineFrame) {
  const free = { narrow: Number.NEGATIVE_INFINITY, usual: Number.NEGATIVE_INFINITY };
  return breaks.flatMap(({ run, name }) => {
    const middle = (Math.max(0, run.from) + Math.min(count, run.to)) / 2;
    const size = textWidth(name, 12, true);
    const place = (total: number) => anchorWithin((middle / count) * total, size, total);
    const left = ({ x, anchor }: ReturnType<typeof place>) =>
      anchor === "start" ? x : anchor === "end" ? x - size : x - size / 2;
    const [tight, wide] = [place(width), place(usual)];
    const fits = { narrow: left(tight) >= free.narrow, usual: left(wide) >= free.usual };
    if (!fits.usual) return [];
    free.usual = left(wide) + size + 12;
    if (fits.narrow) free.narrow = left(tight) + size + 12;
    const x = tight.anchor === "start" ? "0%" : tight.anchor === "end" ? "100%" : percent(middle, count);
    return [
      { x, anchor: tight.anchor, text: name, shown: fits.narrow ? ("always" as const) : ("roomy" as const) },
    ];
  });
}
