import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { PushOptions } from "../../../ingest/connectors/push/options.ts";
import { proves } from "../../../ingest/push/proof.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const SECRET = "a secret of the till";
const body = new TextEncoder().encode('[{"key":"a"}]');
const signed = PushOptions.parse({ hmac_secret: SECRET });
const tokened = PushOptions.parse({ token: "0123456789abcdef" });

function sign(timestamp: string, secret = SECRET, bytes = body): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.`).update(bytes).digest("hex")}`;
}

function judge(timestamp: string, signature: string, bytes = body): boolean {
  const proof = proves(signed, { authorization: undefined, timestamp, signature }, NOW);
  return typeof proof === "boolean" ? proof : proof(bytes);
}

test("a signature holds for its own body, time and secret only", () => {
  const now = String(NOW / 1000);
  expect(judge(now, sign(now))).toBe(true);
  expect(judge(now, sign(now).slice(7).toUpperCase())).toBe(true);
  expect(judge(now, sign(now), new TextEncoder().encode('[{"key":"b"}]'))).toBe(false);
  expect(judge(String(NOW / 1000 + 1), sign(now))).toBe(false);
  expect(judge(now, sign(now, "another secret of 16"))).toBe(false);
  expect(judge(now, "sha256=")).toBe(false);
});

test("a signature is refused outside of its window, before or after", () => {
  for (const [seconds, holds] of [
    [-301, false],
    [-299, true],
    [299, true],
    [301, false],
  ] as const) {
    const at = String(NOW / 1000 + seconds);
    expect(judge(at, sign(at)), String(seconds)).toBe(holds);
  }
  expect(judge("", sign(""))).toBe(false);
});

test("a token is all or nothing, and each feed has one kind of proof", () => {
  const show = (authorization: string | undefined) =>
    proves(tokened, { authorization, timestamp: undefined, signature: undefined }, NOW);
  expect(show("Bearer 0123456789abcdef")).toBe(true);
  expect(show("Bearer 0123456789abcdeX")).toBe(false);
  expect(show(undefined)).toBe(false);
  expect(
    proves(signed, { authorization: `Bearer ${SECRET}`, timestamp: undefined, signature: undefined }, NOW),
  ).toBe(false);
  expect(PushOptions.safeParse({}).success).toBe(false);
  expect(PushOptions.safeParse({ token: "short" }).success).toBe(false);
});
