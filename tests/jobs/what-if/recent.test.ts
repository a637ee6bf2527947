import { expect, test, vi } from "vitest";
import { rememberRecent } from "../../../src/jobs/what-if/recent.ts";

test("what was read is given again for ten minutes, not on another day, and a failure is not kept", async () => {
  const recent = rememberRecent<number>();
  let n = 0;
  const read = vi.fn(async () => ++n);
  expect(await recent(0, "2026-11-24", read)).toMatchObject({ at: 0, value: 1 });
  expect(await recent(599_000, "2026-11-24", read)).toMatchObject({ at: 0, value: 1 });
  expect(await recent(600_000, "2026-11-24", read)).toMatchObject({ at: 600_000, value: 2 });
  expect(await recent(601_000, "2026-11-25", read)).toMatchObject({ at: 601_000, value: 3 });
  // A clock that was put back.
  expect(await recent(600_500, "2026-11-25", read)).toMatchObject({ value: 4 });
  read.mockRejectedValueOnce(new Error("away"));
  await expect(recent(2_000_000, "2026-11-25", read)).rejects.toThrow("away");
  expect(await recent(2_000_000, "2026-11-25", read)).toMatchObject({ value: 5 });
});
