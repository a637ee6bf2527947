// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
/** A small territory file for tests, and how its faults read. */
import { stringify } from "yaml";
import { ConfigError, type Fault } from "../../src/domain/errors.ts";
import { readTerritory } from "../../src/territory/load.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests break the file in ways that no type allows
export type Loose = any;

/** A fresh copy of a faultless file, to be broken by a test. */
export function smallFile(): Loose {
  return {
    territory: {
      id: "essai",
      name: { fr: "Essai" },
      timezone: "Europe/Paris",
      country: "FR",
      school_zone: "B",
    },
    owners: [{ id: "cac", name: "CAC" }],
    sites: [
      {
        id: "tank",
        name: { fr: "Tank", en: "The Tank" },
        owner: "cac",
        capacity: 120,
        opening: [
          { between: ["12-24", "02-10"], closed: { fr: "fermeture annuelle" } },
          { when: "school-holidays", hours: ["14:00-17:30", "10:00-12:00"] },
          { days: ["wed", "sat"], hours: ["14:00-17:30"] },
        ],
        visits: { from: "tickets", otherwise: { manual: 1, counter: 0.94 } },
      },
    ],
    feeds: [
      {
        id: "till",
        site: "tank",
        kind: "ticketing",
        connector: "pretix",
        every: "PT10M",
        options: { token: "${TOKEN}" },
      },
    ],
    events: [{ id: "bataille", name: "Bataille", on: "11-20", sites: ["tank"] }],
    alerts: [{ site: "tank", when: { forecast_occupancy_above: 0.9 }, to: ["mailto:a@example.org"] }],
  };
}

export const env = { TOKEN: "s3cret-token" };

export function read(file: Loose, variables: Record<string, string> = env) {
  return readTerritory(typeof file === "string" ? file : stringify(file), "essai.yaml", variables);
}

/** Faults of a file, without it [] . */
export function faultsOf(file: Loose, variables: Record<string, string> = env): readonly Fault[] {
  try {
    read(file, variables);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

/** `path: value: remedy` of each fault of the small file after a change. */
export function faultsAfter(change: (file: Loose) => void): string[] {
  const file = smallFile();
  change(file);
  return faultsOf(file).map(({ path, value, remedy }) => `${path}: ${value}: ${remedy}`);
}
