/** One day looked at closely: what arrived, what was set aside and why, and the readings of the chosen feed. */
import type { Quality } from "../../src/contract/quality.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { minuteOfDay } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import { Table } from "../components/twin.tsx";
import type { Words } from "../i18n/catalog.ts";
import { feedName, reasonName } from "./quality-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Quality;
}

type Selected = NonNullable<Quality["selected"]>;

export function QualityDay({ frame, words, reply }: Props) {
  const { selected } = reply;
  if (!selected) return null;
  const { f, t } = words;
  const { day } = t.quality;
  const asked = reply.feeds.find(({ feed }) => feed === selected.feed);
  const states = reply.rows.filter(
    (row) => row.day === selected.day && (selected.feed === null || row.feed === selected.feed),
  );
  return (
    <section class="close" id="day">
      <h2>{day.title(f.full(selected.day), asked ? feedName(reply, asked, words) : null)}</h2>
      <p class="sub">
        {states.map((row, i) => {
          const feed = reply.feeds.find((one) => one.feed === row.feed && one.site === row.site);
          const href = pageHref(frame.lang, `/qualite?day=${row.day}&feed=${row.feed}#day`);
          return (
            <>
              {i > 0 && " · "}
              {selected.feed === null && feed ? (
                <>
                  <a href={href}>{feedName(reply, feed, words)}</a> {t.quality.short[row.state].toLowerCase()}
                </>
              ) : (
                t.quality.short[row.state]
              )}
            </>
          );
        })}
      </p>
      <div class="two">
        <section>
          <h3>{day.arrived}</h3>
          <Arrivals reply={reply} selected={selected} words={words} />
          {selected.rejected.length > 0 && (
            <section class="scroll" tabindex={0} aria-label={day.rejected}>
              <h3>{day.rejected}</h3>
              <Table
                caption={day.rejected}
                columns={[
                  { name: day.rejectedCols.reason },
                  { name: day.rejectedCols.count, number: true },
                  { name: day.rejectedCols.example },
                ]}
                rows={selected.rejected.map(({ reason, count, example }) => ({
                  cells: [
                    reasonName(reason, words),
                    f.int(count),
                    { node: <span lang="en">{example}</span> },
                  ],
                }))}
              />
            </section>
          )}
        </section>
        {selected.feed !== null && (
          <section>
            <h3>{day.readings}</h3>
            <Readings selected={selected} words={words} zone={reply.zone} />
          </section>
        )}
      </div>
    </section>
  );
}

function Arrivals({ reply, selected, words }: { reply: Quality; selected: Selected; words: Words }) {
  const { f, t } = words;
  const { cols, nothing, arrived } = t.quality.day;
  if (selected.arrivals.length === 0) return <p class="sub">{nothing}</p>;
  return (
    <section class="scroll" tabindex={0} aria-label={arrived}>
      <Table
        caption={arrived}
        columns={[
          { name: cols.feed },
          ...[cols.runs, cols.accepted, cols.unchanged, cols.revised, cols.rejected].map((name) => ({
            name,
            number: true,
          })),
        ]}
        rows={selected.arrivals.map((row) => {
          const feed = reply.feeds.find((one) => one.feed === row.feed);
          const numbers = [row.runs, row.accepted, row.unchanged, row.revised, row.rejected];
          return { cells: [feed ? feedName(reply, feed, words) : row.feed, ...numbers.map(f.int)] };
        })}
      />
    </section>
  );
}

/** Hours of the wall clock; one column per measure. Exits are not among them: they are no visits. */
function Readings({ selected, words, zone }: { selected: Selected; words: Words; zone: string }) {
  const { f, t } = words;
  const { readingsCols, noReadings, readings, measure: names } = t.quality.day;
  const measures: Readonly<Record<string, string>> = names;
  if (selected.readings.length === 0) return <p class="sub">{noReadings}</p>;
  const shown = [...new Set(selected.readings.map(({ measure }) => measure))];
  const hourOf = (start: string) => Math.floor(minuteOfDay(Date.parse(start), zone) / 60);
  const hours = Map.groupBy(selected.readings, ({ start }) => hourOf(start));
  return (
    <section class="scroll" tabindex={0} aria-label={readings}>
      <Table
        caption={readings}
        columns={[
          { name: readingsCols.hour },
          ...shown.map((measure) => ({ name: measures[measure] ?? measure, number: true })),
          { name: readingsCols.steps, number: true },
        ]}
        rows={awake([...hours]).map(([hour, rows]) => ({
          cells: [
            f.minutes(60 * hour),
            ...shown.map((measure) =>
              f.int(rows.reduce((sum, row) => (row.measure === measure ? sum + row.people : sum), 0)),
            ),
            f.int(rows.length),
          ],
        }))}
      />
    </section>
  );
}

type Hour = [number, Selected["readings"]];

/** From the first hour with anybody to the last one; all of them where nobody came at all. */
function awake(hours: readonly Hour[]): readonly Hour[] {
  const has = ([, rows]: Hour) => rows.some(({ people }) => people !== 0);
  const first = hours.findIndex(has);
  return first < 0 ? hours : hours.slice(first, hours.findLastIndex(has) + 1);
}
