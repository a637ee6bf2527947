/** Checked parts of the territory file about whom to tell → the domain's alerts, digest and publisher. */
import type { Alert, AlertCondition, Digest, Recipient } from "../domain/alert.ts";
import type { Language } from "../domain/language.ts";
import type { Publisher } from "../domain/publisher.ts";
import { minuteOf } from "./contact-fields.ts";
import { type TerritoryFile, WEEKDAYS } from "./schema.ts";

type AlertEntry = NonNullable<TerritoryFile["alerts"]>[number];
type DigestEntry = NonNullable<TerritoryFile["digest"]>;
type RecipientEntry = AlertEntry["to"][number];

/** @param to with its references replaced */
export function toAlert(entry: AlertEntry, to: readonly RecipientEntry[]): Alert {
  const when = toCondition(entry.when);
  const site = entry.site ?? null;
  const made = [
    when.kind,
    site ?? "all",
    ...("share" in when ? [when.share] : []),
    ...("states" in when ? when.states : []),
  ].join("/");
  const [from = "", until = ""] = entry.quiet?.split("-") ?? [];
  return {
    id: entry.id ?? made,
    site,
    when,
    to: to.map(toRecipient),
    quiet: entry.quiet === undefined ? null : { fromMinute: minuteOf(from), toMinute: minuteOf(until) },
  };
}

function toCondition(when: AlertEntry["when"]): AlertCondition {
  const { forecast_occupancy_above: forecast, occupancy_above: current, data_state: states } = when;
  if (forecast !== undefined) return { kind: "forecast_occupancy_above", share: forecast };
  if (current !== undefined) return { kind: "occupancy_above", share: current };
  if (states !== undefined) return { kind: "data_state", states };
  return { kind: when.feed_silent ? "feed_silent" : when.feed_suspect ? "feed_suspect" : "anomaly" };
}

/** @param to with its references replaced */
export function toDigest({ at, days }: DigestEntry, to: readonly RecipientEntry[]): Digest {
  return {
    atMinute: minuteOf(at),
    weekdays: (days ?? WEEKDAYS).map((name) => WEEKDAYS.indexOf(name) + 1),
    to: to.map(toRecipient),
  };
}

function toRecipient(entry: RecipientEntry): Recipient {
  const whole: { address: string; lang?: Language | undefined; secret?: string | undefined } =
    typeof entry === "string" ? { address: entry } : entry;
  return { address: whole.address, lang: whole.lang ?? "fr", secret: whole.secret ?? null };
}

export function toPublisher(entry: TerritoryFile["territory"]["publisher"]): Publisher {
  return {
    name: entry?.name ?? null,
    address: entry?.address ?? null,
    phone: entry?.phone ?? null,
    email: entry?.email ?? null,
    director: entry?.director ?? null,
    host: entry?.host ?? null,
    dataProtection: entry?.data_protection ?? null,
  };
}
