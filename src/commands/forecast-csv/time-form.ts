/** Times as CSV files write them: a day, a wall-clock time, or an instant with Z or an offset. Read in any of these
 *  forms, written back in the form of the file. */
import {
  dayNumber,
  isLocalDate,
  type LocalDate,
  localDate,
  MINUTE,
  offsetMinutes,
  type Zone,
} from "../../domain/time.ts";

const DAY_MINUTES = 1440;
const pattern = /^(\d{4}-\d{2}-\d{2})(?:([T ])(\d{2}):(\d{2})(:00(?:\.0+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A time as written. */
export interface WrittenTime {
  /** Days since 1970-01-01 of the written date. */
  readonly day: number;
  /** Minutes after the written midnight. */
  readonly minute: number;
  /** Minutes ahead of UTC; undefined for a wall-clock time or a bare day. */
  readonly offset: number | undefined;
  readonly form: TimeForm;
}

/** What has to be known to write another time alike. */
export interface TimeForm {
  /** "T" or " "; undefined for bare days. */
  readonly separator: string | undefined;
  /** Seconds as written, such as ":00", or "". */
  readonly seconds: string;
  /** "Z", an offset such as "+02:00", or "" for wall-clock times. */
  readonly suffix: string;
}

const dayNumbers = new Map<string, number>();

function dayOf(date: LocalDate): number | undefined {
  let day = dayNumbers.get(date);
  if (day === undefined && isLocalDate(date)) {
    day = Math.round(Date.parse(`${date}T00:00:00Z`) / (DAY_MINUTES * MINUTE));
    if (dayNumbers.size > 100_000) dayNumbers.clear();
    dayNumbers.set(date, day);
  }
  return day;
}

/** Reads a time to the minute; undefined when it is none. */
export function parseTime(text: string): WrittenTime | undefined {
  const found = pattern.exec(text);
  const day = found ? dayOf(found[1] ?? "") : undefined;
  if (!found || day === undefined) return undefined;
  const hour = Number(found[3] ?? 0);
  const minute = Number(found[4] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  const suffix = found[6] ?? "";
  const form = { separator: found[2], seconds: found[5] ?? "", suffix };
  return { day, minute: hour * 60 + minute, offset: suffix === "" ? undefined : parseOffset(suffix), form };
}

function parseOffset(suffix: string): number {
  if (suffix === "Z") return 0;
  const digits = suffix.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return suffix.startsWith("-") ? -minutes : minutes;
}

/** Epoch milliseconds of a time with an offset; NaN for one without. */
export function instantOf({ day, minute, offset }: WrittenTime): number {
  return (day * DAY_MINUTES + minute - (offset ?? Number.NaN)) * MINUTE;
}

/** Day number on the clock of a zone; a time without offset is on that clock already. */
export function localDayOf(time: WrittenTime, zone: Zone): number {
  return time.offset === undefined ? time.day : dayNumber(localDate(instantOf(time), zone));
}

/** Writes the beginning of a step like the file does. at: epoch ms; zone: of the file; day: a day stands for
 *  itself, so its date is written with midnight and the file's own suffix. */
export function formatTime(at: number, zone: Zone, form: TimeForm, step: "PT1H" | "P1D"): string {
  const utc = form.suffix === "Z" && step === "PT1H";
  const offset = utc ? 0 : offsetMinutes(at, zone);
  const local = new Date(at + offset * MINUTE).toISOString();
  if (form.separator === undefined) return step === "P1D" ? local.slice(0, 10) : local.slice(0, 16);
  const clock = step === "P1D" ? "00:00" : local.slice(11, 16);
  const suffix =
    form.suffix === "" || form.suffix === "Z" || step === "P1D" ? form.suffix : writeOffset(offset, form);
  return `${local.slice(0, 10)}${form.separator}${clock}${form.seconds}${suffix}`;
}

function writeOffset(minutes: number, { suffix }: TimeForm): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, "0");
  const rest = String(size % 60).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${hours}${suffix.includes(":") ? ":" : ""}${rest}`;
}
