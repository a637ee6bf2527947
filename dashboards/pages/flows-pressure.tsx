/** Site by day: how pressed, in a shape, a word and a range; on a phone one card a site. The map stands beside it. */
import type { FlowDay, FlowRow, Flows } from "../../src/contract/flows.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { FlowMap } from "../charts/flow-map.tsx";
import { PressureMark } from "../charts/pressure-mark.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { adviceOf, mapLabel, rangeOf, shownDay } from "./flows-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Flows;
  readonly words: Words;
}

/** Address of the page for another day, the quarter kept where it was chosen. */
export function dayHref(frame: Frame, day: string): string {
  const { searchParams } = new URL(frame.path, "http://localhost");
  const quarter = searchParams.get("quarter");
  return pageHref(frame.lang, `/flux?day=${day}${quarter ? `&quarter=${quarter}` : ""}`);
}

const classesOf = (day: string, selected: string) =>
  [isWeekend(day) ? "we" : "", day === selected ? "on" : ""].filter(Boolean).join(" ");

export function PressureTable({ frame, reply, words }: Props) {
  const { f, t, lang } = words;
  return (
    <table class="press">
      <caption class="vh">{t.flows.tableCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.flows.site}</th>
          {reply.days.map((day) => (
            <th scope="col" class={classesOf(day, reply.day)}>
              <a href={dayHref(frame, day)} {...(day === reply.day ? { "aria-current": "true" } : {})}>
                {f.weekdayShort(day)} <Rich text={f.number(day)} />
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reply.rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={pageHref(lang, `/previsions/${row.site}`)}>{named(row.name, lang)}</a>
              <Role row={row} reply={reply} words={words} />
            </th>
            {row.days.map((day) => (
              <Cell day={day} selected={reply.day} words={words} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the day's advice asks of the site. */
function Role({
  row,
  reply,
  words,
}: {
  readonly row: FlowRow;
  readonly reply: Flows;
  readonly words: Words;
}) {
  const advice = adviceOf(reply).filter(({ status }) => status !== "dismissed");
  const { advisedFrom, advisedTo } = words.t.flows;
  if (advice.some(({ from }) => from.site === row.site)) return <b class="role">{advisedFrom}</b>;
  if (advice.some(({ to }) => to.site === row.site)) return <b class="role">{advisedTo}</b>;
  return null;
}

function Cell({
  day,
  selected,
  words,
}: {
  readonly day: FlowDay;
  readonly selected: string;
  readonly words: Words;
}) {
  const { f, t } = words;
  const range = rangeOf(day);
  const word = t.flows.levelsShort[day.level];
  return (
    <td class={classesOf(day.day, selected)} data-day={`${f.weekdayTwo(day.day)} ${f.number(day.day)}`}>
      {day.level !== "closed" && <PressureMark level={day.level} />}
      {day.level === "busy" ? <b>{word}</b> : <span class={day.level}>{word}</span>}
      {range && <span>{f.cell(range)}</span>}
    </td>
  );
}

const TOLD = ["busy", "moderate", "calm"] as const;

/** The shapes of the map in words, those that it has. Closed sites say so themselves. */
function MapKey({ words, levels }: { readonly words: Words; readonly levels: readonly FlowDay["level"][] }) {
  const { t } = words;
  return (
    <ul class="key" aria-label={t.shell.readingKey}>
      {TOLD.filter((level) => levels.includes(level)).map((level) => (
        <li>
          <PressureMark level={level} />
          {t.flows.levels[level]}
        </li>
      ))}
    </ul>
  );
}

const MAP = { width: 480, height: 440 };

/** Wide screens only: the cards say the same. Sites without a position are named under it. */
export function PressureMap({ reply, words }: Omit<Props, "frame">) {
  const { f, t, lang } = words;
  const shown = shownDay(reply);
  const advice = adviceOf(reply).filter(({ status }) => status !== "dismissed");
  const places = reply.rows.flatMap(({ site, longitude, latitude, name }) => {
    if (longitude === null || latitude === null) return [];
    const day = shown.find(({ row }) => row.site === site)?.day;
    const range = day && rangeOf(day);
    const second = !day ? "" : range ? f.range(range) : t.flows.levels[day.level];
    return [{ site, at: [longitude, latitude] as const, lines: [named(name, lang), second] }];
  });
  const unplaced = reply.rows
    .filter(({ longitude }) => longitude === null)
    .map(({ name }) => named(name, lang));
  if (places.length === 0) return null;
  return (
    <div class="wide">
      <FlowMap
        input={{
          places,
          arrows: advice.map(({ from, to, km }) => ({
            from: from.site,
            to: to.site,
            label: t.flows.scaleBar(f.decimal(km)),
          })),
          outline: reply.outline ?? [],
          ...MAP,
        }}
        levels={new Map(shown.map(({ row, day }) => [row.site, day.level]))}
        label={mapLabel(reply, words)}
        scaleText={(km) => t.flows.scaleBar(km < 1 ? f.decimal(km) : f.int(km))}
        north={t.flows.north}
      />
      <MapKey words={words} levels={shown.map(({ day }) => day.level)} />
      {unplaced.length > 0 && <p class="note">{t.flows.unplaced(f.list(unplaced))}</p>}
    </div>
  );
}
