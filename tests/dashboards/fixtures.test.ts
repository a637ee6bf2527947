import { expect, test } from "vitest";
import { attendanceRoute } from "../../src/contract/attendance.ts";
import { boardRoute } from "../../src/contract/board.ts";
import { calendarRoute } from "../../src/contract/calendar.ts";
import { comparisonRoute } from "../../src/contract/comparison.ts";
import { outlookRoute } from "../../src/contract/outlook.ts";
import { attendance } from "./fixtures/attendance.ts";
import { board } from "./fixtures/board.ts";
import { calendar, emptyCalendar, staleCalendar } from "./fixtures/calendar.ts";
import { comparison, emptyComparison, staleComparison } from "./fixtures/comparison.ts";
import { outlook, refused } from "./fixtures/outlook.ts";
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
  ["full", calendar],
  ["empty", emptyCalendar],
  ["stale", staleCalendar],
])("the %s calendar is a reply of the contract", (_, reply) => {
  expect(calendarRoute.reply.parse(reply)).toEqual(reply);
});

test.each([
  ["full", comparison],
  ["empty", emptyComparison],
  ["stale", staleComparison],
])("the %s comparison is a reply of the contract", (_, reply) => {
  expect(comparisonRoute.reply.parse(reply)).toEqual(reply);
});
