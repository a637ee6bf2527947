/** One row of the board: site, state, count, bullet, seven days. */
import type { Board, BoardRow as Row } from "../../src/contract/board.ts";
import { Bullet, type BulletInput } from "../charts/bullet.tsx";
import { runsOf } from "../charts/runs.ts";
import { SevenDays } from "../charts/seven-days.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { isWeekend } from "../i18n/format.ts";
import { bulletNote, cellText, dayText, insideNote, placeNote, stateNote } from "./board-words.ts";

interface Props {
  readonly row: Row;
  readonly board: Board;
  readonly max: number;
  readonly words: Words;
}

const ALERTS = new Set(["late", "missing", "no_data"]);
const ICON = { no_data: "missing" } as const;

export function BoardRow({ row, board, max, words }: Props) {
  const { t, lang } = words;
  const name = named(row.name, lang);
  const all = row.site === "territory";
  // A closed site keeps its row, without a bar.
  const quiet = (row.opening.kind === "closed" && row.visits === null) || row.state === "no_data";
  const icon = row.state === "no_data" ? ICON.no_data : row.state;
  return (
    <div class={`row${quiet ? " quiet" : ""}${all ? " all" : ""}`} data-site={row.site}>
      <div class="name">
        <h3>{all ? name : <a href={pageHref(lang, `/previsions/${row.site}`)}>{name}</a>}</h3>
        <p class="note">
          <Rich text={placeNote(row, board, max, words)} />
        </p>
        {row.inside && (
          <p class="note in" data-inside>
            {insideNote(row, words)}
          </p>
        )}
      </div>
      <div class="st8">
        <svg width="16" height="16" aria-hidden="true">
          <use href={`#s-${icon}`} />
        </svg>
        <b {...(ALERTS.has(row.state) ? { class: "al" } : {})}>{t.today.states[row.state]}</b>
        <p class="note">{stateNote(row, board, words)}</p>
      </div>
      {quiet ? null : <Counted row={row} board={board} max={max} words={words} name={name} />}
      <Days row={row} words={words} max={max} name={name} axis={quiet ? 36 : 60} />
    </div>
  );
}

function Counted({ row, board, max, words, name }: Props & { readonly name: string }) {
  const { f, t } = words;
  const sign = row.bound === "at_least" ? "≥" : row.bound === "about" ? "≈" : "";
  const range = (ends: Row["expected"]) => (ends ? f.range(ends) : null);
  const input: BulletInput = {
    visits: row.visits,
    estimated: row.estimated,
    usual: row.usual_now,
    expected: board.before_opening || row.visits === null ? null : row.expected,
    gap: row.visits === null ? "missing" : row.state === "late" ? "late" : "none",
    max,
  };
  const count =
    row.visits === null ? t.today.noCount : `${sign ? `${sign} ` : ""}${t.shell.visits(row.visits)}`;
  return (
    <>
      <div class={`cnt${(row.visits ?? 0) >= 1000 ? " long" : ""}`}>
        {row.visits === null ? (
          <svg width="40" height="32" class="box" role="img" aria-label={t.shell.missing}>
            <rect x="1" y="6" width="38" height="20" class="miss" />
          </svg>
        ) : (
          <>
            {sign && <i>{sign}</i>}
            {f.int(row.visits)}
          </>
        )}
      </div>
      <div class="bul">
        <Bullet
          input={input}
          label={t.today.bulletLabel(name, count, range(row.usual_now), range(input.expected))}
        />
        <p class="note">{bulletNote(row, board, words)}</p>
      </div>
    </>
  );
}

function Days({
  row,
  words,
  max,
  name,
  axis,
}: Omit<Props, "board"> & { readonly name: string; readonly axis: number }) {
  const { f, t, lang } = words;
  const isClosed = (i: number) => row.days[i]?.opening.kind === "closed" && !row.days[i]?.group_only;
  const runs = runsOf(row.days.length, isClosed);
  const spoken = row.days.map((day) => `${f.shortWeekday(day.day)} ${dayText(day, words)}`).join(", ");
  return (
    <div class="d7">
      <SevenDays
        days={row.days.map((day, i) => ({
          forecast: day.forecast,
          booked: day.booked ?? 0,
          closed: isClosed(i),
          weekend: isWeekend(day.day),
        }))}
        max={max}
        axis={axis}
        label={t.today.cellsLabel(name, spoken)}
        names={row.days.map(({ day }) => `${f.weekdayTwo(day)} ${Number(day.slice(8))}`)}
      />
      {row.days.map((day, i) => {
        if (!isClosed(i)) return <span aria-hidden="true">{breakable(cellText(day, words))}</span>;
        const run = runs.find(({ from }) => from === i);
        if (!run) return null;
        const length = run.to - run.from;
        const reason = length > 3 && day.opening.kind === "closed" ? day.opening.reason : null;
        return (
          <span aria-hidden="true" class={`q${length > 1 ? ` c${length}` : ""}`}>
            {reason ? named(reason, lang) : length > 1 ? t.shell.closed : t.shell.closedCell}
          </span>
        );
      })}
    </div>
  );
}

/** A long range may break after its dash, for cells on a phone. */
function breakable(text: string) {
  const dash = text.indexOf("–") + 1;
  if (text.length < 7 || dash === 0) return text;
  return [text.slice(0, dash), <wbr />, text.slice(dash)];
}
