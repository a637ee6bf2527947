import { expect, test } from "vitest";
import { loadConfig } from "../src/config.ts";
import { ConfigError } from "../src/domain/errors.ts";

test("without anything set the service is private: loopback, embedded store, no token", () => {
  expect(loadConfig({})).toMatchObject({
    host: "127.0.0.1",
    port: 8080,
    data: "data",
    store: undefined,
    accessToken: undefined,
    clockShiftMs: 0,
  });
});

test("every bad variable is named at once, and no secret is shown", () => {
  const env = {
    PORT: "http",
    BEFFROI_STORE: "clickhouse:secret@host",
    BEFFROI_ACCESS_TOKEN: "short",
    BEFFROI_LOG: "loud",
    BEFFROI_SMTP_URL: "https://user:secret@mail.example.org",
  };
  expect(() => loadConfig(env)).toThrow(ConfigError);
  try {
    loadConfig(env);
  } catch (cause) {
    const text = String(cause);
    for (const name of Object.keys(env)) expect(text).toContain(name);
    expect(text).not.toContain("secret");
    expect(text).not.toContain('short"');
  }
});

test("the clock can be started elsewhere, for demonstrations", () => {
  const now = Date.parse("2026-11-24T00:00:00Z");
  expect(loadConfig({ BEFFROI_CLOCK: "2026-11-25T15:40:00+01:00" }, now).clockShiftMs).toBe(
    38 * 3_600_000 + 40 * 60_000,
  );
  expect(() => loadConfig({ BEFFROI_CLOCK: "demain" })).toThrow("BEFFROI_CLOCK");
});

test("mail needs a sender, and is off without a server", () => {
  expect(loadConfig({}).mail).toBeNull();
  const url = "smtps://user:pw@mail.example.org:465";
  expect(() => loadConfig({ BEFFROI_SMTP_URL: url })).toThrow("BEFFROI_MAIL_FROM");
  expect(loadConfig({ BEFFROI_SMTP_URL: url, BEFFROI_MAIL_FROM: "b@example.org" }).mail).toEqual({
    url,
    from: "b@example.org",
  });
  expect(loadConfig({ BEFFROI_PUBLIC_URL: "https://b.example.org/" }).publicUrl).toBe(
    "https://b.example.org",
  );
});
