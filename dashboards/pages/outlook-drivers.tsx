/** What makes the selected day: the steps that lead to the middle of its forecast, and the days most alike. */
import type { Driver, Outlook } from "../../src/contract/outlook.ts";
import { layoutSteps, RangeBar, StepBar } from "../charts/driver-steps.tsx";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { endsOf } from "./outlook-words.ts";

export function Drivers({ reply, words }: { reply: Outlook; words: Words }) {
  const { f, t } = words;
  const selected = reply.coming.find(({ day }) => day === reply.selected);
  const ends = endsOf(selected);
  if (!selected?.forecast || !ends || reply.drivers.length === 0) return null;
  const { forecast } = selected;
  const drivers = wholeSteps(reply.drivers, Math.round(forecast.q50));
  const steps = drivers.map((driver) => ({
    kind: driver.kind === "bookings" ? ("booked" as const) : ("counted" as const),
    label: driverName(driver, selected.day, words),
    people: driver.people,
  }));
  const layout = layoutSteps(steps, forecast.q90);
  const sum = drivers.map(({ people }, i) => term(people, i, words)).join(" ");
  return (
    <section id="day">
      <h2>
        <Rich text={t.outlook.driversTitle(`${f.weekday(selected.day)} ${f.number(selected.day)}`)} />
      </h2>
      <p class="sub">{`${sum} = ${f.int(forecast.q50)}`}</p>
      <ol class="steps">
        {layout.steps.map((step, i) => (
          <li>
            <span>{step.label}</span>
            <StepBar step={step} layout={layout} last={i === layout.steps.length - 1} />
            <b>{i === 0 ? f.int(step.people) : f.signed(step.people)}</b>
          </li>
        ))}
        <li class="sum">
          <span>
            <b>{t.outlook.middle}</b>
            <small>{t.outlook.middleSub(ends)}</small>
          </span>
          <RangeBar levels={forecast} booked={0} low={layout.low} high={layout.high} height={20} />
          <b>{f.int(forecast.q50)}</b>
        </li>
      </ol>
      {reply.similar.length > 0 && (
        <p class="sub">
          {t.outlook.similar}{" "}
          {reply.similar
            .map(({ day, visits }) =>
              `${f.shortWeekday(day)} ${f.year(day)}, ${f.int(visits)}`.replaceAll(" ", "\u00a0"),
            )
            .join(" · ")}
        </p>
      )}
    </section>
  );
}

/** Whole people whose sum is `total`: each step ends where the running sum rounds to, the last one takes what is left;
 *  steps of nobody drop. */
export function wholeSteps(drivers: readonly Driver[], total: number): Driver[] {
  let exact = 0;
  return drivers
    .map((driver, i) => {
      const from = Math.round(exact);
      exact += driver.people;
      const to = i === drivers.length - 1 ? total : Math.round(exact);
      return { ...driver, people: to - from };
    })
    .filter(({ people }, i) => i === 0 || people !== 0);
}

/** The sum is written out, with real signs. */
function term(people: number, i: number, { f }: Words): string {
  if (i === 0) return f.int(people);
  return `${people < 0 ? "−" : "+"} ${f.int(Math.abs(people))}`;
}

function driverName(driver: Driver, day: string, { f, t, lang }: Words): string {
  if (driver.name) return named(driver.name, lang);
  return driver.kind === "ordinary"
    ? t.outlook.driver.ordinary(f.weekday(day))
    : t.outlook.driver[driver.kind];
}
