/** Keeps secrets of the territory file out of the log, whatever a message quotes. */
import type { LoggerOptions } from "pino";
import type { Config } from "../config.ts";

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

/** The mail server's address with its password, and the password alone, as written and as it is meant. */
export function secretsOfMail({ mail }: Pick<Config, "mail">): string[] {
  if (mail === null) return [];
  const { password } = new URL(mail.url);
  return password === "" ? [] : [mail.url, password, decodeURIComponent(password)];
}
