/** Reads multipart/form-data as clients send it for long parameters: parts `query` and `param_…`, texts only. */
import { CODES, engineError } from "./engine-error.ts";

/** @throws EngineError when the body is not what its content type says. */
export function readForm(
  body: Buffer,
  contentType: string,
): { readonly query: string; readonly params: Readonly<Record<string, string>> } {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw malformed("no boundary in the content type");
  let query = "";
  const params: Record<string, string> = {};
  const delimiter = Buffer.from(`\r\n--${mark}`);
  const all = Buffer.concat([Buffer.from("\r\n"), body]);
  let at = all.indexOf(delimiter);
  if (at < 0) throw malformed("the boundary does not occur in the body");
  for (;;) {
    at += delimiter.length;
    if (all.toString("latin1", at, at + 2) === "--") return { query, params };
    const headEnd = all.indexOf("\r\n\r\n", at);
    const next = all.indexOf(delimiter, headEnd + 2);
    if (headEnd < 0 || next < 0) throw malformed("a part does not end");
    const head = all.toString("utf8", at, headEnd);
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1] ?? "";
    if (/[;\s]filename=/i.test(head)) {
      throw engineError(CODES.notImplemented, `External data ('${name}') cannot be sent`, "NOT_IMPLEMENTED");
    }
    const value = all.toString("utf8", headEnd + 4, next);
    if (name === "query") query = value;
    else if (name.startsWith("param_")) params[name.slice("param_".length)] = value;
    at = next;
  }
}

function malformed(reason: string): Error {
  return engineError(CODES.badArguments, `Malformed multipart/form-data: ${reason}`, "BAD_ARGUMENTS");
}
