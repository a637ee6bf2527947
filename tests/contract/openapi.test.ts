/** The description of the API: golden file, and laws that no review of a diff would catch. */
import { expect, test } from "vitest";
import { ACTIONS } from "../../src/contract/actions.ts";
import { openapi } from "../../src/contract/openapi.ts";
import { PUSH_PATH } from "../../src/contract/push.ts";
import { API_PREFIX, ROUTES } from "../../src/contract/routes.ts";

const text = JSON.stringify(openapi("0.0.0"), null, 2);

test("the description of the API changes only where a reviewer sees it", async () => {
  await expect(`${text}\n`).toMatchFileSnapshot("../golden/openapi.json");
});

test("every reference in the description leads to something", () => {
  const root: Record<string, unknown> = JSON.parse(text);
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) {
    const found = reference
      .split("/")
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], root);
    expect(found, reference).toBeDefined();
  }
});

test("every route is described under the prefix, with a problem document for its errors", () => {
  const { paths, servers } = openapi("0.0.0") as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    servers: { url: string }[];
  };
  expect(servers[0]?.url).toBe(API_PREFIX);
  const all = [...Object.values(ROUTES), ...Object.values(ACTIONS), { path: PUSH_PATH }].map(
    ({ path }) => path,
  );
  expect(Object.keys(paths)).toEqual([...new Set(all)]);
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    expect(Object.keys(operation.responses)).toContain("default");
  }
  for (const { path } of Object.values(ACTIONS)) expect(Object.keys(paths[path] ?? {})).toContain("post");
});

test("required parameters are exactly those without which the query is refused", () => {
  const { paths } = openapi("0.0.0") as {
    paths: Record<string, { get: { parameters: { name: string; required: boolean }[] } }>;
  };
  const required = (path: string) =>
    paths[path]?.get.parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  expect(required("/visits")).toEqual(["from", "to"]);
  expect(required("/outlook")).toEqual(["site"]);
  expect(required("/forecasts")).toEqual([]);
});
