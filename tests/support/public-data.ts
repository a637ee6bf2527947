/** The public counts that some tests read. They are not part of this repository: without them those tests are skipped. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Folder of the public data, `../shared/data` unless PUBLIC_DATA names another. */
export const PUBLIC_DATA = resolve(process.env.PUBLIC_DATA ?? "../shared/data");

/** True where the folder is there. */
export const hasPublicData = existsSync(PUBLIC_DATA);

/** Ending of a test's name that says why it is skipped. */
export const WHY_SKIPPED = hasPublicData ? "" : " (skipped: no folder of public data, set PUBLIC_DATA)";
