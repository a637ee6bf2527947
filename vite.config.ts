/** Two builds of `dashboards`: `client` gives the hashed files of the browser, `server` the renderer that the service
 *  loads. scripts/build.ts runs both, in this order, so that the renderer knows the names and weights of the files. */
import { defineConfig } from "vite";

const jsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

export default defineConfig(({ mode }) =>
  mode === "server"
    ? {
        oxc: jsx,
        logLevel: "warn",
        publicDir: false,

        ssr: { noExternal: true },
        build: {
          ssr: "dashboards/server.tsx",
          outDir: "dist/dashboards",
          emptyOutDir: false,
          target: "node22",
          rolldownOptions: { output: { entryFileNames: "server.js" } },
        },
      }
    : {
        oxc: jsx,
        logLevel: "warn",
        publicDir: false,
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
      },
);
