import { pino } from "pino";
import { expect, test } from "vitest";
import { redacting, secretsOfMail } from "../../src/commands/redact.ts";

test("the password of the mail server does not reach the log, however it is quoted", () => {
  const mail = { url: "smtps://desk:p%40ss-word@mail.example.org:465", from: "b@example.org" };
  const lines: string[] = [];
  const log = pino(redacting(secretsOfMail({ mail })), { write: (line: string) => void lines.push(line) });
  log.warn({ reason: "535 p@ss-word refused" }, `could not reach ${mail.url}`);
  log.warn("wrong p%40ss-word");
  expect(lines.join("")).not.toMatch(/p@ss-word|p%40ss-word/);
  expect(lines.join("")).toContain("***");
});

test("without a password there is nothing to hide", () => {
  expect(secretsOfMail({ mail: null })).toEqual([]);
  expect(secretsOfMail({ mail: { url: "smtp://127.0.0.1:25", from: "b@example.org" } })).toEqual([]);
});
