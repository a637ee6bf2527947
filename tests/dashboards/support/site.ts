/** A tiny server for the built dashboards: fixture pages by address, assets as the build left them, and the same
 *  content security policy as the service. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { policyOf } from "../../../src/api/widget.ts";
import type { RenderPage, RenderPicture } from "../../../src/contract/screen.ts";
import { pageAt } from "../fixtures/pages.ts";

const CSP =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'";
const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

interface Renderer {
  readonly renderPage: RenderPage;
  readonly renderPicture: RenderPicture;
  readonly assets: { readonly style: string; readonly script: string };
}

export interface Site {
  readonly url: string;
  readonly close: () => void;
}

/** Serves until closed. `?case=` picks the story of a page.  @param origins may frame the widget */
export async function serveFixtures(origins: readonly string[] = []): Promise<Site> {
  const built: Renderer = await import(pathToFileURL("dist/dashboards/server.js").href);
  const server = createServer(async (req, res) => {
    const address = new URL(req.url ?? "/", "http://localhost");
    try {
      if (address.pathname.startsWith("/assets/")) {
        const file = join("dist/dashboards", address.pathname);
        res.setHeader("Content-Type", TYPES[extname(file)] ?? "text/plain");
        res.setHeader("Content-Encoding", "gzip");
        res.end(await readFile(`${file}.gz`));
        return;
      }
      const isPicture = address.pathname.endsWith(".svg");
      if (isPicture) address.pathname = address.pathname.replace(/\.svg$/, "");
      if (address.pathname === "/healthz") {
        res.end("ok\n");
        return;
      }
      if (address.pathname === "/sw.js") {
        res.setHeader("Content-Type", "text/javascript");
        res.end(await readFile("dist/dashboards/sw.js"));
        return;
      }
      if (address.pathname === "/api/v1/live") {
        res.setHeader("Content-Type", "text/event-stream");
        res.write(": \n\n");
        return;
      }
      const { frame, screen } = pageAt(address);
      const html = built.renderPage({ ...frame, assets: built.assets }, screen);
      if (isPicture) {
        res.setHeader("Content-Type", "image/svg+xml");
        res.end(built.renderPicture(html, Number(address.searchParams.get("chart") ?? 1))?.svg);
        return;
      }
      res.setHeader("Content-Type", "text/html; charset=utf-8");
      res.setHeader("Content-Security-Policy", screen.kind === "widget" ? policyOf(html, origins) : CSP);
      res.setHeader("Content-Encoding", "gzip");
      res.end(gzipSync(html));
    } catch (error) {
      res.statusCode = 404;
      res.end(String(error));
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
