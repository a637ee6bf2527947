/** Alerts in words: the whole sentence for the mail, and a brief one for its subject. */
import type { MailFrame } from "../../src/contract/mail.ts";
import type { Notice } from "../../src/domain/notice.ts";
import { toIso } from "../../src/domain/time.ts";
import { named, type Words } from "../i18n/catalog.ts";

/** Name of a site as the mail says it; its id where nobody named it. Asterisks would turn bold. */
export function siteName(frame: MailFrame, site: string, { lang }: Words): string {
  const name = frame.names[site];
  return (name ? named(name, lang) : site).replaceAll("*", "");
}

/** Day and hour of an instant, null where there is none. */
export function moment(iso: string | null, { f, t }: Words): string | null {
  return iso === null ? null : t.mail.moment(dayWords(f.dayOf(iso), { f }), f.time(iso));
}

/** Saturday 28 November. */
export function dayWords(day: string, { f }: Pick<Words, "f">): string {
  return `${f.weekday(day)} ${f.long(day)}`;
}

export function noticeSentence(frame: MailFrame, notice: Notice, words: Words): string {
  const { f, t } = words;
  switch (notice.kind) {
    case "forecast_occupancy_above":
      return t.mail.expectedFull(
        siteName(frame, notice.site, words),
        dayWords(notice.day, words),
        f.time(toIso(notice.hour)),
        notice,
        notice.limit,
        notice.capacity,
      );
    case "occupancy_above": {
      const time = f.time(toIso(notice.at));
      const name = siteName(frame, notice.site, words);
      return t.mail.full(name, time, notice.inside, notice.limit, notice.capacity);
    }
    case "feed_silent": {
      const since = notice.since === null ? null : moment(toIso(notice.since), words);
      return t.mail.silentSource(sourceName(frame, notice.feed, notice.site, words), since, notice.failed);
    }
    case "feed_suspect":
      return t.mail.suspect(
        sourceName(frame, notice.feed, notice.site, words),
        t.mail.suspectSign(notice.sign, notice.size),
        dayWords(notice.last, words),
      );
    case "data_state":
      return figureText(frame, notice, words);
    case "anomaly":
      return t.mail.unusual(
        siteName(frame, notice.site, words),
        dayWords(notice.day, words),
        notice.visits,
        notice,
      );
  }
}

export function noticeBrief(frame: MailFrame, notice: Notice, words: Words): string {
  const { t } = words;
  switch (notice.kind) {
    case "forecast_occupancy_above":
      return t.mail.expectedFullBrief(siteName(frame, notice.site, words), dayWords(notice.day, words));
    case "occupancy_above":
      return t.mail.fullBrief(siteName(frame, notice.site, words), notice.inside);
    case "feed_silent": {
      const since = notice.since === null ? null : moment(toIso(notice.since), words);
      return t.mail.silentBrief(sourceName(frame, notice.feed, notice.site, words), since);
    }
    case "feed_suspect":
      return t.mail.suspectBrief(sourceName(frame, notice.feed, notice.site, words));
    case "data_state":
      return figureText(frame, notice, words);
    case "anomaly":
      return t.mail.unusualBrief(
        siteName(frame, notice.site, words),
        dayWords(notice.day, words),
        notice.visits,
      );
  }
}

/** `tank-door (Cambrai Tank 1917)`. */
function sourceName(frame: MailFrame, feed: string, site: string | null, words: Words): string {
  return site === null ? feed : `${feed} (${siteName(frame, site, words)})`;
}

/** Short as it is, the same in the subject and in the text. */
function figureText(
  frame: MailFrame,
  { site, day, state, visits, estimated, before }: Extract<Notice, { kind: "data_state" }>,
  words: Words,
): string {
  const { mail } = words.t;
  return mail.figure(
    siteName(frame, site, words),
    dayWords(day, words),
    mail.figureState(state, visits, estimated, before),
  );
}
