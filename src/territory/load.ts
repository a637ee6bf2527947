/** Reads a territory file into a {@link Territory}, or tells every fault at once: file and line, path, value,
 *  remedy. Relative paths in feed options are left as written; `baseDir` is where they start. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigError, type Fault } from "../domain/errors.ts";
import { nationalMarks } from "../domain/marks.ts";
import {
  calendarDate,
  parseSchoolHolidays,
  type SchoolBreak,
  schoolSpan,
} from "../domain/school-holidays.ts";
import type { Territory } from "../domain/site.ts";
import { faintIn } from "../domain/theme.ts";
import type { LocalDate } from "../domain/time.ts";
import { assemble } from "./assemble.ts";
import { crossCheck } from "./check.ts";
import { checkAddresses } from "./check-addresses.ts";
import { type Document, type Finding, parsePath, readDocument, valueAt } from "./document.ts";
import { freeze } from "./freeze.ts";
import { findingsOf } from "./issues.ts";
import { readOutline } from "./outline.ts";
import { type Environment, type Resolved, resolveReferences } from "./references.ts";
import { TerritoryFile } from "./schema.ts";

const FRENCH_SCHOOL_HOLIDAYS = fileURLToPath(
  new URL("../../territories/school-holidays-fr.csv", import.meta.url),
);
// Shorter values are no secrets, and hiding "1" or "fr" would make logs unreadable.
const LEAST_SECRET = 4;

const secrets = new WeakMap<Territory, readonly string[]>();
const documents = new WeakMap<Territory, Document>();
const calendars = new WeakMap<Territory, SchoolCalendarFile>();

/** The calendar of school holidays that a territory goes by. */
export interface SchoolCalendarFile {
  /** The file in use. */
  readonly file: string;
  /** Where the territory's own copy stands, or would. */
  readonly own: string;
  readonly isFrench: boolean;
  /** Day on which it was last compared with its source; null when it does not say. */
  readonly asOf: LocalDate | null;
  /** First day of which it says nothing; null when it is empty. */
  readonly until: LocalDate | null;
}

/** @throws ConfigError with every fault of the file, of what it names and of the environment it asks for. */
export function loadTerritory(path: string, env: Environment): Territory {
  return readTerritory(readText(path), path, env);
}

/** The same from text; `file` is the name for messages and the place where relative paths start. */
export function readTerritory(text: string, file: string, env: Environment): Territory {
  const document = readDocument(text, file);
  if (document.faults.length > 0) throw new ConfigError(document.faults);
  const { data } = document;
  const parsed = TerritoryFile.safeParse(data);
  const marks = nationalMarks(String(valueAt(data, ["territory", "country"]) ?? "FR"));
  const references = resolveAll(data, env);
  const school = readSchoolHolidays(data, dirname(file));
  const { outline, findings: outlineFaults } = readOutline(data, dirname(file));
  const findings = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => findingsOf(issue, data)),
    ...crossCheck(
      data,
      marks.map(({ id }) => id),
    ),
    ...references.findings,
    ...checkAddresses(data, references.value),
    ...(parsed.success ? faintColours(parsed.data, data) : []),
    ...school.findings,
    ...outlineFaults,
  ];
  if (!parsed.success || findings.length > 0) throw new ConfigError(inOrder(document, findings));
  const territory = freeze(
    assemble(parsed.data, {
      raw: data,
      resolved: references.value,
      marks,
      breaks: school.breaks,
      outline,
      path: file,
    }),
  );
  documents.set(territory, document);
  if (school.calendar) calendars.set(territory, school.calendar);
  secrets.set(territory, [...new Set(references.secrets.filter((one) => one.length >= LEAST_SECRET))]);
  return territory;
}

/** Values that came from the environment and must not reach a log; for redaction. */
export function secretsOf(territory: Territory): readonly string[] {
  return secrets.get(territory) ?? [];
}

/** File and line of a path such as `feeds[2].options.url`, for faults that show only when a feed is opened. */
export function placeIn(territory: Territory, path: string): string {
  return documents.get(territory)?.place(parsePath(path)) ?? territory.file;
}

/** Undefined where no calendar of school holidays is in use. */
export function schoolCalendarOf(territory: Territory): SchoolCalendarFile | undefined {
  return calendars.get(territory);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([
      { file: path, path: "territory file", value: path, remedy: `cannot be read: ${reason}` },
    ]);
  }
}

/** Only options and addresses may hold references. */
function resolveAll(data: unknown, env: Environment): Resolved {
  const sections = ["feeds", "alerts", "digest"].map((key) =>
    resolveReferences(valueAt(data, [key]), env, [key]),
  );
  return {
    value: { feeds: sections[0]?.value, alerts: sections[1]?.value, digest: sections[2]?.value },
    findings: sections.flatMap(({ findings }) => findings),
    secrets: sections.flatMap((section) => section.secrets),
  };
}

function readSchoolHolidays(
  data: unknown,
  baseDir: string,
): { breaks: readonly SchoolBreak[]; findings: Finding[]; calendar?: SchoolCalendarFile } {
  const path = ["territory", "holidays", "school"];
  const zone = valueAt(data, ["territory", "school_zone"]);
  const country = valueAt(data, ["territory", "country"]) ?? "FR";
  const named = valueAt(data, path);
  const file =
    typeof named === "string" ? resolve(baseDir, named) : country === "FR" ? FRENCH_SCHOOL_HOLIDAYS : null;
  if (file === null) return { breaks: [], findings: [] };
  try {
    const text = readFileSync(file, "utf8");
    const breaks = parseSchoolHolidays(text);
    const zones = [...new Set(breaks.flatMap((one) => one.zones))].sort();
    const remedy = `unknown school zone; known: ${zones.join(", ")}`;
    const asked = [
      { path: ["territory", "school_zone"], value: zone },
      ...neighbourZones(data).map((value, i) => ({
        path: ["territory", "holidays", "neighbours", "school_zones", i],
        value,
      })),
    ];
    const unknown = asked.filter(({ value }) => value !== undefined && !zones.includes(String(value)));
    const calendar: SchoolCalendarFile = {
      file,
      own: typeof named === "string" ? file : resolve(baseDir, "school-holidays-fr.csv"),
      isFrench: country === "FR",
      asOf: calendarDate(text),
      until: schoolSpan(breaks)?.to ?? null,
    };
    return { breaks, findings: unknown.map((one) => ({ ...one, remedy })), calendar };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { breaks: [], findings: [{ path, value: named, remedy: `cannot be read: ${reason}` }] };
  }
}

/** Colours on which something could not be read. */
function faintColours({ territory: { theme } }: TerritoryFile, data: unknown): Finding[] {
  return faintIn({ light: theme?.light ?? {}, dark: theme?.dark ?? {} }).map((faint) => {
    const at = (colour: string) => ["territory", "theme", faint.scheme, colour];
    const path = valueAt(data, at(faint.fore)) === undefined ? at(faint.back) : at(faint.fore);
    const remedy = `too faint: ${faint.fore} on ${faint.back} has a contrast of ${faint.ratio} to 1, ${faint.needed} is needed to read it`;
    return { path, value: valueAt(data, path), remedy };
  });
}

function neighbourZones(data: unknown): readonly unknown[] {
  const zones = valueAt(data, ["territory", "holidays", "neighbours", "school_zones"]);
  return Array.isArray(zones) ? zones : [];
}

function inOrder(document: Document, findings: readonly Finding[]): Fault[] {
  const line = ({ file }: Fault) => Number(file?.slice(file.lastIndexOf(":") + 1)) || 0;
  const seen = new Set<string>();
  return findings
    .map(document.fault)
    .filter(({ path, remedy }) => !seen.has(`${path} ${remedy}`) && seen.add(`${path} ${remedy}`))
    .sort((a, b) => line(a) - line(b));
}
