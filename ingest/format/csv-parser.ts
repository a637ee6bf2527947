/** Splits delimited text into rows of fields, chunk by chunk, in memory bounded by one row. Quotes as in RFC 4180: a
 *  field that begins with `"` runs to the closing quote and may hold separators, line ends and `""`; elsewhere a
 *  quote is a letter like any other. What cannot be a row becomes a row with a fault, and reading goes on at the
 *  next line. Line numbers count from 1 and name the line on which a row begins. */
import { UNREADABLE } from "./encoding.ts";

export interface CsvOptions {
  /** One character between fields. */
  readonly separator: string;
  /** `\n` also stands for `\r\n`; `\r` alone is the old Macintosh form. */
  readonly lineEnd: "\n" | "\r";
  /** Longest row in UTF-16 units; longer ones are rejected unread. */
  readonly maxRow?: number;
}

/** Why a line is not a row. */
export interface RowFault {
  readonly reason: "too_long" | "malformed" | "bad_encoding";
  readonly detail: string;
}

export interface TextRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  /** Fields as they stand, quotes undone, spaces kept; empty when there is a fault. */
  readonly fields: readonly string[];
  readonly fault: RowFault | undefined;
}

export interface CsvParser {
  /** Rows that a further piece of text completes. */
  push(text: string): TextRow[];
  /** The last row, when the text does not end in a line end. */
  end(): TextRow[];
}

export const MAX_ROW = 1024 * 1024;

const QUOTE = 34;
const CARRIAGE_RETURN = 13;
const NOTHING: readonly string[] = [];

/** A parser for one text. */
export function csvParser({ separator, lineEnd, maxRow = MAX_ROW }: CsvOptions): CsvParser {
  const separatorCode = separator.charCodeAt(0);
  const lineEndCode = lineEnd.charCodeAt(0);
  let buffer = "";
  let line = 1;
  /** Inside a row that is already too long: everything up to the next line end is dropped. */
  let dropping = false;
  let ended = false;
  let unreadable = false;
  let rows: TextRow[] = [];

  const reject = (reason: RowFault["reason"], detail: string): void => {
    rows.push({ line, fields: NOTHING, fault: { reason, detail } });
  };

  const accept = (fields: string[]): void => {
    if (unreadable && fields.some((field) => field.includes(UNREADABLE))) {
      reject("bad_encoding", "bytes that are no text in the encoding of the file");
    } else rows.push({ line, fields, fault: undefined });
  };

  const tooLong = (): void => reject("too_long", `a row of more than ${maxRow} characters`);

  /** Fields of a line without a quoted field; `to` excludes the line end. */
  const splitPlain = (from: number, to: number): string[] => {
    const last = to > from && buffer.charCodeAt(to - 1) === CARRIAGE_RETURN ? to - 1 : to;
    const fields: string[] = [];
    let start = from;
    for (let i = from; i < last; i += 1) {
      if (buffer.charCodeAt(i) === separatorCode) {
        fields.push(buffer.slice(start, i));
        start = i + 1;
      }
    }
    fields.push(buffer.slice(start, last));
    return fields;
  };

  const linesBetween = (from: number, to: number): number => {
    let count = 0;
    for (let at = buffer.indexOf(lineEnd, from); at !== -1 && at < to; at = buffer.indexOf(lineEnd, at + 1))
      count += 1;
    return count;
  };

  /** A quote that never closes, or closes in the middle of a later row: only its own line is lost. */
  const unbalanced = (from: number, opened: number): number => {
    const next = buffer.indexOf(lineEnd, opened);
    reject("malformed", "a quote that is not closed");
    if (next === -1) {
      dropping = !ended;
      return buffer.length;
    }
    line += linesBetween(from, next + 1);
    return next + 1;
  };

  /** Reads a row with a quoted field in it. Returns where the next row begins, or -1 when more text is needed. */
  const readQuoted = (from: number): number => {
    const fields: string[] = [];
    let i = from;
    for (;;) {
      if (buffer.charCodeAt(i) === QUOTE) {
        const opened = i;
        let value = "";
        let start = i + 1;
        for (;;) {
          const close = buffer.indexOf('"', start);
          if (close === -1) return ended ? unbalanced(from, opened) : -1;
          if (close + 1 === buffer.length && !ended) return -1;
          value += buffer.slice(start, close);
          start = close + 2;
          i = close + 1;
          if (buffer.charCodeAt(i) !== QUOTE) break;
          value += '"';
        }
        if (
          buffer.charCodeAt(i) === CARRIAGE_RETURN &&
          separatorCode !== CARRIAGE_RETURN &&
          lineEnd === "\n"
        ) {
          if (i + 1 === buffer.length && !ended) return -1;
          if (i + 1 === buffer.length || buffer.charCodeAt(i + 1) === lineEndCode) i += 1;
        }
        const after = i < buffer.length ? buffer.charCodeAt(i) : lineEndCode;
        if (after !== separatorCode && after !== lineEndCode) {
          if (linesBetween(opened, i) > 0) return unbalanced(from, opened);
          const next = buffer.indexOf(lineEnd, i);
          if (next === -1 && !ended) return -1;
          reject("malformed", "text behind a closing quote");
          line += linesBetween(from, next === -1 ? buffer.length : next + 1);
          return next === -1 ? buffer.length : next + 1;
        }
        fields.push(value);
      } else {
        const start = i;
        let code = lineEndCode;
        for (; i < buffer.length; i += 1) {
          code = buffer.charCodeAt(i);
          if (code === separatorCode || code === lineEndCode) break;
        }
        if (i === buffer.length && !ended) return -1;
        const cut =
          i > start && code !== separatorCode && buffer.charCodeAt(i - 1) === CARRIAGE_RETURN ? i - 1 : i;
        fields.push(buffer.slice(start, cut));
      }
      if (i < buffer.length && buffer.charCodeAt(i) === separatorCode) {
        i += 1;
        if (i === buffer.length && !ended) return -1;
        continue;
      }
      const next = Math.min(buffer.length, i + 1);
      if (next - from > maxRow) tooLong();
      else accept(fields);
      line += linesBetween(from, next);
      return next;
    }
  };

  /** Rows that stand complete in the buffer; keeps the unfinished rest. */
  const drain = (): void => {
    unreadable = buffer.includes(UNREADABLE);
    let position = 0;
    let quote = buffer.indexOf('"');
    while (position < buffer.length) {
      const end = buffer.indexOf(lineEnd, position);
      if (dropping) {
        if (end === -1) position = buffer.length;
        else {
          position = end + 1;
          line += 1;
          dropping = false;
        }
        continue;
      }
      if (quote !== -1 && quote < position) quote = buffer.indexOf('"', position);
      if (quote === -1 || (end !== -1 && quote > end)) {
        if (end === -1 && !ended) break;
        const to = end === -1 ? buffer.length : end;
        if (to - position > maxRow) tooLong();
        else accept(splitPlain(position, to));
        position = end === -1 ? buffer.length : end + 1;
        line += 1;
        continue;
      }
      const next = readQuoted(position);
      if (next === -1) break;
      position = next;
    }
    if (position > 0) buffer = buffer.slice(position);
  };

  /** A row that has outgrown the limit without an end in sight. */
  const shed = (): void => {
    const lineStart = buffer.indexOf(lineEnd);
    if (lineStart === -1) {
      tooLong();
      dropping = true;
      buffer = "";
    } else {
      // TRICKY: with a line end inside, an open quote has swallowed what follows; give back all but its first line.
      reject("malformed", `a quote that is not closed within ${maxRow} characters`);
      line += 1;
      buffer = buffer.slice(lineStart + 1);
    }
  };

  const take = (): TextRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };

  return {
    push(text) {
      buffer = buffer === "" ? text : buffer + text;
      drain();
      while (buffer.length > maxRow) {
        shed();
        drain();
      }
      return take();
    },
    end() {
      ended = true;
      drain();
      buffer = "";
      return take();
    },
  };
}
