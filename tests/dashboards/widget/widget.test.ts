import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { quietAnswer } from "../../../dashboards/widget/answer.ts";
import { widgetDocument } from "../../../dashboards/widget/widget.tsx";
import type { QuietHours, QuietLevel } from "../../../src/contract/quiet-hours.ts";
import { LANGUAGES } from "../../../src/domain/language.ts";
import { closedQuiet, quiet, staleQuiet, unknownQuiet } from "../fixtures/quiet.ts";
import { frame, ZONE } from "../fixtures/sites.ts";

const words = wordsFor("fr", ZONE);
const only = (level: QuietLevel): QuietHours => ({
  ...quiet,
  days: quiet.days.map((day) => ({ ...day, parts: day.parts.map((part) => ({ ...part, level })) })),
});

describe.each(LANGUAGES)("the widget, %s", (lang) => {
  const html = widgetDocument(frame(lang, "/widget/tank-1917"), quiet);

  test("is drawn as it was looked at", async () => {
    await expect(html).toMatchFileSnapshot(`../../golden/widget/quiet-${lang}.html`);
  });

  test("is one document: no script, no link, nothing to fetch, at most 15 kB", () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(15_000);
    expect(html).not.toMatch(/<(script|link|img|iframe|form|a)\b|src=|href=|url\(|@import| style=/);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  test("tells each of the seven days, in words beside shapes", () => {
    expect(html.match(/<tr/g)).toHaveLength(8);
    expect(html.match(/colspan="3"/g)).toHaveLength(2);
    const text = html.replaceAll(/<style>.*<\/style>/gs, "").replaceAll(/<[^>]+>/g, " ");
    for (const word of Object.values(wordsFor(lang, ZONE).t.widget.levels)) expect(text).toContain(word);
  });
});

describe("its sentence", () => {
  test("names the next calm times, one a day", () => {
    expect(quietAnswer(quiet, words)).toBe("Pour venir au calme\u00a0: vendredi matin et samedi matin.");
  });

  test("says when nothing is calm, and what is nearest to it", () => {
    expect(quietAnswer(only("moderate"), words)).toContain("Pas d’heure calme en vue");
    expect(quietAnswer(only("busy"), words)).toBe("Du monde à toute heure ces sept jours.");
  });

  test("says that it does not know, and why", () => {
    expect(quietAnswer(unknownQuiet, words)).toBe("Nous ne savons pas encore dire quand ce sera calme.");
    expect(quietAnswer(staleQuiet, words)).toContain("trop ancienne");
    expect(quietAnswer({ ...unknownQuiet, unknown: "no_usual" }, words)).toContain("assez longtemps");
    expect(quietAnswer(only("unknown"), words)).toContain("Nous ne savons pas encore");
  });

  test("says closed when it is, whatever else is unknown", () => {
    expect(quietAnswer({ ...closedQuiet, unknown: "no_forecast" }, words)).toBe("Fermé ces sept jours.");
  });
});

test("it wears the territory's own colours", () => {
  const colours =
    "/* own */\n@media (prefers-color-scheme: light) {\n  :root {\n    --acc: #00408a;\n  }\n}\n";
  const html = widgetDocument({ ...frame("fr", "/widget/tank-1917"), colours }, quiet);
  const [, sheet = ""] = /<style>(.*)<\/style>/s.exec(html) ?? [];
  expect(sheet.lastIndexOf("--acc: #00408a")).toBeGreaterThan(sheet.lastIndexOf("--acc: #006c58"));
});

test("when nothing can be told it still names the site and says so", () => {
  const html = widgetDocument(frame("fr", "/widget/chapelle-jesuites"), null);
  expect(html).toContain("Heures calmes · Chapelle des Jésuites");
  expect(html).toContain("Revenez un peu plus tard");
  expect(html).not.toContain("<table");
});
