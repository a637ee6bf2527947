/** What the staffing screen says, and its golden drawing. */
import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { halvesOf, runsOf, spansOf } from "../../../dashboards/pages/staffing-runs.ts";
import { staffingAnswer, staffingTitle } from "../../../dashboards/pages/staffing-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import { type Staffing, type StaffStep, staffingRoute } from "../../../src/contract/staffing.ts";
import { staffTotals } from "../../../src/views/staffing/totals.ts";
import { pageAt } from "../fixtures/pages.ts";
import { staffing, unplannedStaffing, unruledStaffing } from "../fixtures/staffing.ts";
import { picture, plotsOf } from "../support/picture.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const said = (reply: Staffing) => {
  const { first, second } = staffingAnswer(reply, fr);
  return [plain(first), plain(second)];
};
/** The fixture with another Saturday, from half-hour to half-hour. */
const saturday = (need80: string, planned: string): Staffing => ({
  ...staffing,
  days: staffing.days.map((day, n) => ({
    ...day,
    group_only: null,
    steps:
      n === 5
        ? day.steps.map((step, i) => ({
            ...step,
            need80: Number(need80[i]),
            planned: planned === "" ? null : Number(planned[i]),
          }))
        : [],
  })),
});

test.each([
  ["full", staffing],
  ["without a rule", unruledStaffing],
  ["without a plan", unplannedStaffing],
])("the %s fixture is a reply of the contract, and its totals are those of its days", (_, reply) => {
  expect(staffingRoute.reply.parse(reply)).toEqual(reply);
  expect(reply.totals).toEqual(staffTotals(reply.days));
});

describe("the answer", () => {
  test("says how many, when, and what the plan has", () => {
    expect(said(staffing)).toEqual([
      "Samedi, trois personnes de 14 h à 16 h, deux ensuite : le plan en prévoit deux.",
      "Pour suffire 8 fois sur 10 il manque 4 h de présence dans la semaine : mercredi, samedi et dimanche. Vendredi, fermé au public : un groupe (52 places), une personne au moins.",
    ]);
    expect(plain(staffingTitle(staffing, fr))).toBe("Une personne manque samedi de 14 h à 16 h");
  });

  test.each([
    ["1111111", "1111111", "Samedi, une personne de 14 h à 17 h 30 : le plan suffit."],
    ["1133333", "3333333", "Samedi, trois personnes de 15 h à 17 h 30, une avant : le plan suffit."],
    [
      "1133112",
      "0000000",
      "Samedi, trois personnes de 15 h à 16 h, deux au plus le reste du temps : le plan n’en prévoit aucune.",
    ],
    [
      "1133111",
      "3311111",
      "Samedi, trois personnes de 15 h à 16 h, une le reste du temps : le plan en prévoit une.",
    ],
  ])("need %s and plan %s", (need, plan, sentence) => {
    expect(said(saturday(need, plan))[0]).toBe(sentence);
  });

  test("does not call an empty plan one of nobody", () => {
    const [first, second] = said(unplannedStaffing);
    expect(first).toContain("rien n’est encore planifié");
    expect(second).toContain("Il faut 13,5 h de présence");
    expect(said(saturday("2222222", ""))[0]).toContain("rien n’est encore planifié");
  });

  test("of a group on a closed day tells who is planned, where anybody is", () => {
    const friday: StaffStep = { from: "10:00", to: "11:30", need50: null, need80: null, planned: 1 };
    const days = staffing.days.map((day, n) => (n === 4 ? { ...day, steps: [friday] } : day));
    expect(said({ ...staffing, days })[1]).toContain("un groupe (52 places), le plan prévoit une personne.");
  });

  test("says what is missing before it can say anything: a rule, a forecast, an open day", () => {
    expect(said(unruledStaffing)[0]).toContain("Sans règle d’accueil");
    const far = { ...unplannedStaffing, from: "2026-12-14", reach: "2026-12-08" };
    const unknown = far.days.map((day) => ({
      ...day,
      steps: day.steps.map((step) => ({ ...step, need50: null, need80: null })),
    }));
    expect(said({ ...far, days: unknown })[0]).toContain("elle va jusqu’au 8 décembre");
    const shut = staffing.days.map((day) => ({
      ...day,
      opening: { kind: "closed" as const, reason: null },
      group_only: null,
      steps: [],
    }));
    expect(said({ ...staffing, days: shut })).toEqual([
      "Fermé toute la semaine : personne n’est attendu à l’accueil.",
      "",
    ]);
    expect(said({ ...staffing, refused: "short_history" })[0]).toContain("Pas encore de prévision");
  });
});

test("a break at noon parts what is otherwise alike", () => {
  const step = (from: string, to: string): StaffStep => ({ from, to, need50: 1, need80: 1, planned: 1 });
  const steps = [step("10:00", "10:30"), step("10:30", "12:00"), step("14:00", "14:30")];
  expect(runsOf(steps, () => 0).map(({ from, to }) => `${from}-${to}`)).toEqual([
    "10:00-12:00",
    "14:00-14:30",
  ]);
});

test("a half-day is told by its half-hour that is shortest of people", () => {
  const [morning, afternoon] = halvesOf(
    staffing.days[6] ?? { day: "", opening: { kind: "closed", reason: null }, group_only: null, steps: [] },
  );
  expect(morning).toMatchObject({ open: false, need80: null });
  expect(afternoon).toEqual({ open: true, need50: 2, need80: 3, planned: 2, short: 1 });
});

const html = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test("the week at the desk is drawn as it was looked at", async () => {
  const page = html("/effectifs/tank-1917");
  await expect(picture(page, plotsOf(page))).toMatchFileSnapshot("../../golden/dashboards/staffing.html");
});

test("the twin has every day and every span, and the form comes back to this page", () => {
  const page = html("/en/effectifs/tank-1917?from=2026-11-25");
  const twin = page.match(/id="twin".*?<\/details>/s)?.[0] ?? "";
  const spans = staffing.days.flatMap(spansOf).length;
  expect(twin.match(/<tbody>.*?<\/tbody>/gs)?.map((body) => body.match(/<tr/g)?.length)).toEqual([7, spans]);
  const form = page.match(/<form action="\/forms\/planStaff" method="post".*?<\/form>/s)?.[0] ?? "";
  expect(form).toContain('name="back" value="/en/effectifs/tank-1917?from=2026-11-25"');
  expect(form.match(/<option value="(\d\d:\d\d)" selected/g)).toEqual([
    '<option value="14:00" selected',
    '<option value="16:00" selected',
  ]);
});
