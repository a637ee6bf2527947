/** Presets: descriptions of known sources in `ingest/presets/*.yaml`, of which a territory gives only the parameters.
 *  A text that is exactly `{{param.name}}` becomes the parameter's value, of whatever kind; without a value it is left
 *  out. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const FOLDER = resolve(import.meta.dirname, "../../presets");

const KINDS = {
  text: z.string("a text is expected").min(1),
  number: z.number("a number is expected"),
  /** Texts; numbers are taken as written. */
  list: z.array(z.union([z.string(), z.number()]).transform(String), "a list is expected"),
  /** Text → text. */
  map: z.record(z.string(), z.string(), "name: value pairs are expected"),
  url: z.url({ protocol: /^https?$/, message: "an address is expected" }),
  day: z.iso.date("a day (YYYY-MM-DD) is expected"),
} as const;

const Parameter = z.strictObject({
  kind: z.enum(["text", "number", "list", "map", "url", "day"]).default("text"),
  about: z.string(),
  required: z.boolean().default(false),
  default: z.unknown().optional(),
  /** Values allowed. */
  among: z.array(z.string()).optional(),
});
const Preset = z.strictObject({
  title: z.string(),
  parameters: z.record(z.string(), Parameter),
  options: z.record(z.string(), z.unknown()),
});

/** Names of the presets, in order. */
export function presetNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -5))
    .sort();
}

/** Options with `preset` → the whole description; others as they are. Adds an issue for each wrong parameter. */
export function expandPreset(given: unknown, refinement: z.RefinementCtx): unknown {
  if (!(given instanceof Object) || !("preset" in given)) return given;
  const { preset: name, ...values } = given;
  const known = presetNames();
  if (typeof name !== "string" || !known.includes(name)) {
    const message = `not a preset (one of: ${known.join(", ")})`;
    refinement.addIssue({ code: "custom", path: ["preset"], message });
    return z.NEVER;
  }
  const preset = Preset.parse(parse(readFileSync(`${FOLDER}/${name}.yaml`, "utf8")));
  const parameters = readParameters(preset.parameters, values, refinement);
  if (refinement.issues.length > 0) return z.NEVER;
  return substitute({ ...preset.options, parameters }, parameters);
}

function readParameters(
  declared: z.output<typeof Preset>["parameters"],
  values: object,
  refinement: z.RefinementCtx,
): Readonly<Record<string, unknown>> {
  const fault = (path: string, message: string) =>
    refinement.addIssue({ code: "custom", path: [path], message });
  for (const name of Object.keys(values))
    if (!Object.hasOwn(declared, name))
      fault(name, `unknown parameter (of this preset: ${Object.keys(declared).join(", ")})`);
  const parameters: Record<string, unknown> = {};
  for (const [name, { kind, about, required, default: usual, among }] of Object.entries(declared)) {
    const value: unknown = Reflect.get(values, name) ?? usual;
    if (value === undefined || value === null) {
      if (required) fault(name, `missing: ${about}`);
      continue;
    }
    const read = KINDS[kind].safeParse(value);
    if (!read.success) fault(name, `${read.error.issues[0]?.message ?? "invalid"}: ${about}`);
    else if (among && !among.includes(String(read.data))) fault(name, `expected one of ${among.join(", ")}`);
    else parameters[name] = read.data;
  }
  return parameters;
}

function substitute(value: unknown, parameters: Readonly<Record<string, unknown>>): unknown {
  if (typeof value === "string") {
    const name = /^\{\{param\.(\w+)\}\}$/.exec(value)?.[1];
    return name === undefined ? value : parameters[name];
  }
  if (Array.isArray(value)) return value.map((item) => substitute(item, parameters));
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [name, name === "parameters" ? item : substitute(item, parameters)] as const)
      .filter(([, item]) => item !== undefined),
  );
}
