/** English: the page of one site. */

import { capital, type Ends, type Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";

export const site = (f: Format): Catalog["site"] => ({
  facts: { open: (hours) => `open ${hours}`, closed: "closed on this day" },
  open: (n, time, usual) =>
    usual ? `${capital(n)} at ${time}, usually ${f.range(usual)} by then.` : `${capital(n)} at ${time}.`,
  yesterday: (n) => `Yesterday, ${n}.`,
  unknown: (time) => `No figure at ${time}. This is not zero.`,
  closed: (reason) => (reason ? `Closed today: ${reason}.` : "Closed today."),
  notYet: (time) => `Opens today at ${time}.`,
  next: (day: string, range: Ends) =>
    `${capital(day)}: ${f.between(range)} visits, 8\u00a0days\u00a0in\u00a010.`,
  nextOpen: (day) => `Next opening: ${day}.`,
  none: "Not open in the next seven days.",
  row: "Today and seven days",
  detail: "This site in detail",
  figures: {
    closing: "Expected today, at closing",
    closingText: "8 days in 10.",
    fullest: "Fullest of the seven days",
    fullestText: (day, open) =>
      `${capital(day)}, 8\u00a0days\u00a0in\u00a010. ${f.int(open)} open ${open < 2 ? "day" : "days"} in all.`,
    booked: "Booked over seven days",
    bookedText: (day) => (day ? `Most of all ${day}.` : "Nothing yet."),
    noBookings: "This site takes no bookings.",
    none: "—",
    noForecast: "No forecast yet.",
    shut: "Closed today.",
  },
  twin: "The seven days as a table",
  twinCaption: "Opening, forecast and bookings of the next seven days",
  twinCols: { day: "Day", hours: "Opening", range: "Expected, 8 days in 10", booked: "Booked" },
  how: "Visits by the site’s declared source, during opening hours; forecast of the latest run.",
  feeds: (list) => `Latest transmissions: ${list}.`,
});
