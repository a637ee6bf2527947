/** Where Prism and the published API descriptions are found. Neither is part of this repository. */
import { resolve } from "node:path";
import { PUBLIC_DATA } from "./public-data.ts";

/** The last version for Node 22. */
export const PRISM_VERSION = "5.14.2";

/** Prism, once `./run test` has fetched it. */
export const PRISM_FOLDER = resolve(import.meta.dirname, `../../.tools/prism-${PRISM_VERSION}`);

/** Descriptions of public APIs, beside the public data. */
export const DESCRIPTIONS = resolve(PUBLIC_DATA, "../feeds/specs");
