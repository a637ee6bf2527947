/** The built dashboards: the renderer and the files of the browser. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Frame, RenderPage, RenderPicture } from "../contract/screen.ts";
import { ConfigError } from "../domain/errors.ts";

const FOLDER = new URL("../../dist/dashboards/", import.meta.url);

const Renderer = z.object({
  renderPage: z.custom<RenderPage>((value) => typeof value === "function"),
  renderPicture: z.custom<RenderPicture>((value) => typeof value === "function"),
  assets: z.object({ style: z.string(), script: z.string() }),
});

export interface Dashboards {
  readonly renderPage: RenderPage;
  readonly renderPicture: RenderPicture;
  readonly assets: Frame["assets"];
  /** Folder of the browser's files. */
  readonly folder: string;
  /** Script of the worker that keeps the tally. */
  readonly worker: string;
}

/** @throws ConfigError when they have not been built */
export async function readDashboards(): Promise<Dashboards> {
  const file = new URL("server.js", FOLDER);
  if (!existsSync(file)) {
    const remedy = "build the dashboards first: npm run build";
    throw new ConfigError([{ path: "dist/dashboards", value: "(missing)", remedy }]);
  }
  const module: unknown = await import(file.href);
  return {
    ...Renderer.parse(module),
    folder: fileURLToPath(new URL("assets/", FOLDER)),
    worker: readFileSync(new URL("sw.js", FOLDER), "utf8"),
  };
}
