/** The next four weeks as a table, against the habit, and the groups of the day looked at. */
import type { BookedDay, Bookings } from "../../src/contract/bookings.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { box, Stretch, short } from "../charts/plot.tsx";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { bookedHref } from "./bookings-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Bookings;
  readonly words: Words;
}

/** Two tables of two weeks, so that a desk shows them side by side; days closed on end share a row. */
export function BookedRows({ frame, reply, words }: Props) {
  const { t } = words;
  const half = Math.ceil(reply.coming.length / 2);
  return (
    <section class="list four-weeks" aria-labelledby="four-weeks">
      <h2 id="four-weeks">{t.bookings.listTitle}</h2>
      <div>
        {[reply.coming.slice(0, half), reply.coming.slice(half)].map((days) => (
          <Weeks frame={frame} reply={reply} words={words} days={days} />
        ))}
      </div>
    </section>
  );
}

function Weeks({ frame, reply, words, days }: Props & { readonly days: readonly BookedDay[] }) {
  const { f, t } = words;
  const { cols } = t.bookings;
  const [from, to] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  const most = Math.max(10, ...reply.coming.map(({ booked, usual }) => Math.max(booked, usual?.high ?? 0)));
  return (
    <table>
      <caption class="vh">{t.bookings.listCaption(f.long(from), f.long(to))}</caption>
      <thead>
        <tr>
          <th scope="col">{cols.day}</th>
          <th scope="col" class="r">
            {cols.booked}
          </th>
          <th scope="col" class="bd">
            <span class="vh">{cols.bar}</span>
          </th>
          <th scope="col" class="r">
            {cols.usual}
          </th>
          <th scope="col" class="wd">
            {cols.word}
          </th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(days).map(({ day, until }) =>
          isShut(day) ? (
            <tr>
              <th scope="row" colSpan={2}>
                <Rich
                  text={
                    day.day === until
                      ? f.shortWeekday(until)
                      : t.bookings.days(f.shortWeekday(day.day), f.shortWeekday(until))
                  }
                />
              </th>
              <td class="bd" />
              <td />
              <td class="wd g">{t.shell.closed}</td>
            </tr>
          ) : (
            <tr {...(day.day === reply.selected?.day ? { class: "sel" } : {})}>
              <th scope="row">
                <a href={bookedHref(frame, reply, day.day)}>
                  <Rich text={f.shortWeekday(day.day)} />
                </a>
              </th>
              <td class="r">{f.int(day.booked)}</td>
              <td class="bd">
                <HabitBar day={day} most={most} />
              </td>
              <td class="r">{day.usual ? f.range(day.usual) : ""}</td>
              <td class="wd">{wordOf(day, words)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** Days in order, those closed on end as one. */
function rowsOf(days: readonly BookedDay[]): { readonly day: BookedDay; readonly until: string }[] {
  const rows: { day: BookedDay; until: string }[] = [];
  for (const day of days) {
    const last = rows.at(-1);
    if (last && isShut(last.day) && isShut(day)) last.until = day.day;
    else rows.push({ day, until: day.day });
  }
  return rows;
}

const isShut = (day: BookedDay) => day.opening.kind === "closed" && !day.group_only;

function wordOf(day: BookedDay, { t }: Words) {
  if (day.group_only) return t.bookings.onlyGroup;
  const word = t.bookings.word[day.verdict];
  return day.verdict === "more" || day.verdict === "less" ? <b>{word}</b> : word;
}

/** Places in hand as an ink bar from zero over the range that is usual. */
function HabitBar({ day: { booked, usual }, most }: { day: BookedDay; most: number }) {
  return (
    <Stretch count={most} height={16}>
      {usual && (
        <>
          <path d={box(usual.low, 0, Math.max(usual.high, usual.low + most / 80), 16)} class="f-b80" />
          <path d={`M${short(usual.low)} 0V16M${short(usual.high)} 0V16`} class="l-acc" />
        </>
      )}
      {booked > 0 && <path d={box(0, 5, booked, 11)} class="f-ink" />}
    </Stretch>
  );
}

/** Groups of the day looked at, by size and tariff class. */
export function DayGroups({ reply, words }: Omit<Props, "frame">) {
  const { f, t } = words;
  if (reply.steps.length === 0) return null;
  return (
    <ul class="groups">
      {reply.steps.map(({ day, lead, tariff, places }) => {
        const say = places < 0 ? t.bookings.groupGave : t.bookings.groupTook;
        const size = t.bookings.places(Math.abs(places));
        return (
          <li>
            <Rich text={say(size, t.bookings.tariff[tariff], f.short(day), t.bookings.leadShort(lead))} />
          </li>
        );
      })}
    </ul>
  );
}
