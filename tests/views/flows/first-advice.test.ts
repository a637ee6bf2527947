import { expect, test } from "vitest";
import { firstAdvice } from "../../../src/views/flows/first-advice.ts";
import { advice } from "../../dashboards/fixtures/flows.ts";

test("the board shows what is advised up to Sunday, unless it was dismissed", () => {
  const on = (day: string, status: "open" | "kept" | "dismissed" = "open") => ({ ...advice, day, status });
  // 2026-11-25 is a Wednesday.
  expect(firstAdvice([on("2026-11-29")], "2026-11-25")?.day).toBe("2026-11-29");
  expect(firstAdvice([on("2026-11-30")], "2026-11-25")).toBeNull();
  expect(firstAdvice([on("2026-11-28", "dismissed"), on("2026-11-29", "kept")], "2026-11-25")?.day).toBe(
    "2026-11-29",
  );
  expect(firstAdvice([on("2026-11-29"), on("2026-11-30")], "2026-11-29")?.day).toBe("2026-11-29");
});
