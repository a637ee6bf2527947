/** The screen "Comparer les sites": who attracts, hour for hour of opening. */
import type { Comparison } from "../../src/contract/comparison.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Answer } from "../components/answer.tsx";
import { Pictures } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { type Figure, Figures } from "../components/figures.tsx";
import { How, shareOf, shareOrNone, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { PeriodFilter } from "../components/period-filter.tsx";
import { Rich } from "../components/rich.tsx";
import { type TableProps, Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { chosenOf, endsOf } from "./chosen.ts";
import { ComparisonRows } from "./comparison-rows.tsx";
import {
  type Compared,
  comparisonAnswer,
  comparisonTitle,
  isCompared,
  isRated,
  whyLeftOut,
} from "./comparison-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Comparison;
}

const PATH = "/comparer";

export function ComparisonPage({ frame, words, reply }: Props) {
  const { t, lang } = words;
  const { first, second } = comparisonAnswer(reply, words);
  const { chosen, all, ids: sites } = chosenOf(reply.sites);
  const span = { sites, from: reply.from, to: reply.to };
  const [from, to] = endsOf(reply, words);
  const period = t.attendance.period(from, to);
  const drawn = reply.rows.some(isRated);
  const hrefOf = (ids: readonly string[]) => {
    const only = ids.length === 0 || ids.length === reply.sites.length ? "" : `&sites=${ids.join(",")}`;
    return pageHref(lang, `${PATH}?from=${reply.from}&to=${reply.to}${only}`);
  };
  return (
    <Document frame={frame} words={words} place="comparison" title={t.comparison.title}>
      <Answer
        lead={period}
        facts={[t.calendar.scope(chosen.length, all), ...(drawn ? [t.comparison.comparedTo] : [])]}
        first={first}
        second={second}
      >
        <PeriodFilter frame={frame} words={words} path={PATH} span={reply} sites={reply.sites} />
      </Answer>
      <figure>
        <div class="ct">
          <h2>
            <Rich text={comparisonTitle(reply, words)} />
          </h2>
          <p class="sub">{t.comparison.sub}</p>
        </div>
        <ComparisonRows reply={reply} words={words} hrefOf={hrefOf} />
        {drawn && <Pictures words={words} />}
      </figure>
      {drawn && (
        <>
          <ReadingKey
            label={t.shell.readingKey}
            items={[
              { swatch: "full", text: t.comparison.key.now },
              ...(reply.rows.some(isCompared)
                ? [{ swatch: "hollow" as const, text: t.comparison.key.before }]
                : []),
            ]}
          />
          <Figures figures={figuresOf(reply, words)} />
        </>
      )}
      <Twin
        title={t.comparison.twin(reply.rows.length)}
        files={[
          { name: "CSV", href: apiHref("/comparison", { ...span, format: "csv" }) },
          { name: "Arrow", href: apiHref("/comparison", { ...span, format: "arrow" }) },
          { name: "JSON", href: apiHref("/comparison", span) },
        ]}
        tables={[twinOf(reply, t.comparison.caption(from ?? to, to), words)]}
      />
      <How
        words={words}
        sentences={howOf(reply, words)}
        figure={reply.figure}
        quote={`${first} ${period}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

function figuresOf(reply: Comparison, words: Words): Figure[] {
  const { t, f } = words;
  const { figures } = t.comparison;
  const { together, concentration } = reply;
  const compared = reply.rows.filter(isCompared);
  return [
    together
      ? {
          name: figures.together,
          value: f.decimal(together.per_hour),
          unit: together.change === null ? "" : f.change(together.change),
          text: figures.togetherText(f.decimal(together.before_per_hour), compared.length),
        }
      : { name: figures.together, value: "—", unit: "", text: figures.none },
    strongest(compared, words),
    concentration
      ? {
          name: figures.effective,
          value: f.decimal(concentration.now.effective),
          unit: figures.effectiveUnit(concentration.now.sites),
          text: figures.effectiveText(
            hhiText(concentration.now.hhi, words),
            concentration.before?.effective ?? null,
          ),
        }
      : { name: figures.effective, value: "—", unit: "", text: figures.noneSites },
  ];
}

/** Two decimals, as the index is quoted. */
function hhiText(hhi: number, { lang }: Words): string {
  return hhi.toFixed(2).replace(".", lang === "en" ? "." : ",");
}

/** The largest change; of falls only, where nothing rose, the largest fall. */
function strongest(compared: readonly Compared[], words: Words): Figure {
  const { t, f, lang } = words;
  const { figures } = t.comparison;
  const sorted = compared
    .flatMap((row) => (row.change === null ? [] : [{ ...row, change: row.change }]))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const [top] = sorted;
  if (!top) return { name: figures.rise, value: "—", unit: "", text: figures.none };
  return {
    name: top.change >= 0 ? figures.rise : figures.fall,
    value: f.change(top.change),
    unit: "",
    text: figures.riseText(named(top.name, lang), f.int(top.visits), f.int(top.before_visits), top.days),
  };
}

function twinOf(reply: Comparison, caption: string, words: Words): TableProps {
  const { t, f, lang } = words;
  const { cols } = t.comparison;
  const some = (value: number | null, text: (n: number) => string) => (value === null ? "—" : text(value));
  return {
    caption,
    columns: [
      { name: cols.site },
      { name: cols.visits, number: true },
      { name: cols.hours, number: true },
      { name: cols.perHour, number: true },
      { name: cols.beforeVisits, number: true },
      { name: cols.beforeHours, number: true },
      { name: cols.beforePerHour, number: true },
      { name: cols.change, number: true },
      { name: cols.days, number: true },
      { name: cols.note },
    ],
    rows: reply.rows.map((row) => ({
      cells: [
        named(row.name, lang),
        some(row.visits, f.int),
        f.int(row.open_hours),
        some(row.per_hour, f.decimal),
        some(row.before_visits, f.int),
        some(row.before_open_hours, f.int),
        some(row.before_per_hour, f.decimal),
        some(row.change, f.change),
        f.int(row.days),
        [whyLeftOut(row, words), row.days_left_out > 0 ? `${t.comparison.leftDays(row.days_left_out)}.` : ""]
          .filter(Boolean)
          .join(" "),
      ],
    })),
  };
}

function howOf(reply: Comparison, words: Words): string[] {
  const { t, f, lang } = words;
  const outside = reply.rows.filter(({ left_out: why }) => why !== null);
  return [
    t.attendance.how,
    t.comparison.how,
    outside.length > 0
      ? t.comparison.outside(
          f.list(
            outside.map((row) => t.comparison.outsideSite(named(row.name, lang), whyLeftOut(row, words))),
          ),
        )
      : "",
    reply.coverage === null
      ? ""
      : t.attendance.howCoverage(shareOf(reply.coverage, words), shareOrNone(reply.estimated_share, words)),
    stateOf(reply.as_of, reply.now, words),
  ];
}
