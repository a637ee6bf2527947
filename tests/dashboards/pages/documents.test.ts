import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { siteMap } from "../../../dashboards/pages/site-map.ts";
import { weights } from "../../../dashboards/pages/weights.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import { DOCUMENTS, NOTHING_KNOWN } from "../../../src/contract/documents.ts";
import { PLACES } from "../../../src/contract/places.ts";
import { LANGUAGES } from "../../../src/domain/language.ts";
import { FACTS } from "../fixtures/documents.ts";
import { frame } from "../fixtures/sites.ts";

const NAMES = Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[];

describe.each(LANGUAGES)("pages of text, %s", (lang) => {
  const { f, t } = wordsFor(lang, "UTC");

  test.each(NAMES)("%s states what is known, and says what is not", (name) => {
    const html = (facts: typeof FACTS) =>
      renderPage(frame(lang, DOCUMENTS[name]), { kind: "document", name, facts });
    const [full, empty] = [html(FACTS), html(NOTHING_KNOWN)];
    for (const page of [full, empty]) {
      expect(page).not.toMatch(/undefined|NaN|\[object/);
      expect(page.match(/<h1>/g)).toHaveLength(1);
    }
    if (name !== "sitemap") expect(full).not.toBe(empty);
  });

  test("accessibility is not compliant whatever the checks found, and faults are not hidden", () => {
    const said = (facts: typeof FACTS) => JSON.stringify(t.documents.accessibility(facts));
    const found = {
      ...FACTS,
      checked: { day: "2026-11-25", axe: "4.14.0", screens: 3, pages: 96, violations: 2 },
    };
    for (const facts of [FACTS, NOTHING_KNOWN, found]) {
      expect(t.documents.accessibility(facts).first).toBe(`${t.shell.accessibility}.`);
    }
    expect(said(FACTS)).toContain(f.int(96));
    expect(said(found)).toMatch(/[*]2 |: 2 |\*2\u00a0/);
    expect(said(NOTHING_KNOWN)).not.toContain("axe-core");
  });

  test("the heaviest screen is named in the sentence and stands in the table beside the limit", () => {
    expect(t.documents.ecodesign(FACTS).first).toContain(f.decimal(14.9));
    const [block] = weights(FACTS.measured, wordsFor(lang, "UTC"));
    expect(block?.table?.rows.at(-1)?.slice(1)).toEqual(["60", "900"]);
    expect(block?.table?.rows.map(([name]) => name).slice(0, 2)).toEqual([
      t.shell.places.today,
      t.shell.places.attendance,
    ]);
    expect(weights(null, wordsFor(lang, "UTC"))).toEqual([
      { title: t.documents.weights, lines: [t.documents.notMeasured] },
    ]);
  });

  test("the map names every screen; a screen of each site is one link where sites are many", () => {
    const at = frame(lang, "/plan-du-site");
    const words = wordsFor(lang, "UTC");
    const hrefs = (sites: typeof at.sites) =>
      siteMap({ ...at, sites }, words).flatMap(({ links = [] }) => links.map(({ href }) => href));
    for (const { path } of Object.values(PLACES))
      expect(hrefs(at.sites).some((one) => one.startsWith(path))).toBe(true);
    expect(hrefs(at.sites)).toContain("/previsions/chateau-esnes");
    const many = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, name: { fr: `Site ${i}` } }));
    expect(hrefs(many).filter((one) => one.startsWith("/previsions"))).toEqual(["/previsions"]);
  });
});
