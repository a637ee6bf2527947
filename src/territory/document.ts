/** The territory file as text: YAML, where things stand in it, and how a place in it is written. */
import { isNode, LineCounter, parseDocument } from "yaml";
import type { Fault } from "../domain/errors.ts";

/** Keys and indexes from the top of the document. */
export type Path = readonly PropertyKey[];

/** A fault before it is known where in the file it stands. */
export interface Finding {
  readonly path: Path;
  readonly value: unknown;
  readonly remedy: string;
}

export interface Document {
  readonly data: unknown;
  /** Faults of the YAML itself; when there are any, `data` is worth nothing. */
  readonly faults: readonly Fault[];
  /** File and line at which something stands; of what is missing, those of what it is missing from. */
  readonly place: (path: Path) => string;
  /** The same finding with file, line and path written out. */
  readonly fault: (finding: Finding) => Fault;
}

const SHOWN = 80;

export function readDocument(text: string, file: string): Document {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    const value = text.split(/\r?\n/)[line - 1]?.trim() ?? "";
    return { file: `${file}:${line}`, path: `column ${col}`, value: shorten(value), remedy: error.message };
  });

  function lineOf(path: Path): string {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return `:${lines.linePos(node.range[0]).line}`;
    }
    return "";
  }

  let data: unknown = null;
  try {
    if (faults.length === 0) data = document.toJS();
  } catch (cause) {
    // Aliases that unfold without end, or that point nowhere.
    const remedy = cause instanceof Error ? cause.message : String(cause);
    faults.push({ file, path: "territory file", value: "(aliases)", remedy });
  }

  const place = (path: Path) => `${file}${lineOf(path)}`;
  return {
    data,
    faults,
    place,
    fault: ({ path, value, remedy }) => {
      return { file: place(path), path: formatPath(path), value: formatValue(value), remedy };
    },
  };
}

/** `sites[0].opening[2].hours[0]`; the top of the document is `territory file`. */
export function formatPath(path: Path): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text.replace(/^\./, "") || "territory file";
}

/** The same back from text; a key that is no plain word stands in brackets: `options.tariffs["Plein tarif"]`. */
export function parsePath(text: string): Path {
  return [...text.matchAll(/\["(.*?)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, word]) =>
    index === undefined ? (quoted ?? word ?? "") : Number(index),
  );
}

/** What stands at a path, undefined when nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, part) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  }, data);
}

function formatValue(value: unknown): string {
  return value === undefined
    ? "(missing)"
    : shorten(typeof value === "string" ? value : JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`;
}
