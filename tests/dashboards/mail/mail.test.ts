import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mails } from "../../../dashboards/mail/mail.ts";
import { wrap } from "../../../dashboards/mail/text.ts";
import { LANGUAGES } from "../../../src/domain/language.ts";
import { DIGEST, EMPTY, FRAME, NOTICES } from "./facts.ts";

describe.each(LANGUAGES)("the mail of the morning, %s", (lang) => {
  const { subject, text, html } = mails.digest(DIGEST, lang);

  test("reads as it was looked at", async () => {
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../../golden/mail/digest-${lang}.txt`);
    await expect(html).toMatchFileSnapshot(`../../golden/mail/digest-${lang}.html`);
  });

  test("the subject is the answer: today's range, yesterday's count, who is silent", () => {
    expect(subject).toMatch(/210.*300.*331.*2/);
    expect(subject.length).toBeLessThan(110);
  });

  test("is one small document with nothing to fetch, run or track", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect(html).not.toMatch(/<(img|script|link|style|iframe|form)\b|url\(|@import|src=/);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      `https://beffroi.example.org${lang === "fr" ? "/" : `/${lang}`}`,
    ]);
  });

  test("lines of the plain text are short enough for any reader", () => {
    for (const line of text.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(76);
  });

  test("a name with quotes and marks stays what it is", () => {
    expect(html).toContain("Le &quot;Labo&quot; &lt;b> &amp; Cie");
    expect(text).toContain('Le "Labo" <b> & Cie');
    expect(html).not.toContain("<b> &amp;");
  });

  test("missing, closed, zero and estimated are four different things", () => {
    const cells = [...html.matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)</g)].map(
      ([, , cell]) => cell,
    );
    expect(new Set(cells).size).toBe(5);
    expect(cells[4]).toBe("0");
    expect(cells[1]).toMatch(/^≈ 117/);
  });

  test("no percentage, and no bare forecast", () => {
    expect(text).not.toContain("%");
  });

  test("on the first morning it says what it does not know", async () => {
    const first = mails.digest(EMPTY, lang);
    await expect(`${first.subject}\n\n${first.text}`).toMatchFileSnapshot(
      `../../golden/mail/digest-empty-${lang}.txt`,
    );
    expect(first.html).not.toContain("href=");
  });
});

describe.each(LANGUAGES)("alerts, %s", (lang) => {
  test("each kind has its sentence; the subject is the first one's", async () => {
    const { subject, text } = mails.alert(FRAME, NOTICES, lang);
    await expect(`${subject}\n\n${text}`).toMatchFileSnapshot(`../../golden/mail/alert-${lang}.txt`);
  });

  test.each(NOTICES)("$kind alone is a subject of one line", (notice) => {
    const { subject } = mails.alert(FRAME, [notice], lang);
    expect(subject).not.toMatch(/[\r\n*]/);
    expect(subject.length).toBeGreaterThan(15);
  });
});

test("a name cannot break the subject into headers", () => {
  const names = { "tank-1917": { fr: "Tank\r\nBcc: all@example.org" } };
  const { subject } = mails.alert({ ...FRAME, names }, NOTICES.slice(0, 1), "fr");
  expect(subject).not.toMatch(/[\r\n]/);
});

test("wrapping loses no word and never breaks inside one", () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 30 }).filter((w) => !/[\s*]/.test(w)));
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrap(list.join(" ")).split("\n");
      expect(lines.join(" ")).toBe(list.join(" "));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(76);
    }),
  );
});
