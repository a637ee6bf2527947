/** Checks of the territory file that span several places. They read the document as it stands, so that they speak
 *  even when other parts of it are faulty; what is no list or no text here is the schema's to report. */

import { didYouMean } from "../domain/closest.ts";
import { hasHolidays } from "../domain/holidays.ts";
import { type Finding, type Path, valueAt } from "./document.ts";

/** Findings about zones, countries and ids. `markIds` are the events that the calendar knows by itself. */
export function crossCheck(data: unknown, markIds: readonly string[]): Finding[] {
  const owners = idsOf(data, "owners");
  const sites = idsOf(data, "sites");
  const events = [...idsOf(data, "events"), ...markIds];
  return [
    ...checkZone(data, ["territory", "timezone"]),
    ...checkCountry(data),
    ...["owners", "sites", "feeds", "events"].flatMap((list) => duplicates(data, list)),
    ...clashes(data, markIds),
    ...entries(data, ["sites"]).flatMap((site) => [
      ...checkZone(data, [...site, "timezone"]),
      ...checkId(data, [...site, "owner"], owners, "owner"),
      ...entries(data, [...site, "opening"]).flatMap((rule) => [
        ...checkIds(data, [...rule, "events"], events, "event"),
        ...checkKind(data, rule),
      ]),
    ]),
    ...entries(data, ["feeds"]).flatMap((feed) => checkFeed(data, feed, sites)),
    ...entries(data, ["events"]).flatMap((event) => [
      ...checkIds(data, [...event, "sites"], sites, "site"),
      ...checkKind(data, event),
    ]),
    ...entries(data, ["alerts"]).flatMap((alert) => checkAlert(data, alert, sites)),
  ];
}

function checkZone(data: unknown, path: Path): Finding[] {
  const value = valueAt(data, path);
  if (typeof value !== "string") return [];
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return [];
  } catch {
    const hint = didYouMean(value, Intl.supportedValuesOf("timeZone"));
    return [
      { path, value, remedy: `unknown time zone${hint}: an IANA name such as Europe/Paris is expected` },
    ];
  }
}

function checkCountry(data: unknown): Finding[] {
  const countryPath = ["territory", "country"];
  const country = valueAt(data, countryPath) ?? "FR";
  if (typeof country !== "string" || !/^[A-Z]{2}$/.test(country)) return [];
  if (!hasHolidays(country, null)) {
    return [{ path: countryPath, value: country, remedy: "no public holidays are known for this country" }];
  }
  const neighbours = checkNeighbours(data);
  const path = ["territory", "holidays", "region"];
  const region = valueAt(data, path);
  if (typeof region !== "string" || hasHolidays(country, region)) return neighbours;
  return [
    ...neighbours,
    { path, value: region, remedy: `unknown region of ${country}, or one without holidays of its own` },
  ];
}

function checkNeighbours(data: unknown): Finding[] {
  const list: Path = ["territory", "holidays", "neighbours", "countries"];
  return entries(data, list).flatMap((path) => {
    const value = valueAt(data, path);
    if (typeof value !== "string" || !/^[A-Z]{2}(-|$)/.test(value)) return [];
    const [country = "", ...region] = value.split("-");
    if (hasHolidays(country, null) && (region.length === 0 || hasHolidays(country, region.join("-"))))
      return [];
    return [{ path, value, remedy: "no public holidays are known for this country or region" }];
  });
}

/** A rule on school holidays can never match without a zone of one's own. */
function checkKind(data: unknown, rule: Path): Finding[] {
  const path = [...rule, "when"];
  const value = valueAt(data, path);
  const needsZone = value === "school-holidays" || value === "not-school-holidays";
  if (!needsZone || valueAt(data, ["territory", "school_zone"]) !== undefined) return [];
  return [{ path, value, remedy: "needs territory.school_zone (A, B or C in France)" }];
}

function checkFeed(data: unknown, feed: Path, sites: readonly string[]): Finding[] {
  const gates = entries(data, [...feed, "gates"]);
  const found = [
    ...checkId(data, [...feed, "site"], sites, "site"),
    ...gates.flatMap((gate) => checkId(data, [...gate, "site"], sites, "site")),
  ];
  const kind = valueAt(data, [...feed, "kind"]);
  const everywhere = kind === "weather" || kind === "calendar";
  const covered = gates.length > 0 && gates.every((gate) => valueAt(data, [...gate, "site"]) !== undefined);
  if (valueAt(data, [...feed, "site"]) === undefined && !everywhere && !covered) {
    const remedy = "missing: name the site, or give every gate its own site";
    found.push({ path: [...feed, "site"], value: undefined, remedy });
  }
  return found;
}

function checkAlert(data: unknown, alert: Path, sites: readonly string[]): Finding[] {
  const found = checkId(data, [...alert, "site"], sites, "site");
  const site = entries(data, ["sites"]).find((path) => {
    return valueAt(data, [...path, "id"]) === valueAt(data, [...alert, "site"]);
  });
  const ofPeople = ["forecast_occupancy_above", "occupancy_above"];
  const compares = ofPeople.some((kind) => valueAt(data, [...alert, "when", kind]) !== undefined);
  if (site && compares && valueAt(data, [...site, "capacity"]) === undefined) {
    const value = valueAt(data, [...alert, "site"]);
    found.push({
      path: [...alert, "site"],
      value,
      remedy: "this site has no capacity to compare with: add one",
    });
  }
  return found;
}

function duplicates(data: unknown, list: string): Finding[] {
  const seen = new Set<unknown>();
  return entries(data, [list]).flatMap((entry) => {
    const value = valueAt(data, [...entry, "id"]);
    const isNew = !seen.has(value);
    seen.add(value);
    if (isNew || typeof value !== "string") return [];
    return [{ path: [...entry, "id"], value, remedy: `appears twice among the ${list}: give it another id` }];
  });
}

function clashes(data: unknown, markIds: readonly string[]): Finding[] {
  return entries(data, ["events"]).flatMap((entry) => {
    const value = valueAt(data, [...entry, "id"]);
    if (typeof value !== "string" || !markIds.includes(value)) return [];
    return [{ path: [...entry, "id"], value, remedy: "the calendar marks this one by itself: leave it out" }];
  });
}

function checkIds(data: unknown, path: Path, known: readonly string[], thing: string): Finding[] {
  return entries(data, path).flatMap((entry) => checkId(data, entry, known, thing));
}

function checkId(data: unknown, path: Path, known: readonly string[], thing: string): Finding[] {
  const value = valueAt(data, path);
  if (typeof value !== "string" || known.includes(value)) return [];
  return [{ path, value, remedy: `unknown ${thing}${didYouMean(value, known)}; known: ${known.join(", ")}` }];
}

function idsOf(data: unknown, list: string): string[] {
  const ids = entries(data, [list]).map((entry) => valueAt(data, [...entry, "id"]));
  return ids.filter((value) => typeof value === "string");
}

/** Paths of the entries of a list; none when there is no list. */
function entries(data: unknown, path: Path): Path[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list.map((_, i) => [...path, i]) : [];
}
