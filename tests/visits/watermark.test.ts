import { expect, test } from "vitest";
import { watermarksOf } from "../../src/visits/watermark.ts";

const stream = (feed: string, observed_to: number) => ({ feed, observed_to });
const fact = (feed: string, last_end: number) => ({ feed, last_end });

test("a feed vouches as far as the least advanced of its streams that state a watermark", () => {
  expect(watermarksOf([stream("till", 300), stream("till", 200), stream("till", 0)], []).get("till")).toBe(
    200,
  );
});

test("a feed without a watermark vouches up to its newest fact", () => {
  expect(watermarksOf([stream("till", 0)], [fact("till", 100), fact("till", 250)]).get("till")).toBe(250);
});

test("facts beyond the watermark do not move it", () => {
  expect(watermarksOf([stream("till", 200)], [fact("till", 900)]).get("till")).toBe(200);
});

test("a feed that said nothing vouches for nothing", () => {
  expect(watermarksOf([], []).has("till")).toBe(false);
});
