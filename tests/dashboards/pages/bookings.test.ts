/** What the bookings screen says, and its golden drawing. */
import { describe, expect, test } from "vitest";
import { wordsFor } from "../../../dashboards/i18n/catalog.ts";
import { bookingsAnswer, bookingsTitle } from "../../../dashboards/pages/bookings-words.ts";
import { renderPage } from "../../../dashboards/server.tsx";
import type { Bookings } from "../../../src/contract/bookings.ts";
import { bookingsRoute } from "../../../src/contract/bookings.ts";
import { bookings, emptyBookings, youngBookings } from "../fixtures/bookings.ts";
import { pageAt } from "../fixtures/pages.ts";
import { picture, plotsOf } from "../support/picture.ts";

const fr = wordsFor("fr", "Europe/Paris");
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ").replaceAll("\u2060", "");
const said = (reply: Bookings) => {
  const { first, second } = bookingsAnswer(reply, fr);
  return [plain(first), plain(second)];
};
const chosen = (change: Partial<NonNullable<Bookings["selected"]>>): Bookings => ({
  ...bookings,
  selected: bookings.selected && { ...bookings.selected, ...change },
});

test.each([
  ["full", bookings],
  ["without a till", emptyBookings],
  ["young", youngBookings],
])("the %s fixture is a reply of the contract", (_, reply) => {
  expect(bookingsRoute.reply.parse(reply)).toEqual(reply);
});

describe("the answer", () => {
  test("begins with the verdict and gives the range beside the number", () => {
    expect(said(bookings)).toEqual([
      "Samedi, plus de réservations que d’habitude : 120 places à J-3.",
      "D’habitude 13 à 64, 8 jours sur 10. Dont 69 places en groupe. Sur quatre semaines : 2 jours au-dessus de l’habitude, 1 en dessous.",
    ]);
    expect(plain(bookingsTitle(bookings, fr))).toBe("Au-dessus de l’habitude depuis J-51");
    expect(said(chosen({ booked: 20, groups: 0, verdict: "usual" }))[0]).toBe(
      "Samedi, réservations dans l’habitude : 20 places à J-3.",
    );
  });

  test("of a day closed to the public speaks of its groups, of one gone by of what was in hand", () => {
    const shut = {
      opening: { kind: "closed" as const, reason: null },
      usual: null,
      verdict: "unknown" as const,
    };
    expect(said(chosen({ ...shut, booked: 52, groups: 52, group_only: true }))[0]).toBe(
      "Samedi, fermé au public : 52 places réservées par des groupes.",
    );
    expect(said(chosen({ ...shut, booked: 0, groups: 0 }))[0]).toBe("Samedi, fermé : aucune place réservée.");
    expect(said(chosen({ day: "2026-11-21", lead: -4, usual: null, verdict: "unknown", booked: 1 }))[0]).toBe(
      "Samedi 21 novembre : 1 place en main le matin de la visite.",
    );
  });

  test("calls nothing usual where too few days are alike, and no day ordinary that was not judged", () => {
    const [first, second] = said(youngBookings);
    expect(first).toBe(
      "120 places en main pour samedi, à J-3. Trop peu de jours comparables pour dire si c’est beaucoup.",
    );
    expect(second).toBe("Dont 69 places en groupe. Sur quatre semaines : 359 places.");
  });

  test("tells a site without a till what to connect, and one that never sold ahead what is missing", () => {
    expect(said(emptyBookings)[0]).toContain("aucune billetterie n’est branchée");
    expect(said({ ...emptyBookings, has_till: true })[1]).toContain("ajoutez la date d’achat");
  });
});

const html = (path: string) => {
  const { frame, screen } = pageAt(new URL(path, "http://localhost"));
  return renderPage(frame, screen);
};

test("the booking curve is drawn as it was looked at", async () => {
  const page = html("/reservations/tank-1917");
  await expect(picture(page, plotsOf(page))).toMatchFileSnapshot("../../golden/dashboards/bookings.html");
});

test("the twin has every morning, the list every day, and nothing on the page names an order", () => {
  const page = html("/reservations/tank-1917");
  const twin = page.match(/id="twin".*?<\/details>/s)?.[0] ?? "";
  expect(twin.match(/<tr id="d/g)).toHaveLength(61);
  const list = page.match(/<section class="list.*?<\/section>/s)?.[0] ?? "";
  // 28 days, of which runs of two closed ones share a row four times.
  expect(list.match(/<th scope="row"/g)).toHaveLength(24);
  expect(page.match(/<li><b>\d+ places<\/b>/g)).toHaveLength(bookings.steps.length);
});
