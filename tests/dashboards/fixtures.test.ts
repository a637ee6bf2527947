import { expect, test } from "vitest";
import { attendanceRoute } from "../../src/contract/attendance.ts";
import { boardRoute } from "../../src/contract/board.ts";
import { outlookRoute } from "../../src/contract/outlook.ts";
import { supposeRoute } from "../../src/contract/suppose.ts";
import { trustRoute } from "../../src/contract/trust.ts";
import { attendance } from "./fixtures/attendance.ts";
import { board } from "./fixtures/board.ts";
import { outlook, refused } from "./fixtures/outlook.ts";
import * as stories from "./fixtures/stories.ts";
import * as supposes from "./fixtures/suppose.ts";
import * as trusts from "./fixtures/trust.ts";

test.each([
  ["Wednesday", board],
  ["Monday before opening", stories.mondayBoard],
  ["first start", stories.emptyBoard],
  ["silent feeds", stories.staleBoard],
])("the board of %s is a reply of the contract", (_, reply) => {
  expect(boardRoute.reply.parse(reply)).toEqual(reply);
});

test.each([
  ["full", attendance],
  ["empty", stories.emptyAttendance],
  ["stale", stories.staleAttendance],
])("the %s attendance is a reply of the contract", (_, reply) => {
  expect(attendanceRoute.reply.parse(reply)).toEqual(reply);
});

test.each([
  ["full", outlook],
  ["refused", refused],
  ["empty", stories.emptyOutlook],
])("the %s outlook is a reply of the contract", (_, reply) => {
  expect(outlookRoute.reply.parse(reply)).toEqual(reply);
});

test.each(Object.entries(trusts))("trust: %s is a reply of the contract", (_, reply) => {
  expect(trustRoute.reply.parse(reply)).toEqual(reply);
});

test.each(Object.entries(supposes))("what if: %s is a reply of the contract", (_, reply) => {
  expect(supposeRoute.reply.parse(reply)).toEqual(reply);
});
