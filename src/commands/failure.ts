/** What a failed command tells the person and the shell. */
import { CommanderError } from "commander";
import { ConfigError, StoreError } from "../domain/errors.ts";

/** 2 for wrong use or configuration, 1 for everything else that failed, 0 for a shown help text. */
export function exitCodeOf(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  return cause instanceof ConfigError ? 2 : 1;
}

/** Lines for stderr; empty when commander has already said it. */
export function explain(cause: unknown): string {
  if (cause instanceof CommanderError) return "";
  if (cause instanceof ConfigError || cause instanceof StoreError) return cause.message;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return String(cause);
}
