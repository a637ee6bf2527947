/** Options that do not go together, each with what to do about it. */
import type { FileOptions } from "./schema.ts";

export interface Contradiction {
  readonly path: readonly string[];
  readonly message: string;
}

/** Every contradiction at once; none when the options can be used. */
export function findContradictions(options: FileOptions): Contradiction[] {
  const { columns, cancellation, measure } = options;
  const found: Contradiction[] = [];
  const say = (path: string, message: string): void => {
    found.push({ path: path.split("."), message });
  };
  const places = [options.path, options.url, options.sftp, options.ftp].filter(
    (place) => place !== undefined,
  );
  if (places.length !== 1) say("path", "give one of path, url, sftp or ftp");
  if (options.files !== undefined && options.url === undefined) say("files", "goes with the url of a folder");
  const { sftp } = options;
  const ways = [sftp?.key, sftp?.key_file, sftp?.password].filter((way) => way !== undefined);
  if (sftp && ways.length !== 1) say("sftp.key", "give one of key, key_file or password");
  if ((columns.at === undefined) === (columns.date === undefined))
    say("columns.at", "name either at, or date");
  if (columns.time !== undefined && columns.date === undefined)
    say("columns.time", "time needs date beside it");
  if ((columns.from === undefined) !== (columns.to === undefined))
    say("columns.from", "name from and to together");
  if (columns.from !== undefined && columns.date === undefined) say("columns.from", "from and to need date");
  const counts = columns.entries !== undefined || columns.exits !== undefined || columns.value !== undefined;
  const tickets = isTicketing(options);
  if (!counts && !tickets) say("columns", "name entries, exits, value or quantity");
  if (counts && tickets)
    say("columns", "quantity, tickets and admissions do not go with entries, exits or value");
  if (columns.value !== undefined && measure === undefined) say("measure", "say what value counts");
  if (columns.value !== undefined && columns.entries !== undefined)
    say("columns.value", "name entries or value");
  if (counts && options.step === undefined && columns.from === undefined) {
    say("step", "say how long a row counts: P1D, PT1H, PT15M");
  }
  if (options.closed?.zero && options.step !== "P1D") say("closed", "a zero means closed with step P1D only");
  if (typeof cancellation === "object") {
    const column = "type" in cancellation ? "type" : "status";
    if (columns[column] === undefined) say(`columns.${column}`, "name the column that cancellation compares");
  }
  const key = keyOf(options);
  if (key === "id" && columns.id === undefined) say("columns.id", "name the column that identifies a row");
  if (columns.modified_at !== undefined && key !== "id") {
    say("columns.modified_at", "orders the versions of an id: name the id column too");
  }
  if (key === "row" && !tickets) say("key", "counts are known by time or id");
  if (key === "row" && options.mode === "upsert") {
    say("mode", "rows without id need replace-window, else a corrected row would count beside the old one");
  }
  if (cancellation === "missing" && options.mode === "upsert") {
    say("mode", "cancellations by missing rows need replace-window");
  }
  const workbook = options.format === "xlsx" || options.format === "ods";
  if (options.sheet !== undefined && !workbook) say("sheet", "only xlsx and ods have sheets");
  if (options.entries !== undefined && workbook) say("entries", "a workbook inside an archive is not read");
  if (options.records !== undefined && options.format !== "json") say("records", "goes with format json");
  if (options.window !== "rows" && !/\{yyyy\}/.test(options.window)) {
    say("window", "rows, or a pattern of the name with {yyyy}, {mm}, {dd}, is expected");
  }
  return found;
}

/** True when rows are tickets or scans and not counts over a span. */
export function isTicketing({ columns, measure }: Pick<FileOptions, "columns" | "measure">): boolean {
  if (columns.quantity !== undefined) return true;
  return (measure === "tickets" || measure === "admissions") && columns.value === undefined;
}

/** What makes a row the same row in the next file. */
export function keyOf(options: Pick<FileOptions, "columns" | "measure" | "key">): "id" | "row" | "time" {
  if (options.key !== undefined) return options.key;
  if (options.columns.id !== undefined) return "id";
  return isTicketing(options) ? "row" : "time";
}

/** How a new file stands to what is stored. */
export function modeOf(options: FileOptions): "upsert" | "replace-window" {
  if (options.mode !== undefined) return options.mode;
  return keyOf(options) === "row" || options.cancellation === "missing" ? "replace-window" : "upsert";
}
