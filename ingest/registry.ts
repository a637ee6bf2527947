/** The table of connectors, and opening a feed with its options checked: every wrong option is one fault that says
 *  where it stands in the territory file. */
import { ConfigError, type Fault } from "../src/domain/errors.ts";
import { type Issue, remedyFor } from "../src/domain/issue-words.ts";
import type { Connector, FeedContext, OpenFeed } from "./connector.ts";
import { ecoCounterConnector } from "./connectors/eco-counter/connector.ts";
import { fileConnector } from "./connectors/file/connector.ts";
import { httpJsonConnector } from "./connectors/http-json/connector.ts";
import { kioskConnector } from "./connectors/kiosk/connector.ts";
import { mqttConnector } from "./connectors/mqtt/connector.ts";
import { octoConnector } from "./connectors/octo/connector.ts";
import { openMeteoConnector } from "./connectors/open-meteo/connector.ts";
import { pretixConnector } from "./connectors/pretix/connector.ts";
import { pushConnector } from "./connectors/push/connector.ts";
import { tallyConnector } from "./connectors/tally/connector.ts";
import { theThingsStackConnector } from "./connectors/the-things-stack/connector.ts";
import { xapiConnector } from "./connectors/xapi/connector.ts";

/** Connectors by the name that a territory file uses. */
export const connectors: ReadonlyMap<string, Connector> = new Map(
  [
    pretixConnector,
    ecoCounterConnector,
    fileConnector,
    kioskConnector,
    mqttConnector,
    octoConnector,
    openMeteoConnector,
    tallyConnector,
    httpJsonConnector,
    pushConnector,
    theThingsStackConnector,
    xapiConnector,
  ].map((connector) => [connector.type, connector]),
);

/** Opens a feed. @param path of the feed in the territory file, such as `feeds[2]`
 *  @throws ConfigError with a fault per wrong option, or for a connector that does not exist. */
export function openFeed(type: string, feed: FeedContext<unknown>, path: string): OpenFeed {
  const connector = connectors.get(type);
  if (!connector) {
    const remedy = `invalid connector: use one of ${[...connectors.keys()].join(", ")}`;
    throw new ConfigError([{ path: `${path}.connector`, value: type, remedy }]);
  }
  const checked = connector.options.safeParse(feed.options);
  if (!checked.success)
    throw new ConfigError(checked.error.issues.flatMap((issue) => toFaults(issue, feed.options, path)));
  try {
    return connector.open(feed);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.faults.map((fault) => ({ ...fault, path: `${path}.${fault.path}` })));
  }
}

interface OptionIssue extends Issue {
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** An unknown option is named itself, not only the object that holds it. */
function toFaults(issue: OptionIssue, options: unknown, feedPath: string): Fault[] {
  const paths = issue.keys ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => {
    const value = valueAt(options, path);
    return {
      path: `${feedPath}.options${path.map(segment).join("")}`,
      // A misspelt `token` is an unknown option with a secret in it.
      value: issue.keys ? "(hidden)" : shown(value, path),
      remedy: issue.keys ? "unknown option: remove it or correct its name" : remedyFor(issue, value),
    };
  });
}

function segment(part: PropertyKey): string {
  if (typeof part === "number") return `[${part}]`;
  return /^[\w-]+$/.test(String(part)) ? `.${String(part)}` : `["${String(part)}"]`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) at = at instanceof Object ? Reflect.get(at, part) : undefined;
  return at;
}

const SECRET = /token|password|secret|key|user|auth/i;

/** The value as written, shortened; secrets have been put in by now and are never shown. */
function shown(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined) return "(missing)";
  if (value instanceof Object) return Array.isArray(value) ? "(a list)" : "(an object)";
  if (path.some((part) => SECRET.test(String(part)))) return "(hidden)";
  const text = String(value)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\/\/[^/@\s]*@/, "//(hidden)@");
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
