/** What the build of the browser's files left behind, put in place by vite.config.ts when the renderer is built. In
 *  tests that import the sources there is no build: names are plain and weights zero. */

/** Names in /assets and bytes as sent (brotli). */
export interface Built {
  readonly style: string;
  readonly script: string;
  /** Script of the tally. */
  readonly tally: string;
  readonly icon: string;
  readonly bytes: number;
}

declare const __BEFFROI_BUILT__: Built | undefined;

export const BUILT: Built =
  typeof __BEFFROI_BUILT__ === "undefined"
    ? { style: "style.css", script: "client.js", tally: "tally.js", icon: "", bytes: 0 }
    : __BEFFROI_BUILT__;
