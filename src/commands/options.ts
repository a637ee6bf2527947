/** Common options of the command line over the environment. */
import type { Command } from "commander";
import { z } from "zod";
import { type Config, loadConfig } from "../config.ts";
import { ConfigError } from "../domain/errors.ts";
import { type Instant, isLocalDate, type LocalDate, parseInstant } from "../domain/time.ts";
import type { Environment } from "./service.ts";

const Common = z.object({
  config: z.string().optional(),
  data: z.string().optional(),
  store: z.string().optional(),
  json: z.boolean().default(false),
});

export interface Common {
  readonly config: Config;
  readonly json: boolean;
  readonly env: Environment;
}

/** Configuration for one call of a command. @throws ConfigError */
export function commonOptions(command: Command, env: Environment = environment()): Common {
  const given = Common.parse(command.optsWithGlobals());
  const config = loadConfig({
    ...env,
    ...(given.config === undefined ? {} : { BEFFROI_CONFIG: given.config }),
    ...(given.data === undefined ? {} : { BEFFROI_DATA: given.data }),
    ...(given.store === undefined ? {} : { BEFFROI_STORE: given.store }),
  });
  return { config, json: given.json, env };
}

/** The environment of the process. */
export function environment(): Environment {
  return process.env;
}

/** @throws ConfigError naming the option unless the text is an instant. */
export function instantOption(name: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return parseInstant(text);
  } catch {
    throw wrong(name, text, "write an instant such as 2026-11-20T00:00:00Z");
  }
}

/** @throws ConfigError naming the option unless the text is a day. */
export function dayOption(name: string, text: string | undefined): LocalDate | undefined {
  if (text === undefined || isLocalDate(text)) return text;
  throw wrong(name, text, "write a day such as 2026-11-20");
}

/** A fault of the command line. */
export function wrong(option: string, value: string, remedy: string): ConfigError {
  return new ConfigError([{ file: "command line", path: option, value, remedy }]);
}
