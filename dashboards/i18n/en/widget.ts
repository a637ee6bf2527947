/** English: the public widget. */
import type { DayPart } from "../../../src/contract/quiet-hours.ts";

const WHEN: Readonly<Record<DayPart, string>> = {
  morning: "morning",
  early_afternoon: "early afternoon",
  late_afternoon: "late afternoon",
};

export const widget = () => ({
  title: "Quiet hours",
  day: "Day",
  parts: {
    morning: "Morning, before 12:00",
    early_afternoon: "From 12:00 to 15:00",
    late_afternoon: "After 15:00",
  },
  levels: {
    quiet: "quiet",
    moderate: "moderate",
    busy: "busy",
    closed: "closed",
    past: "over",
    unknown: "unknown",
  },
  time: (weekday: string, part: DayPart) => `${weekday} ${WHEN[part]}`,
  calm: (times: string) => `For a quiet visit: ${times}.`,
  moderate: (times: string) => `No quiet hour in sight; people but no crowd: ${times}.`,
  busy: "Busy at all hours these seven days.",
  closed: "Closed these seven days.",
  unavailable: "We cannot tell when it will be quiet. Please come back a little later.",
  unknown: {
    no_forecast: "We cannot tell yet when it will be quiet.",
    stale: "We cannot tell when it will be quiet: our last forecast is too old.",
    no_usual: "We cannot tell yet when it will be quiet: this site has not been counted for long enough.",
  },
  note: (day: string, time: string) =>
    `Against this site’s own usual of twelve months, per open hour. Forecast of ${day} at ${time}.`,
});
