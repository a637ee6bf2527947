/** The built dashboards: the renderer and the files of the browser. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { Checked, type DocumentFacts, Measured } from "../contract/documents.ts";
import type { MailRenderer } from "../contract/mail.ts";
import type { Frame, RenderPage, RenderPicture } from "../contract/screen.ts";
import { ConfigError } from "../domain/errors.ts";

const FOLDER = new URL("../../dist/dashboards/", import.meta.url);

const Renderer = z.object({
  renderPage: z.custom<RenderPage>((value) => typeof value === "function"),
  mails: z.custom<MailRenderer>((value) => typeof value === "object" && value !== null),
  renderPicture: z.custom<RenderPicture>((value) => typeof value === "function"),
  assets: z.object({ style: z.string(), script: z.string() }),
});

export interface Dashboards {
  readonly renderPage: RenderPage;
  readonly mails: MailRenderer;
  readonly renderPicture: RenderPicture;
  readonly assets: Frame["assets"];
  /** What was measured and checked of this build; null where nobody did. */
  readonly proof: Pick<DocumentFacts, "measured" | "checked">;
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
    proof: { measured: leftBy("measured.json", Measured), checked: leftBy("checked.json", Checked) },
    folder: fileURLToPath(new URL("assets/", FOLDER)),
    worker: readFileSync(new URL("sw.js", FOLDER), "utf8"),
  };
}

/** What the build or the tests left beside the renderer; null when it is not there, or not what is expected. */
function leftBy<T>(name: string, schema: z.ZodType<T>): T | null {
  const file = new URL(name, FOLDER);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
