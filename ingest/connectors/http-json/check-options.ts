/** Faults of a feed's description that show only between its parts. */
import type { z } from "zod";
import { rootsOf } from "./template.ts";

interface Part {
  readonly parent?: { readonly stream: string; readonly as: string } | undefined;
  readonly request: {
    readonly path: string;
    readonly method: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly form?: Readonly<Record<string, string>> | undefined;
    readonly json?: unknown;
  };
  readonly pagination: { readonly kind: string; readonly cap?: number | undefined };
  readonly window?: unknown;
  readonly map?: string | undefined;
  readonly mode: string;
  readonly rescans: readonly unknown[];
  readonly rescan: string;
  readonly version?: { readonly format: string } | undefined;
}
interface Whole {
  readonly auth: { readonly kind: string };
  readonly streams: Readonly<Record<string, Part>>;
  readonly check?: string | undefined;
}

const ROOTS = ["param", "since", "until", "now"];

/** Adds an issue for every fault found. */
export function checkAcross(options: Whole, refinement: z.RefinementCtx): void {
  const names = Object.keys(options.streams);
  const add = (path: (string | number)[], message: string) =>
    refinement.addIssue({ code: "custom", path, message });
  if (!Object.values(options.streams).some((stream) => stream.map !== undefined))
    add(["streams"], "expected at least one stream with a map");
  if (options.check !== undefined && !names.includes(options.check))
    add(["check"], `not a stream (one of: ${names.join(", ")})`);
  for (const [name, part] of Object.entries(options.streams)) {
    const at = (...path: string[]) => ["streams", name, ...path];
    const { parent, request } = part;
    if (parent && !names.includes(parent.stream))
      add(at("parent", "stream"), `not a stream (one of: ${names.join(", ")})`);
    if (parent && isCircular(options.streams, name)) add(at("parent", "stream"), "a circle of parents");
    if (part.mode === "replace-window" && !part.window)
      add(at("mode"), "replace-window needs `window`, so that it is known what was asked for");
    if (part.window && names.some((other) => options.streams[other]?.parent?.stream === name))
      add(at("window"), "a parent is read whole: it has no window");
    if (part.mode === "snapshot" && (part.window || part.rescans.length > 0))
      add(at("mode"), "a snapshot reads the whole list every time: it has no window and no rescans");
    if (part.mode === "append" && part.rescans.length > 0)
      add(at("mode"), "facts that never change need no rescans; use upsert");
    const withdraws = ["replace-window", "snapshot"].includes(part.mode) || part.rescan === "all";
    // A withdrawal carries the time of the pull, which no revision number outgrows.
    if (part.version?.format === "number" && withdraws)
      add(at("version"), "what is withdrawn and comes back needs a change time: leave `version` out");
    const body = request.form !== undefined || request.json !== undefined;
    if (request.form && request.json) add(at("request", "json"), "either form or json");
    if (body && request.method === "GET") add(at("request", "method"), "a body needs POST");
    if (options.auth.kind === "form" && (request.method === "GET" || request.json))
      add(at("request", "method"), "this auth goes into a form: it needs POST and no json");
    const known = [...ROOTS, ...(part.window ? ["window"] : []), ...(parent ? [parent.as] : [])];
    for (const [where, text] of textsOf(request)) {
      const strange = rootsOf(text).roots.find((root) => !known.includes(root));
      if (strange !== undefined)
        add(at("request", where), `{{${strange}}}: expected one of ${known.join(", ")}`);
    }
  }
}

function isCircular(streams: Whole["streams"], start: string): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = start; name !== undefined; name = streams[name]?.parent?.stream) {
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function textsOf(request: Part["request"]): [string, string][] {
  const texts: [string, string][] = [["path", request.path]];
  for (const part of ["query", "headers", "form"] as const)
    for (const text of Object.values(request[part] ?? {})) texts.push([part, text]);
  if (request.json !== undefined) texts.push(["json", JSON.stringify(request.json)]);
  return texts;
}
