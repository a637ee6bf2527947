/** Dutch: the page of one site. */

import { capital, type Ends, type Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";

export const site = (f: Format): Catalog["site"] => ({
  facts: { open: (hours) => `open ${hours}`, closed: "die dag gesloten" },
  open: (n, time, usual) =>
    usual
      ? `${capital(n)} om ${time}, gewoonlijk ${f.range(usual)} op dat uur.`
      : `${capital(n)} om ${time}.`,
  yesterday: (n) => `Gisteren ${n}.`,
  unknown: (time) => `Geen cijfer om ${time}. Dit is geen nul.`,
  closed: (reason) => (reason ? `Vandaag gesloten: ${reason}.` : "Vandaag gesloten."),
  notYet: (time) => `Opent vandaag om ${time}.`,
  next: (day: string, range: Ends) =>
    `${capital(day)}: ${f.between(range)} bezoeken, 8\u00a0dagen\u00a0op\u00a010.`,
  nextOpen: (day) => `Volgende opening: ${day}.`,
  none: "Niet open in de komende zeven dagen.",
  row: "Vandaag en zeven dagen",
  detail: "Deze locatie in detail",
  figures: {
    closing: "Verwacht vandaag, bij sluiting",
    closingText: "8 dagen op 10.",
    fullest: "Drukste van de zeven dagen",
    fullestText: (day, open) =>
      `${capital(day)}, 8\u00a0dagen\u00a0op\u00a010. ${f.int(open)} ${open < 2 ? "open dag" : "open dagen"} in totaal.`,
    booked: "Geboekt over zeven dagen",
    bookedText: (day) => (day ? `Vooral ${day}.` : "Nog niets."),
    noBookings: "Deze locatie neemt geen boekingen aan.",
    none: "—",
    noForecast: "Nog geen prognose.",
    shut: "Vandaag gesloten.",
  },
  twin: "De zeven dagen als tabel",
  twinCaption: "Opening, prognose en boekingen van de komende zeven dagen",
  twinCols: { day: "Dag", hours: "Opening", range: "Verwacht, 8 dagen op 10", booked: "Geboekt" },
  how: "Bezoeken volgens de opgegeven bron van de locatie, tijdens de openingsuren; prognose van de laatste berekening.",
  feeds: (list) => `Laatste verzendingen: ${list}.`,
});
