/** A row that is rightly no fact. */
import type { Mapped } from "../../../src/domain/record.ts";

export const IGNORED: Mapped = { kind: "ignored" };
