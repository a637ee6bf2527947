/** Resource `flows`: pressure by site and day, advice, and where visitors come from. */
import type { ViewQuery, ViewReply } from "../../api/views.ts";
import type { Advice } from "../../contract/advice.ts";
import { addDays, type LocalDate, localDate, toIso, weekday } from "../../domain/time.ts";
import type { ViewDeps } from "../deps.ts";
import { readKeptVintages } from "../kept-vintages.ts";
import { openingReply } from "../opening.ts";
import { begin, provenance } from "../provenance.ts";
import { quantilesOf } from "../vintage.ts";
import { readAdvising } from "./advising.ts";
import { readMovements } from "./movements.ts";
import { AHEAD_DAYS } from "./pressures.ts";

export async function flowsView(deps: ViewDeps, query: ViewQuery<"flows">): Promise<ViewReply<"flows">> {
  const { store, territory } = deps;
  const { sites, zone } = territory;
  const now = deps.now();
  const today = localDate(now, zone);
  const ids = sites.map(({ id }) => id);
  const span = { from: today, to: addDays(today, AHEAD_DAYS) };
  const [{ context, version }, vintages, advising, movements] = await Promise.all([
    begin(deps, now),
    readKeptVintages(deps, ids, span, now),
    readAdvising(deps, now),
    readMovements(store, sites, today, query.quarter),
  ]);
  const { days, usual, pressed, advice, effectOf, decisions } = advising(context, vintages.days);
  if (query.day !== undefined && !days.includes(query.day))
    throw new RangeError(`invalid day: ${query.day} (a day from ${days[0]} to ${days.at(-1)} is expected)`);
  const day = query.day ?? dayOf(days, advice);
  return {
    ...provenance({
      resource: "flows",
      query: { ...query, today },
      version,
      context,
      sites,
      coverage: null,
    }),
    now: toIso(now),
    zone,
    days: [...days],
    day,
    rows: sites.map((site) => ({
      site: site.id,
      name: site.name,
      municipality: site.municipality,
      longitude: site.position?.longitude ?? null,
      latitude: site.position?.latitude ?? null,
      capacity: site.capacity,
      languages: site.languages && [...site.languages],
      usual_per_hour: rounded(usual.get(site.id) ?? null, 10),
      days: (pressed.get(site.id) ?? []).map(({ day: on, forecast, pressure }) => ({
        day: on,
        opening: openingReply(site, on),
        level: pressure.level,
        forecast: forecast ? quantilesOf(forecast) : null,
        ratio: rounded(pressure.ratio, 100),
        load: rounded(pressure.load, 100),
      })),
    })),
    advice: [...advice],
    kept: keptPairs(decisions, today).map(({ from, to }) => ({ from, to, ...effectOf(from, to) })),
    outline: territory.outline?.map((line) => line.map(([x, y]): [number, number] => [x, y])) ?? null,
    movements,
  };
}

/** The first day with advice that was not dismissed, else the coming Saturday: the question is about the weekend. */
function dayOf(days: readonly LocalDate[], advice: readonly Advice[]): LocalDate {
  const open = advice.find(({ status }) => status !== "dismissed");
  return open?.day ?? days.find((day) => weekday(day) === 6) ?? days[0] ?? "";
}

/** Pairs whose advice was kept on days that are over, most often first. */
function keptPairs(
  decisions: readonly {
    readonly from: string;
    readonly to: string;
    readonly day: string;
    readonly status: string;
  }[],
  today: LocalDate,
): { readonly from: string; readonly to: string }[] {
  const past = decisions.filter(({ status, day }) => status === "kept" && day < today);
  const groups = Map.groupBy(past, ({ from, to }) => `${from} ${to}`);
  return [...groups.values()].sort((a, b) => b.length - a.length).flatMap(([first]) => first ?? []);
}

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Math.round(value * digits) / digits;
}
