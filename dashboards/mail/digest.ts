/** The mail of the morning: yesterday, today, the weekend, what changed, who is silent, what is alarming. */
import type { DigestFacts, DigestSite } from "../../src/contract/mail.ts";
import { named, type Words, wordsFor } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import type { Letter, Section, Table } from "./letter.ts";
import { dayWords, moment, noticeSentence, siteName } from "./notices.ts";

/** Sites named among the largest changes, and corrections told. */
const MOVES = 3;
const CORRECTIONS = 5;

export function digestLetter(facts: DigestFacts, lang: Words["lang"]): Letter {
  const words = wordsFor(lang, facts.zone);
  const { t } = words;
  const { mail } = t;
  return {
    lang,
    subject: digestSubject(facts, words),
    lead: `${named(facts.office, lang)} · ${capital(words.f.full(facts.today))}`,
    sections: [
      ...(facts.notices.length > 0
        ? [
            {
              title: mail.alerts(facts.notices.length),
              lines: facts.notices.map((notice) => noticeSentence(facts, notice, words)),
            },
          ]
        : []),
      { title: mail.days, lines: dayLines(facts, words), table: siteTable(facts, words) },
      { title: mail.weekend, lines: weekendLines(facts, words) },
      changes(facts, words),
      silence(facts, words),
    ],
    link:
      facts.url === null ? null : { text: mail.open, url: `${facts.url}${lang === "fr" ? "/" : `/${lang}`}` },
    foot: [mail.whyDigest, ...(facts.simulated ? [mail.simulated] : [])],
  };
}

/** The answer before the mail is opened. */
function digestSubject({ all, sites, silent }: DigestFacts, { t }: Words): string {
  const { mail } = t;
  const closed = sites.every(({ today }) => today.opening.kind === "closed");
  const today = closed ? mail.subjectClosed : all.today ? mail.subjectToday(all.today) : mail.subjectUnknown;
  const wasClosed = sites.every(({ yesterday }) => yesterday.state === "closed");
  return mail.join([
    today,
    ...(wasClosed ? [] : [mail.subjectYesterday(all.yesterday, all.missing > 0)]),
    ...(silent.length > 0 ? [mail.subjectSilent(silent.length)] : []),
  ]);
}

function dayLines({ all, sites, yesterday }: DigestFacts, words: Words): string[] {
  const { mail } = words.t;
  const closed = sites.every(({ today }) => today.opening.kind === "closed");
  const today = closed ? mail.todayClosed : all.today ? mail.today(all.today) : mail.todayUnknown;
  const day = capital(dayWords(yesterday, words));
  const past =
    all.yesterday !== null
      ? mail.yesterday(day, all.yesterday, all.missing, all.estimated)
      : sites.every((site) => site.yesterday.state === "closed")
        ? mail.yesterdayClosed(day)
        : mail.yesterdayNone(day);
  const before = all.comparable === null ? "" : ` ${mail.comparable(all.comparable)}`;
  return [today, `${past}${before}`];
}

function siteTable(facts: DigestFacts, words: Words): Table {
  const { head } = words.t.mail;
  return {
    head: [head.site, head.yesterday, head.today],
    rows: facts.sites.map((site) => [
      siteName(facts, site.site, words),
      yesterdayCell(site, words),
      todayCell(site, words),
    ]),
  };
}

function yesterdayCell({ yesterday: { visits, state, estimated } }: DigestSite, { f, t }: Words): string {
  if (visits === null) return state === "closed" ? t.mail.closed : t.mail.missing;
  return estimated > 0 ? t.mail.about(f.int(visits), estimated) : f.int(visits);
}

function todayCell({ today: { opening, expected, booked } }: DigestSite, { f, t }: Words): string {
  const places = booked ? [t.mail.booked(booked)] : [];
  if (opening.kind === "closed") return [t.mail.closed, ...places].join(" · ");
  const range = expected ? f.range(expected) : t.mail.noForecast;
  const hours = f.hours(opening.hours).replaceAll(" – ", "\u00a0–\u00a0");
  return [range, hours, ...places].join(" · ");
}

function weekendLines({ weekend, saturday_before: before, today }: DigestFacts, { f, t }: Words): string[] {
  if (!weekend) return [t.shell.state.noForecast];
  const { saturday, sunday } = weekend.by_day;
  const strongest =
    saturday && sunday && Math.abs(saturday.high / Math.max(1, sunday.high) - 1) > 0.03
      ? f.weekday(saturday.high > sunday.high ? weekend.saturday : weekend.sunday)
      : null;
  const days = t.mail.weekendDays(saturday && f.range(saturday), sunday && f.range(sunday));
  const year = weekend.year_before === null ? "" : t.mail.yearBefore(weekend.year_before);
  return [
    t.today.weekend(weekend.verdict, strongest, weekend.both, today >= weekend.saturday, false),
    [days, year].filter(Boolean).join(" "),
    before && today < weekend.saturday ? t.mail.saturdayBefore(before) : "",
  ].filter(Boolean);
}

function changes(facts: DigestFacts, words: Words): Section {
  const { f, t } = words;
  const { week, corrected } = facts;
  const moves = (week?.sites ?? [])
    .filter(({ visits, before }) => Math.round(visits) !== Math.round(before))
    .slice(0, MOVES)
    .map(({ site, visits, before }) => t.mail.move(siteName(facts, site, words), visits, before));
  const mended = corrected
    .slice(0, CORRECTIONS)
    .map(({ site, day, before, after }) =>
      t.mail.corrected(siteName(facts, site, words), f.long(day), before, after),
    );
  const whole = week
    ? [t.mail.week(week.visits, week.before), week.left_out > 0 ? t.mail.leftOut(week.left_out) : ""]
    : [t.mail.noWeek];
  return {
    title: t.mail.changed,
    lines: [whole.filter(Boolean).join(" "), moves.join(" "), ...mended].filter(Boolean),
  };
}

function silence(facts: DigestFacts, words: Words): Section {
  const { mail } = words.t;
  const lines = facts.silent.map(({ site, kind, last_at, health }) => {
    const name = site === null ? mail.territory : siteName(facts, site, words);
    return mail.silent(name, kind, moment(last_at, words), health === "failed");
  });
  return { title: mail.silentTitle, lines: lines.length > 0 ? lines : [mail.noneSilent] };
}
