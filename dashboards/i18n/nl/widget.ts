/** Dutch: the public widget. */
import type { DayPart } from "../../../src/contract/quiet-hours.ts";

const WHEN: Readonly<Record<DayPart, string>> = {
  morning: "ochtend",
  early_afternoon: "vroeg in de middag",
  late_afternoon: "laat in de middag",
};

export const widget = () => ({
  title: "Rustige uren",
  day: "Dag",
  parts: {
    morning: "Ochtend, voor 12\u00a0uur",
    early_afternoon: "Van 12 tot 15\u00a0uur",
    late_afternoon: "Na 15\u00a0uur",
  },
  levels: {
    quiet: "rustig",
    moderate: "matig",
    busy: "druk",
    closed: "gesloten",
    past: "voorbij",
    unknown: "onbekend",
  },
  time: (weekday: string, part: DayPart) =>
    part === "morning" ? `${weekday}${WHEN[part]}` : `${weekday} ${WHEN[part]}`,
  calm: (times: string) => `Voor een rustig bezoek: ${times}.`,
  moderate: (times: string) => `Geen rustig uur in zicht; volk maar geen drukte: ${times}.`,
  busy: "Druk op elk uur deze zeven dagen.",
  closed: "Gesloten deze zeven dagen.",
  unavailable: "We kunnen niet zeggen wanneer het rustig is. Kom later terug.",
  unknown: {
    no_forecast: "We kunnen nog niet zeggen wanneer het rustig is.",
    stale: "We kunnen niet zeggen wanneer het rustig is: onze laatste prognose is te oud.",
    no_usual:
      "We kunnen nog niet zeggen wanneer het rustig is: deze locatie wordt nog niet lang genoeg geteld.",
  },
  note: (day: string, time: string) =>
    `Vergeleken met wat hier twaalf maanden gewoon was, per openingsuur. Prognose van ${day} om ${time}.`,
});
