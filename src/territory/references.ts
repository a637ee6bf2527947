/** `${NAME}` in the territory file stands for a variable of the environment: the only way to give a secret. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import type { Finding, Path } from "./document.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Resolved {
  /** A copy with every reference replaced; a missing one stays as written. */
  readonly value: unknown;
  /** Missing variables, by name; never a value. */
  readonly findings: readonly Finding[];
  /** What came from the environment and may be a secret. */
  readonly secrets: readonly string[];
}

const REFERENCE = /\$\{([^}]*)\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PLACES = new Set(["url", "path", "base", "folder", "drop"]);

/** Replaces references in every text of a value, at any depth. */
export function resolveReferences(value: unknown, env: Environment, path: Path): Resolved {
  if (typeof value === "string") return resolveText(value, env, path);
  if (Array.isArray(value)) {
    const parts = value.map((item: unknown, i) => resolveReferences(item, env, [...path, i]));
    return merge(
      parts,
      parts.map((part) => part.value),
    );
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]: [string, unknown]) => {
      return [key, resolveReferences(item, env, [...path, key])] as const;
    });
    const copy = Object.fromEntries(entries.map(([key, part]) => [key, part.value]));
    return merge(
      entries.map(([, part]) => part),
      copy,
    );
  }
  return { value, findings: [], secrets: [] };
}

function merge(parts: readonly Resolved[], value: unknown): Resolved {
  return {
    value,
    findings: parts.flatMap(({ findings }) => findings),
    secrets: parts.flatMap(({ secrets }) => secrets),
  };
}

function resolveText(text: string, env: Environment, path: Path): Resolved {
  const findings: Finding[] = [];
  const secrets: string[] = [];
  const value = text.replaceAll(REFERENCE, (reference, name: string) => {
    const found = env[name];
    if (found === undefined || found === "") {
      const remedy = NAME.test(name)
        ? `the environment has no ${name}: set it before starting`
        : "expected ${NAME}: letters, digits and underscores";
      findings.push({ path, value: reference, remedy });
      return reference;
    }
    if (!isPlace(path, found)) secrets.push(found);
    return found;
  });
  return { value, findings, secrets };
}

/** An address without credentials or a folder is no secret; hiding it would only make logs useless. */
function isPlace(path: Path, value: string): boolean {
  if (!PLACES.has(String(path.at(-1)))) return false;
  if (/^(\/|\.{1,2}\/|[A-Za-z]:\\)/.test(value)) return true;
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { username, password, search } = new URL(value);
  return username === "" && password === "" && search === "";
}
