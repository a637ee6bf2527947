/** Hours of the week: the five fullest and the five calmest beside the grid of all. */
import type { Calendar } from "../../src/contract/calendar.ts";
import { type Classes, classesOf } from "../charts/classes.ts";
import { layoutWeekGrid, WeekGrid } from "../charts/week-grid.tsx";
import { Chart } from "../components/chart.tsx";
import { ReadingKey } from "../components/key.tsx";
import type { Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import {
  gridTitle,
  habitualHours,
  rateText,
  type Slot,
  slotsOf,
  slotText,
  weekdayNames,
} from "./calendar-words.ts";
import { shadeItems } from "./shade-key.ts";

interface Props {
  readonly reply: Calendar;
  readonly words: Words;
}

const LISTED = 5;

function hourClasses(reply: Calendar): Classes {
  return classesOf(
    habitualHours(reply).flatMap(({ visits }) => visits ?? []),
    0.5,
  );
}

export function CalendarHours({ reply, words }: Props) {
  const { t } = words;
  const slots = slotsOf(reply);
  // What is among the fullest is not among the calmest.
  const listed = Math.min(LISTED, Math.floor(slots.length / 2));
  return (
    <div class="two">
      <section>
        <Ranked title={t.calendar.fullestTitle} slots={slots.slice(0, listed)} words={words} />
        <Ranked
          title={t.calendar.calmestTitle}
          slots={slots.slice(slots.length - listed).reverse()}
          words={words}
        />
      </section>
      <section>
        <Grid reply={reply} words={words} slots={slots} />
      </section>
    </div>
  );
}

interface RankedProps {
  readonly title: string;
  readonly slots: readonly Slot[];
  readonly words: Words;
}

function Ranked({ title, slots, words }: RankedProps) {
  if (slots.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ol class="week-slots">
        {slots.map((slot) => (
          <li>
            {capital(slotText(slot, words))} <b>{words.t.calendar.perHour(rateText(slot.visits, words))}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

function Grid({ reply, words, slots }: Props & { readonly slots: readonly Slot[] }) {
  const { t, f } = words;
  const { key } = t.calendar;
  const classes = hourClasses(reply);
  const [fullest] = slots;
  const framed = [fullest, slots.at(-1)].flatMap((slot) =>
    slot ? [{ column: slot.weekday - 1, hour: slot.hour }] : [],
  );
  const cells = habitualHours(reply).map(({ weekday, hour, visits, at_least }) => ({
    column: weekday - 1,
    hour,
    visits,
    figure: visits === null ? "" : `${at_least ? "≥" : ""}${rateText(visits, words)}`,
  }));
  const layout = layoutWeekGrid(cells, classes, framed);
  const hasZero = layout.columns.some(({ zeros }) => zeros.length > 0);
  const hasClosed = layout.columns.some(({ closed }) => closed.length > 0);
  const hasMissing = layout.columns.some(({ missing }) => missing.length > 0);
  const said = fullest
    ? `${slotText(fullest, words)}, ${t.calendar.perHour(rateText(fullest.visits, words))}`
    : t.calendar.nothing;
  return (
    <>
      <Chart words={words} title={gridTitle(reply, words)} sub={t.calendar.gridSub} open={null} walk="none">
        <WeekGrid
          layout={layout}
          label={t.calendar.gridLabel(said)}
          weekdays={weekdayNames(words)}
          hour={(hour) => f.minutes(hour * 60)}
        />
      </Chart>
      <ReadingKey
        label={t.shell.readingKey}
        items={[
          ...shadeItems(classes, (n) => (Number.isInteger(n) ? f.int(n) : f.decimal(n)), 0, words),
          ...(hasZero ? [{ swatch: "zero" as const, text: key.zero }] : []),
          ...(hasClosed ? [{ swatch: "closed" as const, text: key.never }] : []),
          ...(hasMissing ? [{ swatch: "missing" as const, text: t.calendar.cell.unmeasured }] : []),
          ...(framed.length > 0 ? [{ swatch: "frame" as const, text: key.framed }] : []),
        ]}
      />
    </>
  );
}
