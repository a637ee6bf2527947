import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeMilesight } from "../../../../ingest/connectors/the-things-stack/milesight.ts";
import { readUplink } from "../../../../ingest/connectors/the-things-stack/uplink.ts";

const decode = (hex: string) => decodeMilesight(Buffer.from(hex.replaceAll(" ", ""), "hex"));

test("the vendor's own examples are read as its tables say", () => {
  // SOURCE: READMEs of Milesight's decoders for VS133/VS135 and VS350.
  expect(decode("03D248000000 04D2C8000000 0CD2B4140000 0DD28D1A0000").values).toEqual({
    line_1_total_in: 72,
    line_1_total_out: 200,
    line_4_total_in: 5300,
    line_4_total_out: 6797,
  });
  expect(decode("0FE302100709 10E40109101121 0ECC05000700").values).toEqual({
    line_4_period_in: 5,
    line_4_period_out: 7,
  });
  expect(decode("017564 03670C01 04CC12001600 05CC13001400").values).toEqual({
    total_in: 18,
    total_out: 22,
    period_in: 19,
    period_out: 20,
  });
  expect(decode("20CE7B3AF164000B000400 20CEFF3DF16401070002001D000800").history).toEqual([
    { timestamp: 1693530747, period_in: 11, period_out: 4 },
    { timestamp: 1693531647, period_in: 7, period_out: 2, total_in: 29, total_out: 8 },
  ]);
});

test("what follows an unknown channel is not guessed, and a report cut short keeps what was whole", () => {
  expect(decode("03D248000000 99999999 04D2C8000000").values).toEqual({ line_1_total_in: 72 });
  expect(decode("03D248000000 04D2C8").values).toEqual({ line_1_total_in: 72 });
  expect(decode("20CE7B3AF164").history).toEqual([]);
});

test("no bytes make the decoder throw", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodeMilesight(bytes)));
});

const sample: { readonly result: { readonly uplink_message: object } } = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../../ingest/connectors/the-things-stack/sample.json`, "utf8"),
);

test("the sample is one report of a VS133", () => {
  expect(readUplink(sample.result)).toMatchObject({
    device: "door",
    receivedAt: Date.parse("2026-07-14T08:15:03Z"),
    id: "24E124756D123456/AYfG8kk5/812",
    numbers: { values: { line_1_total_in: 72, line_1_total_out: 200 } },
  });
});

test("a frame counter that is left out is 0, and year 1 is no time", () => {
  const { f_cnt: _, ...message } = { f_cnt: 0, ...sample.result.uplink_message };
  const uplink = readUplink({
    ...sample.result,
    received_at: "0001-01-01T00:00:00Z",
    uplink_message: message,
  });
  expect(uplink).toMatchObject({
    id: "24E124756D123456/AYfG8kk5/0",
    receivedAt: Date.parse("2026-07-14T08:15:03Z"),
  });
});

test("of a decoded payload only numbers with known names are kept: no picture, no place", () => {
  const decoded_payload = {
    people_total_in: 5,
    people_total_out: "7",
    snapshot: "data:image/jpeg;base64,AAAA",
    sn: 12,
    line_1_total_in: -1,
    history: [{ timestamp: 1, total_in: 2, photo: "AAAA" }, "x", null],
  };
  const uplink = readUplink({
    ...sample.result,
    uplink_message: { ...sample.result.uplink_message, decoded_payload },
  });
  expect(uplink?.numbers).toEqual({
    values: { people_total_in: 5 },
    history: [{ timestamp: 1, total_in: 2 }, {}, {}],
  });
});

test("a simulated uplink has no numbers, and another shape is told", () => {
  expect(readUplink({ ...sample.result, simulated: true })?.numbers.values).toEqual({});
  for (const other of [null, 3, {}, { end_device_ids: { device_id: "door" } }])
    expect(readUplink(other)).toBeNull();
});
