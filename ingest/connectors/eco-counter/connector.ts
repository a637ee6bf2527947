/** Eco-Counter: counts of pedestrians at one counting site, by API v2 or 1.0. Traps and choices in NOTES.md. */
import { FeedChanged, FeedUnavailable } from "../../../src/domain/errors.ts";
import { type CheckResult, defineConnector, type PullContext } from "../../connector.ts";
import { countsStream } from "./counts.ts";
import { apiUrl, type EcoCounterOptions, ecoCounterOptions } from "./options.ts";
import { clientV1, SitesV1, sourceV1 } from "./v1.ts";
import { headersV2, SitesV2, sourceV2 } from "./v2.ts";

export const ecoCounterConnector = defineConnector({
  type: "eco-counter",
  options: ecoCounterOptions,
  open: ({ options, site, zone }) => {
    const v1 = clientV1(options);
    const source = ({ http }: PullContext) =>
      options.api === "v1" ? sourceV1(options, v1(http)) : sourceV2(options, http);
    return {
      streams: [countsStream(options, { site, zone }, source)],
      async check(context) {
        try {
          return options.api === "v1"
            ? checkV1(options, await v1(context.http)("/site"))
            : await checkV2(options, context);
        } catch (error) {
          if (!(error instanceof FeedUnavailable) && !(error instanceof FeedChanged)) throw error;
          return { ok: false, problem: error.message, remedy: "check url, key and counter of this feed" };
        }
      },
    };
  },
});

async function checkV2(options: EcoCounterOptions, { http }: PullContext): Promise<CheckResult> {
  const { body } = await http.json({
    url: `${apiUrl(options)}/api/v2/sites?include=domain`,
    headers: headersV2(options),
  });
  const sites = SitesV2.safeParse(body);
  if (!sites.success) return strange();
  const site = sites.data.find(({ id }) => id === options.counter);
  if (!site) return unknown(options, sites.data);
  const counted = options.travelModes.filter((mode) => site.travelModes.includes(mode));
  if (site.travelModes.length > 0 && counted.length === 0) {
    const problem = `invalid travelModes: ${options.travelModes.join(", ")} (${site.name} counts others)`;
    return { ok: false, problem, remedy: `use one of: ${site.travelModes.join(", ")}` };
  }
  return { ok: true, detail: `${site.name}, ${counted.join(", ")}` };
}

function checkV1(options: EcoCounterOptions, body: unknown): CheckResult {
  const sites = SitesV1.safeParse(body);
  if (!sites.success) return strange();
  const site = sites.data.find(({ id }) => id === options.counter);
  if (!site) return unknown(options, sites.data);
  const channels = site.channels.map(
    ({ id, name, sens }) => `${id} ${name ?? ""} (direction code ${sens ?? "none"})`,
  );
  return { ok: true, detail: `${site.name}; channels: ${channels.join(", ") || "none"}` };
}

function unknown(options: EcoCounterOptions, sites: readonly { id: number; name: string }[]): CheckResult {
  const names = sites.slice(0, 20).map(({ id, name }) => `${id} ${name}`);
  return {
    ok: false,
    problem: `invalid counter: ${options.counter}`,
    remedy: `use one of: ${names.join(", ")}`,
  };
}

function strange(): CheckResult {
  return {
    ok: false,
    problem: "invalid reply: the list of sites has another shape",
    remedy: "check url and api",
  };
}
