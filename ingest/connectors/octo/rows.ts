/** Rows of OCTO as they are read. What is not named here (contacts, notes, references of resellers) is dropped while
 *  decoding. */
import { z } from "zod";

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const maybeInstant = instant.nullish().transform((at) => at ?? null);
/** Ids of the supplier's making; one that looks like an address is refused. */
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^@]*$/, "an id without @ is expected");
const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-4]):[0-5]\d/)
  .transform((text) => text.slice(0, 5));

const Unit = z.object({
  id,
  type: z.string().max(40),
  /** People that one unit stands for: a family ticket is several. */
  restrictions: z.object({ paxCount: z.int().min(0).max(1000).nullish() }).nullish(),
});
export type Unit = z.output<typeof Unit>;

export const Product = z.object({
  id,
  timeZone: z.string().nullish(),
  options: z.array(z.object({ id, units: z.array(Unit).default([]) })),
});
export type Product = z.output<typeof Product>;

export const Slot = z.object({
  id,
  localDateTimeStart: instant,
  localDateTimeEnd: instant,
  allDay: z.boolean().nullish(),
  status: z.string().max(40),
  vacancies: z.int().nullish(),
  capacity: z.int().nullish(),
  openingHours: z.array(z.object({ from: clockTime, to: clockTime })).nullish(),
});
export type Slot = z.output<typeof Slot>;

const Price = z.object({
  retail: z.int(),
  currency: z.string().max(8),
  currencyPrecision: z.int().min(0).max(6),
});

const UnitItem = z.object({
  uuid: id,
  unitId: id,
  status: z.string().max(40),
  utcRedeemedAt: maybeInstant,
  unit: Unit.nullish().catch(null),
  pricing: Price.nullish().catch(null),
});
export type UnitItem = z.output<typeof UnitItem>;

export const Booking = z.object({
  uuid: id,
  testMode: z.boolean().nullish(),
  status: z.string().max(40),
  utcCreatedAt: instant,
  utcUpdatedAt: maybeInstant,
  utcConfirmedAt: maybeInstant,
  utcRedeemedAt: maybeInstant,
  productId: id,
  optionId: id,
  availabilityId: z.string().nullish(),
  /** Null for a ticket without a date. Often no more than its id, which then is the start. */
  availability: z
    .object({
      id: z.string(),
      localDateTimeStart: instant.nullish(),
      allDay: z.boolean().nullish(),
      openingHours: z.array(z.object({ from: clockTime, to: clockTime })).nullish(),
    })
    .nullish(),
  unitItems: z.array(UnitItem),
});
export type Booking = z.output<typeof Booking>;
