/** The screen "Calendrier et heures": which days and hours are full or calm. */
import type { Calendar } from "../../src/contract/calendar.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { type Figure, Figures } from "../components/figures.tsx";
import { How, shareOf, shareOrNone, stateOf } from "../components/how.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { PeriodFilter } from "../components/period-filter.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { CalendarChart, CalendarKey } from "./calendar-chart.tsx";
import { CalendarHours } from "./calendar-hours.tsx";
import { daysTwin, hoursTwin } from "./calendar-twin.ts";
import {
  calendarAnswer,
  calendarTitle,
  markName,
  peakDay,
  rateText,
  slotsOf,
  slotText,
} from "./calendar-words.ts";
import { chosenOf, endsOf } from "./chosen.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Calendar;
}

const PATH = "/calendrier";

export function CalendarPage({ frame, words, reply }: Props) {
  const { t, lang } = words;
  const { first, second } = calendarAnswer(reply, words);
  const { chosen, all, only, ids: sites } = chosenOf(reply.sites);
  const span = { sites, from: reply.from, to: reply.to };
  const period = t.attendance.period(...endsOf(reply, words));
  const drawn = reply.rows.some(({ state }) => state !== "closed");
  const hours = reply.hours.some(({ visits }) => visits !== null);
  const weekHref = (from: string, to: string) =>
    pageHref(lang, `/frequentation?from=${from}&to=${to}${sites ? `&sites=${sites}` : ""}`);
  return (
    <Document frame={frame} words={words} place="calendar" title={t.calendar.title}>
      <Answer
        lead={period}
        facts={[only ? named(only.name, lang) : t.calendar.scope(chosen.length, all)]}
        first={first}
        second={second}
      >
        <Years reply={reply} words={words} sites={sites} />
        <PeriodFilter frame={frame} words={words} path={PATH} span={reply} sites={reply.sites} />
      </Answer>
      {drawn && (
        <>
          <Chart
            words={words}
            title={calendarTitle(reply, words)}
            sub={
              <>
                <span class="wide">{t.calendar.sub(false)}</span>
                <span class="narrow">{t.calendar.sub(true)}</span>
              </>
            }
            open={`${weekHref("{from}", "{to}")}#d{day}`}
            walk="calendar"
            keys={t.calendar.keys}
          >
            <CalendarChart reply={reply} words={words} />
          </Chart>
          <CalendarKey reply={reply} words={words} />
          <Figures figures={figuresOf(reply, words)} />
        </>
      )}
      {hours && <CalendarHours reply={reply} words={words} />}
      <Twin
        title={t.calendar.twin(reply.rows.length)}
        files={[
          { name: "CSV", href: apiHref("/calendar", { ...span, format: "csv" }) },
          { name: "Arrow", href: apiHref("/calendar", { ...span, format: "arrow" }) },
          { name: "JSON", href: apiHref("/calendar", span) },
        ]}
        tables={[daysTwin(reply, words, weekHref), ...(hours ? [hoursTwin(reply, words)] : [])]}
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

/** The last 52 weeks, or a year of the calendar. */
function Years({ reply, words, sites }: { reply: Calendar; words: Words; sites: string | null }) {
  const { t, f, lang } = words;
  const today = f.dayOf(reply.now);
  const links = [
    {
      name: t.calendar.lastYear,
      span: "",
      here: reply.from < today && today < reply.to && !reply.from.endsWith("-01-01"),
    },
    ...reply.years.slice(-4).map((year) => ({
      name: String(year),
      span: `from=${year}-01-01&to=${year + 1}-01-01`,
      here: reply.from === `${year}-01-01` && reply.to === `${year + 1}-01-01`,
    })),
  ];
  return (
    <nav class="years push" aria-label={t.calendar.years}>
      {links.map(({ name, span, here }) => {
        const query = [span, sites && `sites=${sites}`].filter(Boolean).join("&");
        return (
          <a
            href={pageHref(lang, `${PATH}${query && `?${query}`}`)}
            {...(here ? { "aria-current": "true" } : {})}
          >
            {name}
          </a>
        );
      })}
    </nav>
  );
}

function figuresOf(reply: Calendar, words: Words): Figure[] {
  const { t, f } = words;
  const { figures } = t.calendar;
  const slots = slotsOf(reply);
  const [fullest] = slots;
  const calmest = slots.at(-1);
  const peak = peakDay(reply);
  const hour = (name: string, slot: typeof calmest): Figure =>
    slot
      ? {
          name,
          value: rateText(slot.visits, words),
          unit: figures.unit,
          text: figures.slotText(slotText(slot, words), slot.days),
        }
      : { name, value: "—", unit: "", text: figures.none };
  return [
    hour(figures.fullest, fullest),
    hour(figures.calmest, calmest === fullest ? undefined : calmest),
    {
      name: figures.day,
      value: peak ? f.int(peak.visits) : "—",
      unit: peak ? t.shell.visitsUnit(peak.visits) : "",
      text: peak ? figures.dayText(f.full(peak.day), markName(reply, peak.day, words) || null) : figures.none,
    },
  ];
}

function howOf(reply: Calendar, words: Words): string[] {
  const { t, f, lang } = words;
  const byDay = reply.sites.filter((site) => site.chosen && !site.by_hour);
  const someByHour = reply.sites.some((site) => site.chosen && site.by_hour);
  return [
    t.attendance.how,
    someByHour ? t.calendar.how : "",
    someByHour && byDay.length > 0
      ? t.calendar.byDay(f.list(byDay.map(({ name }) => named(name, lang))), byDay.length)
      : "",
    reply.coverage === null
      ? ""
      : t.attendance.howCoverage(shareOf(reply.coverage, words), shareOrNone(reply.estimated_share, words)),
    stateOf(reply.as_of, reply.now, words),
  ];
}
