/** The app over fake views, with a clock and a data version that a test can move. */
import { pino } from "pino";
import { type AppOptions, createApp } from "../../../src/api/app.ts";
import type { Frame, Screen } from "../../../src/contract/screen.ts";
import { fakeViews, NOW, SITES } from "./fake-views.ts";

interface World {
  version: string;
  now: number;
}

/** Lines that the app logged, parsed. */
type Lines = Record<string, unknown>[];

function fakeRender(frame: Frame, screen: Screen): string {
  const text = `<!doctype html><html lang="${frame.lang}"><title>${screen.kind}</title><p>${frame.path}</p>`;
  return `${text}${JSON.stringify(screen)}${" ".repeat(2000)}</html>`;
}

export function fakeApp(changes: Partial<AppOptions> = {}) {
  const world: World = { version: "1", now: NOW };
  const views = fakeViews();
  const lines: Lines = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = createApp({
    views,
    frame: () => ({
      office: { fr: "Office de tourisme" },
      simulated: true,
      sites: SITES.map((id) => ({ id, name: { fr: id } })),
      version: "0.0.0",
      assets: { style: "style.css", script: "script.js" },
    }),
    render: fakeRender,
    assetsDir: null,
    version: "0.0.0",
    ready: async () => ({ ready: true }),
    dataVersion: () => world.version,
    access: {},
    log,
    checkReplies: true,
    now: () => world.now,
    ...changes,
  });
  return { app, views, world, lines };
}
