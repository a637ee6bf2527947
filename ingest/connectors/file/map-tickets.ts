/** Rows of a till or booking system (sales, cancellations, scans) → records. Only the cells that the options name are
 *  read; of these, codes are reduced to the classes of the store. */
import type { Channel, SourceRecord, Tariff } from "../../../src/domain/record.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { plainName } from "../../format/names.ts";
import { isFault, readCents, readLanguage, readOrigin, readWhole } from "./cells.ts";
import { describeCell } from "./describe.ts";
import { IGNORED } from "./ignored.ts";
import { keyMaker } from "./keys.ts";
import type { FilePlan, Positions } from "./plan.ts";
import type { FieldMapper, Reading, Reject } from "./reading.ts";
import { daysBefore, instantReader } from "./when.ts";

type Details = Pick<SourceRecord, "tariff" | "channel" | "origin" | "cameFrom" | "language">;

/** A cancelled row becomes a negative record of its own (its day known), or a withdrawn one (day unknown); a
 *  reversing row is negative under its own key. */
export function ticketMapper(plan: FilePlan, positions: Positions, reading: Reading): FieldMapper {
  const { options } = plan;
  const { cancellation } = options;
  const measure = options.measure ?? "tickets";
  const makeKey = keyMaker(plan, positions, reading);
  const readDetails = detailReader(plan, positions);
  const isIgnored = ignoredReader(plan, positions);
  const readBooking = dateReader(plan, positions, ["booked_on", "sold_at"], "lead_days");
  const readCancelling = dateReader(plan, positions, ["cancelled_on"], "cancel_lead_days");
  const readModified = dateReader(plan, positions, ["modified_at"]);
  const dated = positions.cancelled_on !== -1 || positions.cancel_lead_days !== -1;
  const reverses = wordsOf(
    typeof cancellation === "object" && "type" in cancellation ? cancellation.type : [],
  );
  const cancels = wordsOf(
    typeof cancellation === "object" && "status" in cancellation ? cancellation.status : [],
  );

  /** A row without the cell is older than any change of it; a time ahead of the pull must not outlast corrections. */
  const versionOf = (modifiedAt: Instant | undefined): number =>
    positions.modified_at === -1 ? reading.version : Math.max(1, Math.min(modifiedAt ?? 1, reading.version));

  return (fields, series, when, out, setAside) => {
    // A postcard is no visit. One that stands in the store, of a file read before, is withdrawn.
    const ignored = isIgnored(fields);
    const pass = () => {
      out.push(IGNORED);
    };
    if (ignored && !reading.again) return pass();
    const reject: Reject = ignored ? pass : setAside;
    const quantity =
      positions.quantity === -1
        ? 1
        : readWhole(fields[positions.quantity] ?? "", options.decimal, measure === "tickets");
    if (isFault(quantity)) return reject(quantity.reason, quantity.detail, "quantity");
    if (quantity === undefined) return reject("missing_field", "no quantity", "quantity");
    const cents =
      positions.amount === -1 ? undefined : readCents(fields[positions.amount] ?? "", options.decimal);
    if (isFault(cents)) return reject(cents.reason, cents.detail, "amount");
    const bookedOn = readBooking(fields, when.at, reject);
    const modifiedAt = readModified(fields, when.at, reject);
    if (bookedOn === "rejected" || modifiedAt === "rejected") return;
    if ((bookedOn ?? when.at) >= reading.until) {
      const why = bookedOn === undefined ? "a later visit needs a booked_on column" : "not yet booked";
      return reject("future", why, "booked_on", bookedOn ?? when.at);
    }
    if (quantity === 0) return pass();
    const key = makeKey(fields, series, when.at);
    if (key === "missing") return reject("missing_field", "the row has no id", "id");
    if (key === "personal") return reject("personal_data", "the id looks like an e-mail address", "id");
    const reversal = quantity < 0 || reverses.has(plainName(fields[positions.type] ?? ""));
    const cancelled = cancels.has(plainName(fields[positions.status] ?? ""));
    const sign = reversal && quantity > 0 ? -1 : 1;
    const sold: SourceRecord = {
      site: series.site,
      measure,
      key: reversal && plan.key === "id" ? `${key}/-` : key,
      at: when.at,
      minutes: when.minutes,
      value: sign * quantity,
      version: versionOf(modifiedAt ?? bookedOn),
      deleted: ignored || (cancelled && !dated),
      knownAt: bookedOn ?? when.at + when.minutes * 60_000,
      ...(series.gate === undefined ? {} : { gate: series.gate }),
      ...readDetails(fields),
      ...(bookedOn === undefined ? {} : { bookedOn }),
      ...(cents === undefined ? {} : { amountCents: reversal ? -Math.abs(cents) : cents }),
    };
    out.push({ kind: "record", record: sold });
    if (!cancelled || !dated || ignored) return;
    const cancelledOn = readCancelling(fields, when.at, reject);
    if (cancelledOn === "rejected") return;
    if (cancelledOn === undefined) return reject("missing_field", "cancelled without a day", "cancelled_on");
    if (cancelledOn >= reading.until)
      return reject("future", "not yet cancelled", "cancelled_on", cancelledOn);
    const given = sold.amountCents === undefined ? {} : { amountCents: -sold.amountCents };
    const back = {
      ...sold,
      key: `${key}/-`,
      value: -sold.value,
      knownAt: cancelledOn,
      bookedOn: cancelledOn,
      ...given,
    };
    out.push({ kind: "record", record: back });
  };
}

function wordsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(plainName));
}

/** Reads when something was done: from the first of `columns` that is mapped, else as days before the visit. */
function dateReader(
  plan: FilePlan,
  positions: Positions,
  columns: readonly ("booked_on" | "sold_at" | "cancelled_on" | "modified_at")[],
  lead?: "lead_days" | "cancel_lead_days",
): (fields: readonly string[], at: Instant, reject: Reject) => Instant | undefined | "rejected" {
  const readInstant = instantReader(plan);
  const back = daysBefore(plan);
  const column = columns.find((name) => positions[name] !== -1);
  return (fields, at, reject) => {
    if (column !== undefined) {
      const cell = fields[positions[column]] ?? "";
      const instant = readInstant(cell);
      if (instant === undefined || !Number.isNaN(instant)) return instant;
      reject("bad_time", `${describeCell(cell)}: no date that exists`, column);
      return "rejected";
    }
    if (lead === undefined || positions[lead] === -1) return undefined;
    const days = readWhole(fields[positions[lead]] ?? "", plan.options.decimal, false);
    if (days === undefined) return undefined;
    if (isFault(days) || days > 3660) {
      reject(
        isFault(days) ? days.reason : "too_large",
        isFault(days) ? days.detail : "more than ten years",
        lead,
      );
      return "rejected";
    }
    return back(at, days);
  };
}

/** Whether a row is of an article that the options leave out. */
function ignoredReader({ options }: FilePlan, { tariff }: Positions): (fields: readonly string[]) => boolean {
  const named = Object.entries(options.tariffs ?? {});
  const names = wordsOf(named.flatMap(([name, value]) => (value === "ignore" ? [name] : [])));
  return (fields) => tariff !== -1 && names.has(plainName(fields[tariff] ?? ""));
}

/** Classes, origin and language, reduced to what the store keeps. */
export function detailReader(plan: FilePlan, positions: Positions): (fields: readonly string[]) => Details {
  const tariffs = classes(plan.options.tariffs);
  const channels = classes(plan.options.channels);
  const cell = (fields: readonly string[], column: number): string =>
    column === -1 ? "" : (fields[column] ?? "");
  return (fields) => {
    const named = tariffs.get(plainName(cell(fields, positions.tariff))) ?? "other";
    const tariff: Tariff | undefined = positions.tariff === -1 || named === "ignore" ? undefined : named;
    const channel: Channel | undefined =
      positions.channel === -1
        ? undefined
        : (channels.get(plainName(cell(fields, positions.channel))) ?? "other");
    const origin = readOrigin(cell(fields, positions.origin));
    const cameFrom = readSite(plan, cell(fields, positions.came_from));
    const language = readLanguage(cell(fields, positions.language));
    return {
      ...(tariff === undefined ? {} : { tariff }),
      ...(channel === undefined ? {} : { channel }),
      ...(origin === undefined ? {} : { origin }),
      ...(cameFrom === undefined ? {} : { cameFrom }),
      ...(language === undefined ? {} : { language }),
    };
  };
}

function classes<Class>(names: Readonly<Record<string, Class>> | undefined): ReadonlyMap<string, Class> {
  return new Map(Object.entries(names ?? {}).map(([name, value]) => [plainName(name), value]));
}

/** A site of the territory; undefined for anything else, so that no id of a pass gets in by this column. */
function readSite({ options, sites }: FilePlan, text: string): string | undefined {
  const name = text.trim();
  const named = options.sites ?? {};
  const site = Object.hasOwn(named, name) ? named[name] : name;
  return site !== undefined && sites.has(site) ? site : undefined;
}
