/** The page of one site: today and seven days ahead, and the way to each of its screens. */
import type { Board, BoardRow as Row } from "../../src/contract/board.ts";
import { PLACES, type Place, placePath, SITE_PLACES } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Answer } from "../components/answer.tsx";
import { Pictures } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { apiHref, pageHref } from "../components/links.ts";
import { Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { BoardRow } from "./board-row.tsx";
import { scaleOf } from "./board-scale.ts";
import { dayText } from "./board-words.ts";
import { NotFoundPage } from "./notices.tsx";
import { siteAnswer, siteFigures } from "./site-words.ts";
import { BoardHead, BoardKey } from "./today.tsx";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly board: Board;
  readonly site: string;
}

export function SitePage({ frame, words, board, site }: Props) {
  const row = board.rows.find((known) => known.site === site);
  if (!row) return <NotFoundPage frame={frame} words={words} />;
  const { f, t, lang } = words;
  const { first, second } = siteAnswer(row, board, words);
  const name = named(row.name, lang);
  const max = scaleOf([row]);
  const hours =
    row.opening.kind === "open" ? t.site.facts.open(f.hours(row.opening.hours)) : t.site.facts.closed;
  const reports = row.feeds.flatMap(({ feed, last_at }) =>
    last_at === null ? [] : [`${feed} ${f.long(f.dayOf(last_at))}, ${f.time(last_at)}`],
  );
  return (
    <Document frame={frame} words={words} place="site" title={name}>
      <Answer
        lead={row.municipality ? `${name}, ${row.municipality}` : name}
        facts={[capital(f.full(board.day)), hours]}
        first={first}
        second={second}
      />
      <figure>
        <section class="board">
          <h2 class="vh">{t.site.row}</h2>
          <BoardHead board={board} words={words} max={max} />
          <BoardRow row={row} board={board} max={max} words={words} />
        </section>
        <Pictures words={words} />
      </figure>
      <BoardKey board={board} words={words} />
      <Figures figures={siteFigures(row, words)} />
      <Links frame={frame} words={words} site={site} />
      <Twin
        title={t.site.twin}
        files={[
          {
            name: "CSV",
            href: apiHref("/visits", { sites: site, from: board.day, step: "PT1H", format: "csv" }),
          },
          { name: "JSON", href: apiHref("/board") },
        ]}
        tables={[weekTable(row, words)]}
      />
      <How
        words={words}
        sentences={[
          t.site.how,
          reports.length > 0 ? t.site.feeds(f.list(reports)) : "",
          stateOf(board.as_of, board.now, words),
        ]}
        figure={board.figure}
        quote={`${name} : ${first} ${capital(f.full(board.day))}. ${named(frame.office, lang)}.`}
      />
    </Document>
  );
}

/** Every screen that can be about this site alone. */
function Links({ frame, words, site }: Omit<Props, "board">) {
  const { shell, site: own } = words.t;
  const path = (place: Place) =>
    PLACES[place].perSite
      ? placePath(place, site)
      : `${PLACES[place].path}?sites=${encodeURIComponent(site)}`;
  return (
    <nav class="onward" aria-label={own.detail}>
      <h2>{own.detail}</h2>
      <ul>
        {SITE_PLACES.filter((place) => place !== "site").map((place) => (
          <li>
            <a href={pageHref(frame.lang, path(place))}>{shell.places[place]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function weekTable(row: Row, words: Words) {
  const { f, t, lang } = words;
  const { twinCols } = t.site;
  return {
    caption: t.site.twinCaption,
    columns: [
      { name: twinCols.day },
      { name: twinCols.hours },
      { name: twinCols.range, number: true },
      { name: twinCols.booked, number: true },
    ],
    rows: row.days.map((day) => ({
      cells: [
        f.full(day.day),
        day.opening.kind === "open"
          ? f.hours(day.opening.hours)
          : t.shell.state.closed(day.opening.reason && named(day.opening.reason, lang)),
        day.group_only ? "—" : dayText(day, words),
        day.booked === null ? "—" : f.int(day.booked),
      ],
    })),
  };
}
