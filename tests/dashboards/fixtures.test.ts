import { expect, test } from "vitest";
import { attendanceRoute } from "../../src/contract/attendance.ts";
import { boardRoute } from "../../src/contract/board.ts";
import { logbookRoute } from "../../src/contract/logbook.ts";
import { outlookRoute } from "../../src/contract/outlook.ts";
import { qualityRoute } from "../../src/contract/quality.ts";
import { attendance } from "./fixtures/attendance.ts";
import { board } from "./fixtures/board.ts";
import { emptyLogbook, logbook, staleLogbook } from "./fixtures/logbook.ts";
import { outlook, refused } from "./fixtures/outlook.ts";
import { emptyQuality, quality, staleQuality } from "./fixtures/quality.ts";
import * as stories from "./fixtures/stories.ts";

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

test.each([
  ["full", logbook],
  ["empty", emptyLogbook],
  ["stale", staleLogbook],
])("the %s logbook is a reply of the contract", (_, reply) => {
  expect(logbookRoute.reply.parse(reply)).toEqual(reply);
});

test.each([
  ["full", quality],
  ["empty", emptyQuality],
  ["stale", staleQuality],
])("the %s quality is a reply of the contract", (_, reply) => {
  expect(qualityRoute.reply.parse(reply)).toEqual(reply);
});
