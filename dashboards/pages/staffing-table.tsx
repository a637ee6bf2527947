/** The week by half-day as a table, and the form that changes the plan: both work without script. */

import { BACK, FORM_PREFIX } from "../../src/contract/forms.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { MOST_WEEKS, type StaffDay, type Staffing, type StaffStep } from "../../src/contract/staffing.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { type HalfDay, halvesOf, minutesOf } from "./staffing-runs.ts";
import { dayThatMatters, peakRun } from "./staffing-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Staffing;
  readonly words: Words;
}

export function HalfDays({ reply, words }: Omit<Props, "frame">) {
  const { f, t } = words;
  const { halves } = t.staffing;
  const [first, last] = [reply.days[0]?.day ?? "", reply.days.at(-1)?.day ?? ""];
  // A site that never opens in the morning has no column for it.
  const shown = [0, 1].filter((half) =>
    reply.days.some((day) => day.opening.kind === "open" && halvesOf(day)[half]?.open),
  );
  const names = [
    [halves.morning, halves.morningPlan],
    [halves.afternoon, halves.afternoonPlan],
  ];
  return (
    <section>
      <h2>{t.staffing.halvesTitle}</h2>
      <table class="halves">
        <caption class="vh">{t.staffing.halvesCaption(f.long(first), f.long(last))}</caption>
        <thead>
          <tr>
            <th scope="col">{halves.day}</th>
            {shown.flatMap((half) =>
              (names[half] ?? []).map((name) => (
                <th scope="col" class="r">
                  {name}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {reply.days.map((day) => (
            <tr>
              <th scope="row">{f.shortWeekday(day.day)}</th>
              <Halves day={day} shown={shown} words={words} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note hint">{t.staffing.halvesNote}</p>
    </section>
  );
}

function Halves({ day, shown, words }: { day: StaffDay; shown: readonly number[]; words: Words }) {
  if (day.opening.kind === "closed") {
    return (
      <td class="r" colSpan={Math.max(1, 2 * shown.length)}>
        {closedText(day, words)}
      </td>
    );
  }
  return (
    <>
      {halvesOf(day)
        .filter((_, half) => shown.includes(half))
        .flatMap((half) => [
          <td class="r">{needText(half, words)}</td>,
          <td class="r">{half.short > 0 ? <b>{planText(half, words)}</b> : planText(half, words)}</td>,
        ])}
    </>
  );
}

/** Why nobody is needed, or the group that comes all the same; and who is planned on that day. */
function closedText({ group_only: places, steps }: StaffDay, { f, t }: Words): string {
  const planned = Math.max(0, ...steps.map((step) => step.planned ?? 0));
  return [
    places === null ? t.shell.closed : `${t.outlook.groupOnly}, ${f.int(places)}`,
    planned > 0 ? `${t.staffing.key.planned} ${f.int(planned)}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function needText({ open, need50, need80 }: HalfDay, { f }: Words): string {
  if (!open) return "";
  return need50 === null || need80 === null ? "—" : f.range({ low: need50, high: need80 });
}

function planText({ open, planned, short }: HalfDay, { f, t }: Words): string {
  if (!open) return "";
  if (planned === null) return "—";
  return short > 0 ? `${f.int(planned)} (${t.staffing.missing(short)})` : f.int(planned);
}

/** Begins with the span that matters most. */
export function PlanForm({ frame, reply, words }: Props) {
  const { f, t } = words;
  const { form } = t.staffing;
  const day =
    dayThatMatters(reply, words) ??
    reply.days.find(({ steps, group_only }) => steps.length > 0 || group_only !== null);
  const run = day
    ? (peakRun(day) ?? { from: day.steps[0]?.from, to: day.steps.at(-1)?.to, need80: 1 })
    : null;
  const clocks = halfHours(reply.days.flatMap(({ steps }) => steps));
  return (
    <section id="plan">
      <h2>{t.staffing.formTitle}</h2>
      <form action={`${FORM_PREFIX}/planStaff`} method="post" class="plan-form">
        <input type="hidden" name="site" value={reply.site} />
        <input type="hidden" name={BACK} value={pageHref(frame.lang, frame.path)} />
        <label>
          {form.day}{" "}
          <select name="day">
            {reply.days.map((each) => (
              <option value={each.day} selected={each.day === day?.day}>
                {f.shortWeekday(each.day)}
              </option>
            ))}
          </select>
        </label>
        <Clocks
          label={form.from}
          name="from_time"
          clocks={clocks.slice(0, -1)}
          chosen={run?.from}
          words={words}
        />
        <Clocks label={form.to} name="to_time" clocks={clocks.slice(1)} chosen={run?.to} words={words} />
        <label>
          {form.people}{" "}
          <input type="number" name="people" min="0" max="99" value={run?.need80 ?? 1} required />
        </label>
        <label>
          {form.weeks} <input type="number" name="weeks" min="1" max={MOST_WEEKS} value="1" required />
        </label>
        <button type="submit">{form.save}</button>
      </form>
      <p class="note hint">{t.staffing.formNote}</p>
    </section>
  );
}

interface ClocksProps {
  readonly label: string;
  readonly name: string;
  readonly clocks: readonly number[];
  /** As `HH:MM`; the half-hour that holds it is chosen. */
  readonly chosen: string | undefined;
  readonly words: Words;
}

function Clocks({ label, name, clocks, chosen, words }: ClocksProps) {
  const at = chosen === undefined ? -1 : Math.floor(minutesOf(chosen) / HALF) * HALF;
  return (
    <label>
      {label}{" "}
      <select name={name}>
        {clocks.map((minutes) => (
          <option value={clockText(minutes)} selected={minutes === at}>
            {words.f.minutes(minutes)}
          </option>
        ))}
      </select>
    </label>
  );
}

const HALF = 30;

/** From an hour before the first opening of the week to an hour after the last, minutes after midnight. */
function halfHours(steps: readonly StaffStep[]): number[] {
  const first = steps.length > 0 ? Math.min(...steps.map(({ from }) => minutesOf(from))) : 10 * 60;
  const last = steps.length > 0 ? Math.max(...steps.map(({ to }) => minutesOf(to))) : 17 * 60;
  const from = Math.max(0, Math.floor(first / HALF) * HALF - 60);
  const to = Math.min(24 * 60, Math.ceil(last / HALF) * HALF + 60);
  return Array.from({ length: Math.max(0, (to - from) / HALF + 1) }, (_, i) => from + i * HALF);
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
