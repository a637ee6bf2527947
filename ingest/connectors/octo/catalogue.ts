/** What of a supplier's catalogue is this site, and what its units stand for. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { Tariff } from "../../../src/domain/record.ts";
import type { Zone } from "../../../src/domain/time.ts";
import type { OctoOptions } from "./options.ts";
import type { Product, UnitItem } from "./rows.ts";

export interface Offer {
  readonly product: string;
  readonly option: string;
  readonly zone: Zone;
}

export interface Catalogue {
  readonly offers: readonly Offer[];
  /** Whether a product and option, perhaps no longer sold, are this site's. */
  isOurs(product: string, option: string): boolean;
  zoneOf(product: string): Zone;
  /** People of a booked unit and their tariff class; undefined for what is no visit. */
  unitOf(product: string, option: string, item: UnitItem): Unit | undefined;
}
export interface Unit {
  readonly people: number;
  readonly tariff?: Tariff;
}

const MAX_OFFERS = 500;

/** Classes of the protocol's own types; a family is several people at a price of its own. */
const TYPES: Readonly<Record<string, Tariff>> = {
  ADULT: "full",
  TRAVELLER: "full",
  YOUTH: "reduced",
  STUDENT: "reduced",
  SENIOR: "reduced",
  MILITARY: "reduced",
  CHILD: "child",
  INFANT: "child",
  FAMILY: "other",
  OTHER: "other",
};

/** @throws FeedChanged for more offers than a site can have */
export function catalogueOf(products: readonly Product[], options: OctoOptions, zone: Zone): Catalogue {
  const { products: named, units: classes } = options;
  const isOurs = (product: string, option: string) =>
    named.length === 0 || named.includes(product) || named.includes(`${product}/${option}`);
  const zones = new Map(products.map(({ id, timeZone }) => [id, isZone(timeZone) ? timeZone : zone]));
  const zoneOf = (product: string) => zones.get(product) ?? zone;
  const offers = products.flatMap(({ id, options: of }) =>
    of
      .filter((option) => isOurs(id, option.id))
      .map((option) => ({ product: id, option: option.id, zone: zoneOf(id) })),
  );
  if (offers.length > MAX_OFFERS)
    throw new FeedChanged(`invalid catalogue: ${offers.length} options (name this site's under products)`);
  const units = new Map(
    products.flatMap((product) =>
      product.options.flatMap((option) =>
        option.units.map((unit) => [`${product.id}/${option.id}/${unit.id}`, unit] as const),
      ),
    ),
  );
  return {
    offers,
    isOurs,
    zoneOf,
    unitOf(product, option, item) {
      const unit = item.unit ?? units.get(`${product}/${option}/${item.unitId}`);
      const type = unit?.type ?? "";
      const tariff = own(classes, item.unitId) ?? own(classes, type) ?? own(TYPES, type);
      if (tariff === "ignore") return undefined;
      const people = unit?.restrictions?.paxCount ?? 1;
      return tariff === undefined ? { people } : { people, tariff };
    },
  };
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function isZone(text: string | null | undefined): text is Zone {
  if (!text) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
