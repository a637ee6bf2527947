import { expect, test } from "vitest";
import { attendanceRoute } from "../../src/contract/attendance.ts";
import { boardRoute } from "../../src/contract/board.ts";
import { calendarRoute } from "../../src/contract/calendar.ts";
import { comparisonRoute } from "../../src/contract/comparison.ts";
import { flowsRoute } from "../../src/contract/flows.ts";
import { logbookRoute } from "../../src/contract/logbook.ts";
import { outlookRoute } from "../../src/contract/outlook.ts";
import { qualityRoute } from "../../src/contract/quality.ts";
import { supposeRoute } from "../../src/contract/suppose.ts";
import { tallyRoute } from "../../src/contract/tally.ts";
import { trustRoute } from "../../src/contract/trust.ts";
import { attendance } from "./fixtures/attendance.ts";
import { board } from "./fixtures/board.ts";
import { calendar, emptyCalendar, staleCalendar } from "./fixtures/calendar.ts";
import { comparison, emptyComparison, staleComparison } from "./fixtures/comparison.ts";
import { emptyFlows, flows, staleFlows } from "./fixtures/flows.ts";
import { emptyLogbook, logbook, staleLogbook } from "./fixtures/logbook.ts";
import { outlook, refused } from "./fixtures/outlook.ts";
import { emptyQuality, quality, staleQuality } from "./fixtures/quality.ts";
import * as stories from "./fixtures/stories.ts";
import * as supposes from "./fixtures/suppose.ts";
import * as tallies from "./fixtures/tally.ts";
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
  ["full", flows],
  ["empty", emptyFlows],
  ["stale", staleFlows],
])("the %s flows are a reply of the contract", (_, reply) => {
  expect(flowsRoute.reply.parse(reply)).toEqual(reply);
});

test.each([
  ["full", tallies.tally],
  ["unknown", tallies.unknownTally],
  ["silent", tallies.silentTally],
  ["closed", tallies.closedTally],
])("the %s tally is a reply of the contract", (_, reply) => {
  expect(tallyRoute.reply.parse(reply)).toEqual(reply);
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
