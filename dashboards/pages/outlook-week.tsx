/** The next seven days as a table: opening, range, places booked, people at the desk. Each open day is a link that
 *  explains it. */
import type { ComingDay, Outlook } from "../../src/contract/outlook.ts";
import { placePath } from "../../src/contract/places.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { RangeBar } from "../charts/driver-steps.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { dayHref, endsOf, isShut } from "./outlook-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Outlook;
  readonly words: Words;
}

export function SevenRows({ frame, reply, words }: Props) {
  const { f, t } = words;
  const { cols } = t.outlook;
  const days = reply.coming.slice(1, 8);
  const desk = days.some((day) => day.desk !== null);
  const books = days.some((day) => day.booked !== null);
  const high = Math.max(10, ...days.map((day) => Math.max(day.forecast?.q90 ?? 0, day.booked ?? 0))) * 1.1;
  const [from, to] = [days[0]?.day, days.at(-1)?.day];
  return (
    <section class="list">
      <h2>{t.outlook.sevenTitle}</h2>
      <table>
        <caption class="vh">
          {from && to ? t.outlook.sevenCaption(f.long(from), f.long(to)) : t.outlook.sevenTitle}
        </caption>
        <thead>
          <tr>
            <th scope="col">{cols.day}</th>
            <th scope="col" class="hr">
              {cols.open}
            </th>
            <th scope="col" class="r rg">
              {cols.range}
            </th>
            <th scope="col" class="bd">
              <span class="vh">{cols.band}</span>
            </th>
            {books && (
              <th scope="col" class="r">
                {cols.booked}
              </th>
            )}
            {desk && (
              <th scope="col" class="r st2">
                {cols.desk}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr {...(day.day === reply.selected ? { class: "sel" } : {})}>
              <th scope="row">
                <DayLink frame={frame} reply={reply} words={words} day={day} />
              </th>
              <td class="hr">{openText(day, words)}</td>
              <td class="r">
                <RangeText day={day} words={words} />
              </td>
              <td class="bd">
                {isShut(day) ? (
                  <svg width="100%" height="16" aria-hidden="true">
                    <rect y="4" width="100%" height="8" class="p-closed" />
                  </svg>
                ) : (
                  <RangeBar levels={day.forecast} booked={day.booked ?? 0} low={0} high={high} height={16}>
                    <rect width="1.5" height="16" class="f-ink" />
                  </RangeBar>
                )}
              </td>
              {books && <td class="r">{isShut(day) || day.booked === null ? "" : f.int(day.booked)}</td>}
              {desk && <td class="r st2">{day.desk === null ? "" : <b>{f.int(day.desk)}</b>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <DeskNote frame={frame} reply={reply} words={words} />
    </section>
  );
}

function DayLink({ frame, reply, words, day }: Props & { readonly day: ComingDay }) {
  const text = <Rich text={words.f.shortWeekday(day.day)} />;
  if (!day.forecast) return <b>{text}</b>;
  const current = day.day === reply.selected ? ({ "aria-current": "true" } as const) : {};
  return (
    <b>
      <a href={dayHref(frame, reply, day.day)} {...current}>
        {text}
      </a>
    </b>
  );
}

/** Hours, or why there are none. */
export function openText(
  day: { readonly opening: ComingDay["opening"]; readonly group_only?: boolean },
  { f, t }: Words,
): string {
  if (day.group_only) return t.outlook.groupOnly;
  return day.opening.kind === "open" ? f.hours(day.opening.hours) : t.shell.closed;
}

function RangeText({ day, words }: { day: ComingDay; words: Words }) {
  const { f, t } = words;
  const ends = endsOf(day);
  if (day.group_only) {
    return (
      <>
        <span class="narrow-in">{t.outlook.group} </span>
        <b>{f.int(day.booked ?? 0)}</b>
      </>
    );
  }
  if (isShut(day)) return <span class="narrow-in">{t.shell.closed}</span>;
  return ends ? <b>{f.range(ends)}</b> : <>—</>;
}

function DeskNote({ frame, reply, words }: Props) {
  const { f, t } = words;
  if (reply.desk_rule === null) return null;
  return (
    <p class="note hint">
      {t.outlook.deskRule(f.int(reply.desk_rule))}{" "}
      <a href={pageHref(frame.lang, placePath("staffing", reply.site))}>{t.outlook.deskLink}</a>
    </p>
  );
}
