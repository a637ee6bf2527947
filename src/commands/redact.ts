/** Keeps secrets of the territory file out of the log, whatever a message quotes. */
import type { LoggerOptions } from "pino";

/** Logger options under which each line has every secret replaced by `***`. Secrets under 4 characters are left:
 *  they would blank out ordinary words. */
export function redacting(secrets: readonly string[]): Pick<LoggerOptions, "hooks"> {
  const known = secrets.filter((secret) => secret.length >= 4);
  return {
    hooks: {
      streamWrite: (line) => known.reduce((text, secret) => text.replaceAll(secret, "***"), line),
    },
  };
}
