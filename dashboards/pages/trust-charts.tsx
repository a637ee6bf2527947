/** The drawings of the screen "Peut-on s'y fier ?": errors by distance, the last forecasts, one past forecast. */
import type { JudgedDay, Trust, VintageDay } from "../../src/contract/trust.ts";
import { isoWeek } from "../../src/domain/time.ts";
import { ErrorLines } from "../charts/error-lines.tsx";
import { layoutErrors } from "../charts/error-lines-layout.ts";
import { Promises } from "../charts/promises.tsx";
import { layoutPromises, type PromiseDay } from "../charts/promises-layout.ts";
import { spreadOf } from "../charts/ranges.tsx";
import type { Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { drawnLeads, errorsLabel } from "./trust-words.ts";

export function ErrorsChart({ reply, words }: { reply: Trust; words: Words }) {
  const { f, t } = words;
  const leads = drawnLeads(reply);
  const points = leads.map(({ mae, naive_mae }) => ({ error: mae, rule: naive_mae }));
  return (
    <ErrorLines
      layout={layoutErrors(points, 40, 272)}
      format={f}
      texts={{
        label: errorsLabel(reply, words),
        unit: t.trust.unit,
        leads: leads.map(({ lead }) => t.trust.short(lead)),
        line: t.trust.forecast,
        rule: t.trust.rule,
      }}
    />
  );
}

const FRAMES = {
  wide: { width: 648, top: 40, bottom: 296, ticks: 5 },
  narrow: { width: 288, top: 24, bottom: 216, ticks: 3 },
} as const;

interface Props {
  readonly days: readonly (PromiseDay & { readonly day: string })[];
  /** Row of the twin that the first day is. */
  readonly first: number;
  readonly label: string;
  readonly words: Words;
}

/** Both widths; a phone shows the newest half of the last forecasts and the first half of a past one.
 *  @param keep days that a phone shows */
export function PromisesChart({
  days,
  first,
  label,
  words,
  keep,
}: Props & { keep: readonly [number, number] }) {
  return (
    <>
      <Drawing form="wide" days={days} first={first} label={label} words={words} />
      <Drawing form="narrow" days={days.slice(...keep)} first={first + keep[0]} label={label} words={words} />
    </>
  );
}

function Drawing({ form, days, first, label, words }: Props & { readonly form: "wide" | "narrow" }) {
  const { f, t } = words;
  const dates = days.flatMap(({ day }, slot) =>
    slot === 0 || weekOf(days[slot - 1]?.day) !== weekOf(day) ? [{ slot, text: f.short(day) }] : [],
  );
  return (
    <Promises
      form={form}
      layout={layoutPromises(days, f.int, dates, FRAMES[form])}
      count={days.length}
      first={first}
      format={f}
      texts={{
        label,
        unit: t.shell.perDay,
        missing: t.shell.missing,
      }}
    />
  );
}

function weekOf(day: string | undefined): string {
  const { year, week } = isoWeek(day ?? "1970-01-01");
  return `${year} ${week}`;
}

/** A forecast that was checked. */
export function judgedColumn(judged: JudgedDay): PromiseDay & { readonly day: string } {
  const { day, promised, median, visits, retrospective } = judged;
  const range = { ...promised, inner: null, middle: median };
  return { day, range, visits, retrospective, state: "measured", weekend: isWeekend(day) };
}

/** A day of a past forecast; what is still running says nothing yet. */
export function vintageColumn(each: VintageDay): PromiseDay & { readonly day: string } {
  const { day, opening, forecast, visits, state, provisional } = each;
  return {
    day,
    range: forecast && spreadOf(forecast),
    visits: provisional ? null : visits,
    state: provisional ? "coming" : (state ?? (opening.kind === "closed" ? "closed" : "coming")),
    weekend: isWeekend(day),
    retrospective: false,
  };
}
