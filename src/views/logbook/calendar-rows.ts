/** What the calendar and the opening rules say of a span of days, as rows of the logbook. All of it is in the model:
 *  forecasts read the same calendar. Pure. */
import type { LogbookRow } from "../../contract/logbook.ts";
import type { CalendarEvent } from "../../domain/calendar.ts";
import type { Site, Territory } from "../../domain/site.ts";
import { addDays, type DaySpan, daysIn } from "../../domain/time.ts";
import { breaksOf } from "../marks.ts";
import { closuresOf } from "./closures.ts";
import { wholeRuns } from "./whole-runs.ts";

export function calendarRows(territory: Territory, sites: readonly Site[], span: DaySpan): LogbookRow[] {
  const { calendar } = territory;
  const holidays = daysIn(span).flatMap((day) => {
    const { holiday } = calendar.dayFacts(day);
    const days = { from: day, to: addDays(day, 1) };
    return holiday ? [row("holiday", holiday.key, null, days, holiday.name)] : [];
  });
  const breaks = breaksOf(span, territory).map(({ from, to, name }) =>
    row("break", name.fr, null, { from, to }, name),
  );
  const events = calendar.events.flatMap((event) =>
    wholeRuns(span, (day) => calendar.dayFacts(day).events.includes(event.id)).flatMap((days) =>
      sitesOf(event, sites).map((site) => row("event", event.id, site, days, event.name)),
    ),
  );
  const closures = sites.flatMap((site) =>
    closuresOf(site, span).map(({ from, to, reason }) =>
      row("closure", site.id, site.id, { from, to }, reason),
    ),
  );
  return [...holidays, ...breaks, ...events, ...closures];
}

/** Sites that an event is listed for: one line for all, else one for each chosen. */
function sitesOf(event: CalendarEvent, sites: readonly Site[]): (string | null)[] {
  if (event.sites.length === 0) return [null];
  return sites.map(({ id }) => id).filter((id) => event.sites.includes(id));
}

function row(
  kind: "holiday" | "break" | "event" | "closure",
  name: string,
  site: string | null,
  days: DaySpan,
  text: LogbookRow["text"],
): LogbookRow {
  return {
    id: [kind, name, site, days.from].filter(Boolean).join(" "),
    kind,
    origin: "calendar",
    site,
    ...days,
    text,
    in_model: true,
    written_at: null,
    withdrawn_at: null,
    before: null,
    after: null,
  };
}
