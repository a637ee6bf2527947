/** The screen "Effectifs": who is needed at the desk, on which half-day, and whether the plan has them. */

import type { Frame } from "../../src/contract/screen.ts";
import type { Staffing } from "../../src/contract/staffing.ts";
import { addDays } from "../../src/domain/time.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { type Figure, Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref } from "../components/links.ts";
import { OtherSites } from "../components/other-sites.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { StaffingChart } from "./staffing-chart.tsx";
import { shortOf } from "./staffing-runs.ts";
import { HalfDays, PlanForm } from "./staffing-table.tsx";
import { staffingTwin } from "./staffing-twin.ts";
import { staffingAnswer, staffingTitle, weekHref } from "./staffing-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Staffing;
}

export function StaffingPage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = staffingAnswer(reply, words);
  const name = named(reply.name, lang);
  const last = addDays(reply.from, 6);
  const drawn =
    reply.rule !== null &&
    reply.days.some(({ steps, group_only }) => steps.length > 0 || group_only !== null);
  const files = [
    { name: "JSON", href: apiHref("/staffing", { site: reply.site, from: reply.from }) },
    { name: "CSV", href: apiHref("/forecasts", { sites: reply.site, step: "PT1H", format: "csv" }) },
  ];
  return (
    <Document frame={frame} words={words} place="staffing" title={`${t.shell.places.staffing}, ${name}`}>
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={[
          t.outlook.situation(f.full(f.dayOf(reply.now)), f.time(reply.now)),
          t.staffing.week(f.short(reply.from), f.short(last)),
        ]}
        first={first}
        second={second}
      >
        <OtherSites frame={frame} words={words} place="staffing" site={reply.site} />
      </Answer>
      {!drawn && reply.rule !== null && (
        <p class="sub act">
          <Weeks frame={frame} words={words} reply={reply} />
        </p>
      )}
      {drawn && (
        <>
          <Chart
            words={words}
            title={staffingTitle(reply, words)}
            sub={
              <>
                <span class="wide">{t.staffing.subWide}</span>
                <span class="narrow">{t.staffing.subNarrow}</span>{" "}
                <Weeks frame={frame} words={words} reply={reply} />
              </>
            }
            open={null}
          >
            <StaffingChart reply={reply} words={words} />
          </Chart>
          <Key reply={reply} words={words} />
          <Figures figures={figuresOf(reply, words)} />
          <div class="two">
            <HalfDays reply={reply} words={words} />
            <PlanForm frame={frame} reply={reply} words={words} />
          </div>
          <Twin title={t.staffing.twin} files={files} tables={staffingTwin(reply, words)} />
        </>
      )}
      <How
        words={words}
        sentences={[
          reply.rule === null ? "" : t.staffing.how(f.int(reply.rule)),
          reply.rule === null ? "" : t.staffing.howLevels,
          reply.issued_at
            ? t.staffing.howIssued(f.long(f.dayOf(reply.issued_at)), f.time(reply.issued_at))
            : "",
          reply.plan_changed_at
            ? t.staffing.howPlan(f.long(f.dayOf(reply.plan_changed_at)), f.time(reply.plan_changed_at))
            : "",
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${name}. ${first} ${named(frame.office, lang)}.`}
      />
    </Document>
  );
}

function Weeks({ frame, words, reply }: Props) {
  const { staffing } = words.t;
  return (
    <span class="weeks">
      <a href={weekHref(frame, reply, addDays(reply.from, -7))}>{staffing.previous}</a> ·{" "}
      <a href={weekHref(frame, reply, addDays(reply.from, 7))}>{staffing.next}</a>
    </span>
  );
}

function Key({ reply, words }: Omit<Props, "frame">) {
  const { key } = words.t.staffing;
  const steps = reply.days.flatMap((day) => day.steps);
  const known = steps.some(({ need80 }) => need80 !== null);
  return (
    <ReadingKey
      label={words.t.shell.readingKey}
      items={[
        ...(known
          ? [
              { swatch: "need80" as const, text: key.need80 },
              { swatch: "need50" as const, text: key.need50 },
            ]
          : []),
        ...(steps.some(({ planned }) => planned !== null)
          ? [{ swatch: "planned" as const, text: key.planned }]
          : []),
        ...(steps.some((step) => shortOf(step) > 0) ? [{ swatch: "short" as const, text: key.short }] : []),
        ...(steps.some(({ need80 }) => need80 === null)
          ? [{ swatch: "missing" as const, text: key.unknown }]
          : []),
        ...(reply.days.some(({ opening }) => opening.kind === "closed")
          ? [{ swatch: "closed" as const, text: key.closed }]
          : []),
      ]}
    />
  );
}

function figuresOf({ totals, days }: Staffing, { t }: Words): Figure[] {
  const { figures, hours } = t.staffing;
  const known = days.some(({ steps }) => steps.some(({ need80 }) => need80 !== null));
  const { planned } = totals;
  return [
    {
      name: figures.need,
      value: known ? hours(totals.need80) : "—",
      unit: "",
      text: known ? figures.needWhy(hours(totals.need50)) : t.staffing.noForecast,
    },
    {
      name: figures.planned,
      value: planned === null ? "—" : hours(planned),
      unit: "",
      text: planned === null ? figures.plannedNone : figures.plannedWhy(hours(totals.need80)),
    },
    {
      name: figures.short,
      value: planned === null ? "—" : hours(totals.short),
      unit: "",
      text: planned === null ? figures.shortNone : figures.shortWhy,
    },
  ];
}
