/** Puts a {@link Territory} together from a territory file without faults: calendar and opening rules compiled. */
import { dirname, resolve } from "node:path";
import { type CalendarEvent, makeCalendar } from "../domain/calendar.ts";
import { durationMs } from "../domain/duration.ts";
import { publicHolidays } from "../domain/holidays.ts";
import { localized } from "../domain/language.ts";
import { compileOpening } from "../domain/opening.ts";
import type { SchoolBreak } from "../domain/school-holidays.ts";
import type { Feed, Outline, Territory } from "../domain/site.ts";
import { toAlert, toDigest, toPublisher } from "./contacts.ts";
import { valueAt } from "./document.ts";
import { toEvent, toFeed, toRule, toSite, toText } from "./normalise.ts";
import { RecipientList, type TerritoryFile } from "./schema.ts";

/** What belongs to a file beside its checked content. */
export interface Surroundings {
  /** The file as read: it alone knows the order in which keys were written. */
  readonly raw: unknown;
  /** `feeds`, `alerts` and `digest` with their references replaced. */
  readonly resolved: unknown;
  readonly marks: readonly CalendarEvent[];
  readonly breaks: readonly SchoolBreak[];
  readonly outline: Outline | null;
  readonly path: string;
}

/** @param file parsed and cross-checked; nothing is verified again here. */
export function assemble(
  file: TerritoryFile,
  { raw, resolved, marks, breaks, outline, path }: Surroundings,
): Territory {
  const { territory } = file;
  const country = territory.country ?? "FR";
  const region = territory.holidays?.region ?? null;
  const schoolZone = territory.school_zone ?? null;
  const name = localized(territory.name);
  const calendar = makeCalendar({
    holidays: publicHolidays(country, region),
    schoolZone,
    breaks,
    neighbours: {
      schoolZones: territory.holidays?.neighbours?.school_zones ?? [],
      holidays: (territory.holidays?.neighbours?.countries ?? []).map((place) => {
        const [land = "", ...part] = place.split("-");
        return publicHolidays(land, part.length > 0 ? part.join("-") : null);
      }),
    },
    events: [...(file.events ?? []).map(toEvent), ...marks],
  });
  const sites = file.sites.map((entry, i) => {
    const zone = entry.timezone ?? territory.timezone;
    const standIns = Object.keys(recordAt(raw, ["sites", i, "visits", "otherwise"]));
    return {
      ...toSite(entry, standIns),
      zone,
      opening: compileOpening(entry.opening.map(toRule), calendar, zone),
    };
  });
  return {
    id: territory.id,
    name,
    office: toText(territory.office) ?? name,
    place: toText(territory.place),
    zone: territory.timezone,
    country,
    region,
    department: territory.department ?? null,
    schoolZone,
    theme: { light: territory.theme?.light ?? {}, dark: territory.theme?.dark ?? {} },
    simulated: territory.simulated ?? false,
    owners: file.owners.map(({ id, name: owner, publishes }) => {
      return { id, name: localized(owner), publishes: publishes ?? false };
    }),
    sites,
    feeds: (file.feeds ?? []).map(
      (entry, i): Feed => toFeed(entry, recordAt(resolved, ["feeds", i, "options"])),
    ),
    alerts: (file.alerts ?? []).map((entry, i) => {
      return toAlert(entry, RecipientList.parse(valueAt(resolved, ["alerts", i, "to"])));
    }),
    digest: file.digest
      ? toDigest(file.digest, RecipientList.parse(valueAt(resolved, ["digest", "to"])))
      : null,
    publisher: toPublisher(territory.publisher),
    widgetOrigins: territory.widget?.origins ?? [],
    calendar,
    outline,
    retention: {
      quarantineMs: durationMs(file.retention?.quarantine ?? "P90D") ?? 0,
      forecastsMs: durationMs(file.retention?.forecasts ?? "") ?? null,
      revisionsMs: durationMs(file.retention?.revisions ?? "") ?? null,
    },
    file: path,
    baseDir: resolve(dirname(path)),
  };
}

function recordAt(data: unknown, path: readonly PropertyKey[]): Readonly<Record<string, unknown>> {
  const value = valueAt(data, path);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
