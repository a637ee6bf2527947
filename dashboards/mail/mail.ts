/** The renderer of mails, handed to the service beside that of the pages. */
import type { MailFrame, MailRenderer } from "../../src/contract/mail.ts";
import type { Message, Notice } from "../../src/domain/notice.ts";
import { named, type Words, wordsFor } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { digestLetter } from "./digest.ts";
import { letterHtml } from "./html.tsx";
import type { Letter } from "./letter.ts";
import { noticeBrief, noticeSentence } from "./notices.ts";
import { letterText } from "./text.ts";

export const mails: MailRenderer = {
  digest: (facts, lang) => messageOf(digestLetter(facts, lang)),
  alert: (frame, notices, lang) => messageOf(alertLetter(frame, notices, lang)),
};

function alertLetter(frame: MailFrame, notices: readonly Notice[], lang: Words["lang"]): Letter {
  const words = wordsFor(lang, frame.zone);
  const { f, t } = words;
  const [first, ...others] = notices;
  const brief = first ? capital(noticeBrief(frame, first, words)) : "";
  return {
    lang,
    subject: t.mail.join([brief, ...(others.length > 0 ? [t.mail.more(others.length)] : [])]),
    lead: `${named(frame.office, lang)} · ${capital(f.full(f.dayOf(frame.now)))}, ${f.time(frame.now)}`,
    sections: [
      {
        title: t.mail.alerts(notices.length),
        lines: notices.map((notice) => noticeSentence(frame, notice, words)),
      },
    ],
    link:
      frame.url === null
        ? null
        : { text: t.mail.open, url: `${frame.url}${lang === "fr" ? "/" : `/${lang}`}` },
    foot: [t.mail.whyAlert, ...(frame.simulated ? [t.mail.simulated] : [])],
  };
}

/** A subject is one line, whatever a name holds. */
function messageOf(letter: Letter): Message {
  const subject = letter.subject.replaceAll(/[\r\n]+/g, " ").replaceAll("*", "");
  return { subject, text: letterText({ ...letter, subject }), html: letterHtml({ ...letter, subject }) };
}
