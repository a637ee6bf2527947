/** Which rows a command of the quarantine speaks of. */
import { ConfigError } from "../../domain/errors.ts";
import type { Territory } from "../../domain/site.ts";
import { type Instant, isLocalDate, startOfDay } from "../../domain/time.ts";
import type { Quarantine } from "../../store/quarantine.ts";
import { readQuarantine } from "../../store/quarantine.ts";
import { instantOption, wrong } from "../options.ts";
import type { Service } from "../service.ts";

export const MOST = 20_000;
const DAY_MS = 86_400_000;

/** @throws ConfigError naming unknown feeds */
export function checkFeeds(territory: Territory, ids: readonly string[]): void {
  const unknown = ids.filter((id) => !territory.feeds.some((feed) => feed.id === id));
  if (unknown.length === 0) return;
  throw wrong("--feed", unknown.join(", "), `known feeds: ${territory.feeds.map(({ id }) => id).join(", ")}`);
}

/** A day of the territory or an instant. @throws ConfigError for anything else */
export function sinceOption({ zone }: Territory, text: string | undefined): Instant {
  if (text === undefined) return 0;
  return isLocalDate(text) ? startOfDay(text, zone) : (instantOption("--since", text) ?? 0);
}

export function rowsOf(
  { store, now }: Pick<Service, "store" | "now">,
  feeds: readonly string[],
  since: Instant,
): Promise<Quarantine> {
  return readQuarantine(store, { feeds, from: since, to: now() + DAY_MS, most: MOST });
}

/** @throws ConfigError unless the rows hold one whose name begins so */
export function rowNamed({ rows }: Quarantine, name: string): Quarantine["rows"][number] {
  const found = rows.filter(({ id }) => name.length >= 4 && id.startsWith(name));
  const [row] = found;
  if (row && found.length === 1) return row;
  const remedy =
    found.length > 1 ? "several rows begin so: write more of it" : "see beffroi quarantine list --all";
  throw new ConfigError([{ file: "command line", path: "row", value: name, remedy }]);
}
