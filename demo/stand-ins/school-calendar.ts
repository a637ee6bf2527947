/** A stand-in for the ministry's portal with the calendar of schools, from breaks. Traps kept: a row for each académie,
 *  one more for teachers, midnights of Paris written in UTC, overseas zones, a summer told again without a return, the
 *  last one without any, pages of a hundred at most. */
import { addDays, daysBetween, type LocalDate, startOfDay, toIso } from "../../src/domain/time.ts";
import { Faults } from "./faults.ts";
import { type Handler, ok, refuse, write } from "./reply.ts";

export interface PublishedBreak {
  readonly zones: readonly string[];
  readonly description: string;
  /** As published: the day on which pupils leave, and that on which they are back; null: not fixed. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly year: string;
}

const ACADEMIES: Readonly<Record<string, readonly string[]>> = {
  A: ["Besançon", "Bordeaux", "Dijon", "Lyon"],
  B: ["Amiens", "Lille", "Reims", "Rennes"],
  C: ["Créteil", "Montpellier", "Paris", "Toulouse"],
};
const PATH = "/api/explore/v2.1/catalog/datasets/fr-en-calendrier-scolaire/records";
const midnight = (day: LocalDate) => toIso(startOfDay(day, "Europe/Paris")).replace("Z", "+00:00");

/** @param now of the stand-in's answers, ms */
export function createSchoolCalendarStandIn(
  breaks: readonly PublishedBreak[],
  { now, faults = new Faults() }: { readonly now: () => number; readonly faults?: Faults },
): Handler {
  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://stand-in");
    const fault = faults.take(request.url ?? "/");
    const query = url.searchParams;
    const since = /^start_date >= date'([\d-]+)'$/.exec(query.get("where") ?? "")?.[1] ?? "";
    const rows = breaks.flatMap(rowsOf).filter(({ start_date }) => start_date >= since);
    const [offset = 0, limit = 10] = ["offset", "limit"].map((name) => Number(query.get(name)));
    const known = url.pathname === PATH && since !== "" && limit <= 100 && offset + limit <= 10_000;
    const answer = known
      ? ok({ total_count: rows.length, results: rows.slice(offset, offset + limit) })
      : refuse(400, "ODSQLError");
    write(request, response, { answer, fault, now: now() });
  };
}

function rowsOf(one: PublishedBreak) {
  const { description, from, to, year } = one;
  const row = (zones: string, location: string, end: LocalDate | null, population = "-") => ({
    ...{ description, population, start_date: midnight(from), end_date: end && midnight(end) },
    ...{ location, zones, annee_scolaire: year },
  });
  const pupils = one.zones.flatMap((zone) =>
    (ACADEMIES[zone] ?? []).map((place) => row(`Zone ${zone}`, place, to)),
  );
  const summer = description === "Vacances d'Été";
  const back = to && daysBetween(from, to) > 3 ? addDays(to, -2) : to;
  return [
    ...pupils,
    ...one.zones.map((zone) => row(`Zone ${zone}`, "Lille", back, "Enseignants")),
    ...(summer ? [{ ...row("Zone B", "Lille", null), description: "Début des Vacances d'Été" }] : []),
    row("Guadeloupe", "Guadeloupe", addDays(from, 5)),
  ];
}
