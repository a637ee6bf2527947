/** The screen "Aujourd'hui": how the day goes at each site, and the seven days ahead. */
import { type Board, BoardState } from "../../src/contract/board.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { addDays, isoWeek } from "../../src/domain/time.ts";
import { Answer } from "../components/answer.tsx";
import { Pictures } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, shareOf, shareOrNone, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref } from "../components/links.ts";
import { Refresh } from "../components/refresh.tsx";
import { Rich } from "../components/rich.tsx";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { capital, isWeekend } from "../i18n/format.ts";
import { AdviceLine } from "./advice-line.tsx";
import { BoardRow } from "./board-row.tsx";
import { scaleOf } from "./board-scale.ts";
import { dayText, fullNote, insideNote } from "./board-words.ts";
import { todayAnswer } from "./today-answer.ts";
import { todayFigures } from "./today-figures.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly board: Board;
}

const ORDER = BoardState.options;

export function TodayPage({ frame, words, board }: Props) {
  const { f, t } = words;
  const { first, second } = todayAnswer(board, words);
  const today = f.dayOf(board.now);
  const rows = [...board.rows].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const max = scaleOf(rows);
  const files = [
    {
      name: "CSV",
      href: apiHref("/visits", { from: board.day, to: addDays(board.day, 1), step: "PT1H", format: "csv" }),
    },
    {
      name: "Arrow",
      href: apiHref("/visits", { from: board.day, to: addDays(board.day, 1), step: "PT1H", format: "arrow" }),
    },
    { name: "JSON", href: apiHref("/board") },
  ];
  return (
    <Document frame={frame} words={words} place="today" title={t.shell.groups.today}>
      <Answer
        lead={capital(f.full(today))}
        facts={[t.today.situation(isoWeek(today).week, f.time(board.now))]}
        first={first}
        second={second}
      >
        <Refresh words={words} />
      </Answer>
      {board.advice && <AdviceLine frame={frame} words={words} advice={board.advice} explained={false} />}
      <figure>
        <section
          class="board"
          data-live={board.day}
          data-zone={board.zone}
          data-inside={t.today.inside("{people}", "{tolerance}", "{capacity}", "{time}")}
        >
          <h2 class="vh">{t.today.boardTitle}</h2>
          <BoardHead board={board} words={words} max={max} />
          <BoardRow row={board.territory} board={board} max={scaleOf([board.territory])} words={words} />
          {rows.map((row) => (
            <BoardRow row={row} board={board} max={max} words={words} />
          ))}
        </section>
        <Pictures words={words} />
      </figure>
      <BoardKey board={board} words={words} />
      <Figures figures={todayFigures(board, words)} />
      <Twin
        title={t.today.twin}
        files={files}
        tables={[twinTable(board, [board.territory, ...rows], words)]}
      />
      <How
        words={words}
        sentences={[
          t.today.how,
          board.rows.some(({ inside }) => inside) ? t.today.howInside : "",
          board.coverage === null
            ? ""
            : t.today.howCoverage(
                shareOf(board.coverage, words),
                shareOrNone(board.territory.estimated_share, words),
              ),
          stateOf(board.as_of, board.now, words),
        ]}
        figure={board.figure}
        quote={`${first} ${capital(f.full(today))}. ${named(frame.office, frame.lang)}.`}
      />
    </Document>
  );
}

/** Column heads of the board. */
export function BoardHead({ board, words, max }: { board: Board; words: Words; max: number }) {
  const { f, t } = words;
  return (
    <div class="brow">
      <div>
        <b>{t.today.site}</b>
      </div>
      <div>
        <b>{t.today.state}</b>
      </div>
      <div class="r">
        <b>{t.today.visits}</b>
      </div>
      <div>
        <b>
          <Rich
            text={
              board.before_opening
                ? t.today.yesterdayHead(`${f.weekday(board.day)} ${f.long(board.day)}`)
                : t.today.todayAt(f.time(board.now))
            }
          />
        </b>
        {t.today.scale(f.int(max))}
      </div>
      <div class="d7 dh">
        {board.territory.days.map(({ day }) => (
          <span {...(isWeekend(day) ? { class: "we" } : {})}>
            <b>{f.weekdayShort(day)}</b> <Rich text={f.number(day)} />
          </span>
        ))}
      </div>
    </div>
  );
}

/** How the board is read. */
export function BoardKey({ board, words }: { board: Board; words: Words }) {
  const { f, t } = words;
  const { key } = t.today;
  const usual = board.before_opening ? key.usualDay(f.weekday(board.day)) : key.usualNow;
  return (
    <ReadingKey
      label={t.shell.readingKey}
      items={[
        { swatch: "bar", text: key.counted },
        { swatch: "estimatedBar", text: key.estimated },
        { swatch: "usual", text: usual },
        ...(board.before_opening ? [] : [{ swatch: "bracket" as const, text: key.expected }]),
        { swatch: "forecast", text: key.forecast },
        { swatch: "booked", text: key.booked },
        { swatch: "missingBar", text: key.missing },
        { swatch: "closed", text: key.closed },
      ]}
    />
  );
}

function twinTable(board: Board, rows: readonly Board["territory"][], words: Words) {
  const { f, t, lang } = words;
  const { twinCols } = t.today;
  return {
    caption: t.today.twinCaption,
    columns: [
      { name: t.today.site },
      { name: t.today.state },
      { name: twinCols.counted, number: true },
      { name: twinCols.usual, number: true },
      { name: twinCols.expected, number: true },
      ...board.territory.days.map(({ day }) => ({ name: f.shortWeekday(day), number: true })),
      { name: twinCols.note },
    ],
    rows: rows.map((row) => ({
      cells: [
        named(row.name, lang),
        t.today.states[row.state],
        row.visits === null
          ? "—"
          : `${row.bound === "at_least" ? "≥ " : row.bound === "about" ? "≈ " : ""}${f.int(row.visits)}`,
        row.usual_now ? f.range(row.usual_now) : "—",
        row.expected ? f.range(row.expected) : "—",
        ...row.days.map((day) => dayText(day, words)),
        [fullNote(row, board, words), capital(insideNote(row, words))].filter(Boolean).join(" "),
      ],
    })),
  };
}
