/** Four builds of `dashboards`: `client` gives the hashed files of the browser, `tally` the script of that page (apart,
 *  so that the two share no third file), `worker` the script that keeps the tally
 *  without a network, `server` the renderer that the service loads. scripts/build.ts runs them in this order, so that
 *  the later ones know the names and weights of the files. */
import { defineConfig, type UserConfig } from "vite";

const shared = {
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  logLevel: "warn",
  publicDir: false,
} as const;

const server: UserConfig = {
  ...shared,
  ssr: { noExternal: true },
  build: {
    ssr: "dashboards/server.tsx",
    outDir: "dist/dashboards",
    emptyOutDir: false,
    target: "node22",
    rolldownOptions: { output: { entryFileNames: "server.js" } },
  },
};

const worker: UserConfig = {
  ...shared,
  build: {
    outDir: "dist/dashboards",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: { sw: "dashboards/worker/sw.ts" },
      output: { entryFileNames: "sw.js", format: "iife" },
    },
  },
};

const client: UserConfig = {
  ...shared,
  base: "/assets/",
  build: {
    outDir: "dist/dashboards/assets",
    emptyOutDir: true,
    assetsDir: "",
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: {
        client: "dashboards/client/main.ts",
        style: "dashboards/styles/main.css",
        mark: "dashboards/client/mark.svg",
      },
    },
  },
};

const tally: UserConfig = {
  ...shared,
  base: "/assets/",
  build: {
    outDir: "dist/dashboards/assets",
    emptyOutDir: false,
    assetsDir: "",
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: { tally: "dashboards/client/tally/main.ts" } },
  },
};

const BUILDS: Readonly<Record<string, UserConfig>> = { client, tally, worker, server };

export default defineConfig(({ mode }) => BUILDS[mode] ?? client);
