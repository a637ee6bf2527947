/** Built files: compressed as found, kept for ever where the name changes with the content, and nothing outside. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import request from "supertest";
import { expect, test } from "vitest";
import { fakeApp } from "./support/fake-app.ts";

function built(): string {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-assets-"));
  const assetsDir = join(folder, "client");
  mkdirSync(join(assetsDir, "chunks"), { recursive: true });
  const script = "console.log('belfry');\n".repeat(50);
  writeFileSync(join(folder, "secret.txt"), "outside");
  writeFileSync(join(assetsDir, ".hidden"), "hidden");
  writeFileSync(join(assetsDir, "chunks", "chart-Ab3dE_9z.js"), script);
  writeFileSync(join(assetsDir, "chunks", "chart-Ab3dE_9z.js.br"), brotliCompressSync(script));
  writeFileSync(join(assetsDir, "chunks", "chart-Ab3dE_9z.js.gz"), gzipSync(script));
  writeFileSync(join(assetsDir, "mark.svg"), "<svg/>");
  return assetsDir;
}

const { app } = fakeApp({ assetsDir: built() });

test("a compressed file beside the asset is sent as it is, typed as the asset", async () => {
  for (const [accepted, coding] of [
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ] as const) {
    const reply = await request(app).get("/assets/chunks/chart-Ab3dE_9z.js").set("Accept-Encoding", accepted);
    expect(reply.status).toBe(200);
    expect(reply.headers["content-encoding"]).toBe(coding);
    expect(reply.headers["content-type"]).toMatch(/^text\/javascript/);
    expect(reply.text).toContain("belfry");
    expect(reply.headers.vary).toBe("Accept-Encoding");
  }
});

test("a name with a hash is kept for a year, another is asked for again", async () => {
  const hashed = await request(app).get("/assets/chunks/chart-Ab3dE_9z.js");
  expect(hashed.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  const plain = await request(app).get("/assets/mark.svg");
  expect(plain.headers["cache-control"]).toBe("no-cache");
  expect(plain.headers["content-type"]).toBe("image/svg+xml");
});

test.each([
  "/assets/../secret.txt",
  "/assets/..%2fsecret.txt",
  "/assets/%2e%2e/secret.txt",
  "/assets/chunks/..%5c..%5c..%5csecret.txt",
  "/assets/.hidden",
  "/assets/",
  "/assets/chunks",
  "/assets/nothing-12345678.js",
])("%s is a problem, kept by nobody", async (path) => {
  const reply = await request(app).get(path);
  expect(reply.status).toBe(404);
  expect(reply.headers["cache-control"]).toBe("no-store");
  expect(reply.type).toBe("application/problem+json");
});

test("the territory's own colours are kept for ever under the name of their content", async () => {
  const theme = { name: "theme-abcdefghij.css", text: ":root{--acc:#00408a}" };
  const { app: own } = fakeApp({ assetsDir: built(), theme });
  const reply = await request(own).get("/assets/theme-abcdefghij.css");
  expect([reply.status, reply.type, reply.text]).toEqual([200, "text/css", theme.text]);
  expect(reply.headers["cache-control"]).toContain("immutable");
  expect((await request(app).get("/assets/theme-abcdefghij.css")).status).toBe(404);
});
