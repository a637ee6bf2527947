/** Parts of a record whose source says "unknown" by leaving them out. */
import type { SourceRecord } from "../src/domain/record.ts";

type Known = Omit<SourceRecord, "site" | "key" | "version" | "knownAt">;
/** The same with `undefined` where nothing is known. */
export type Loose = { readonly [Name in keyof Known]: Known[Name] | undefined } & Pick<
  Known,
  "measure" | "at" | "value" | "minutes" | "deleted"
>;

/** Without the properties that are undefined: an absent one is another content for the store. */
export function present({ measure, at, value, minutes, deleted, ...more }: Loose): Known {
  const { gate, tariff, channel, origin, language, topic, cameFrom, bookedOn, amountCents } = more;
  return {
    ...{ measure, at, value, minutes, deleted },
    ...(gate === undefined ? {} : { gate }),
    ...(tariff === undefined ? {} : { tariff }),
    ...(channel === undefined ? {} : { channel }),
    ...(origin === undefined ? {} : { origin }),
    ...(language === undefined ? {} : { language }),
    ...(topic === undefined ? {} : { topic }),
    ...(cameFrom === undefined ? {} : { cameFrom }),
    ...(bookedOn === undefined ? {} : { bookedOn }),
    ...(amountCents === undefined ? {} : { amountCents }),
  };
}
