/** The screen "Réservations à venir": what is sold already, against the habit at the same number of days ahead. */
import type { Bookings } from "../../src/contract/bookings.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Answer } from "../components/answer.tsx";
import { Chart } from "../components/chart.tsx";
import { Document } from "../components/document.tsx";
import { type Figure, Figures } from "../components/figures.tsx";
import { How, stateOf } from "../components/how.tsx";
import { ReadingKey } from "../components/key.tsx";
import { apiHref } from "../components/links.ts";
import { OtherSites } from "../components/other-sites.tsx";
import { type TableProps, Twin } from "../components/twin.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { BookingsChart, PHONE_LEAD } from "./bookings-chart.tsx";
import { BookedRows, DayGroups } from "./bookings-list.tsx";
import { alikeText, bookingsAnswer, bookingsTitle, leadOf, morningOf } from "./bookings-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Bookings;
}

export function BookingsPage({ frame, words, reply }: Props) {
  const { f, t, lang } = words;
  const { first, second } = bookingsAnswer(reply, words);
  const name = named(reply.name, lang);
  const { selected } = reply;
  const alike = alikeText(reply, words);
  const files = [
    { name: "JSON", href: apiHref("/bookings", { site: reply.site, day: selected?.day ?? null }) },
  ];
  return (
    <Document frame={frame} words={words} place="bookings" title={`${t.shell.places.bookings}, ${name}`}>
      <Answer
        lead={[name, reply.municipality].filter(Boolean).join(", ")}
        facts={[t.outlook.situation(f.full(f.dayOf(reply.now)), f.time(reply.now))]}
        first={first}
        second={second}
      >
        <OtherSites frame={frame} words={words} place="bookings" site={reply.site} />
      </Answer>
      {selected && (
        <>
          <Chart
            words={words}
            title={bookingsTitle(reply, words)}
            sub={
              <>
                <span class="wide">{t.bookings.sub(reply.curve.length - 1)}</span>
                <span class="narrow">{t.bookings.sub(Math.min(PHONE_LEAD, reply.curve.length - 1))}</span>
              </>
            }
            open={null}
          >
            <BookingsChart reply={reply} words={words} />
          </Chart>
          <Key reply={reply} words={words} />
          <Figures figures={figuresOf(reply, words)} />
          <BookedRows frame={frame} reply={reply} words={words} />
          <Twin title={t.bookings.twin(reply.curve.length)} files={files} tables={[twinOf(reply, words)]} />
        </>
      )}
      <How
        words={words}
        sentences={[
          t.bookings.how,
          alike ? t.bookings.howAlike(alike) : "",
          stateOf(reply.as_of, reply.now, words),
        ]}
        figure={reply.figure}
        quote={`${name}. ${first} ${named(frame.office, lang)}.`}
      />
    </Document>
  );
}

function Key({ reply, words }: Omit<Props, "frame">) {
  const { key } = words.t.bookings;
  const booked = reply.curve.flatMap((point) => point.booked ?? []);
  const fell = booked.some((places, i) => i > 0 && places < (booked[i - 1] ?? 0));
  return (
    <ReadingKey
      label={words.t.shell.readingKey}
      items={[
        { swatch: "stairs", text: key.booked },
        ...(fell ? [{ swatch: "fall" as const, text: key.fall }] : []),
        ...(reply.curve.some(({ usual }) => usual) ? [{ swatch: "habit" as const, text: key.usual }] : []),
      ]}
    />
  );
}

function figuresOf(reply: Bookings, words: Words): Figure[] {
  const { f, t } = words;
  const { figures, placesUnit } = t.bookings;
  const { selected } = reply;
  if (!selected) return [];
  const { booked, groups, usual, opening } = selected;
  const hours = opening.kind === "open" ? f.hours(opening.hours) : "";
  const day = `${f.weekday(selected.day)} ${f.long(selected.day)}`;
  return [
    {
      name: figures.booked,
      value: f.int(booked),
      unit: placesUnit(booked),
      text: figures.bookedWhy(day, hours),
    },
    {
      name: figures.usual(t.bookings.lead(leadOf(selected))),
      value: usual ? f.range(usual) : "—",
      unit: usual ? placesUnit(usual.high) : "",
      text: usual
        ? figures.usualWhy(alikeText(reply, words), f.int(usual.middle))
        : opening.kind === "closed"
          ? t.shell.closed
          : figures.usualNone,
    },
    {
      name: figures.groups,
      value: f.int(groups),
      unit: placesUnit(groups),
      drawing: <DayGroups reply={reply} words={words} />,
      text: reply.steps.length > 0 || groups > 0 ? t.bookings.groupsNote : figures.groupsNone,
    },
  ];
}

/** The n-th row is the n-th morning of the chart. */
function twinOf(reply: Bookings, { f, t }: Words): TableProps {
  const { twinCols } = t.bookings;
  return {
    caption: t.bookings.twinCaption(f.full(reply.selected?.day ?? "1970-01-01")),
    columns: [
      { name: twinCols.morning },
      { name: twinCols.booked, number: true },
      { name: twinCols.usual, number: true },
    ],
    rows: reply.curve.map(({ lead, booked, usual }) => {
      const morning = morningOf(reply, lead);
      return {
        id: `d${morning}`,
        cells: [
          `${t.bookings.leadShort(lead)}, ${f.shortWeekday(morning)}`,
          booked === null ? "—" : f.int(booked),
          usual ? `${f.range(usual)} (${f.int(usual.middle)})` : "—",
        ],
      };
    }),
  };
}
