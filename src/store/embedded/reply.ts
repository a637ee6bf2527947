/** One HTTP reply: held back while it is short, so that an error still gets its status and a result its length, then
 *  streamed; compressed if the client allows it. */
import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, createGzip, type Gzip, gzip, gzipSync } from "node:zlib";
import { type EngineError, errorBody, statusOf } from "./engine-error.ts";

interface ReplyOptions {
  /** Level 1–9 of gzip, undefined: as it is. */
  readonly gzipLevel: number | undefined;
  /** Never stream: the client wants to know how it ended first. */
  readonly waitForEnd: boolean;
  /** Bytes held back at most, undefined: as seems fit. */
  readonly holdBytes: number | undefined;
}

const HOLD_BYTES = 131_072;
// Shorter bodies are packed on the spot: handing them to another thread takes longer.
const PACK_HERE_BYTES = 32_768;
const HOLD_MS = 200;
const deflate = promisify(gzip);

export class Reply {
  private readonly response: ServerResponse;
  private readonly options: ReplyOptions;
  private readonly tag = randomBytes(8).toString("hex");
  private held: Buffer[] = [];
  private heldBytes = 0;
  private out: ServerResponse | Gzip | undefined;
  private timer: NodeJS.Timeout | undefined;
  private onRoom: () => void = () => undefined;

  constructor(response: ServerResponse, options: ReplyOptions) {
    this.response = response;
    this.options = options;
    if (options.gzipLevel !== undefined) response.setHeader("Vary", "Accept-Encoding");
  }

  /** Called when there is room again after `write` returned false. */
  whenRoom(resume: () => void): void {
    this.onRoom = resume;
  }

  /** False when the client is slower than the result. */
  write(chunk: Buffer): boolean {
    if (this.out) return this.out.write(chunk);
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    if (this.options.waitForEnd) return true;
    if (this.heldBytes > (this.options.holdBytes ?? HOLD_BYTES)) return this.stream();
    this.timer ??= setTimeout(() => this.stream(), HOLD_MS);
    return true;
  }

  /** Ends a reply that went well. `late` are headers known only now; they are lost if the reply streams already. */
  async end(late: Readonly<Record<string, string>> = {}): Promise<void> {
    clearTimeout(this.timer);
    if (this.out) {
      this.out.end();
      return;
    }
    for (const [name, value] of Object.entries(late)) this.response.setHeader(name, value);
    await this.sendWhole(Buffer.concat(this.held));
  }

  /** Ends with an error: its own reply, or, behind what has been sent, the block in which clients look for it. */
  async fail(error: EngineError, version: string): Promise<void> {
    clearTimeout(this.timer);
    const text = errorBody(error, version);
    if (this.out) {
      this.breakOff(text, this.out);
      return;
    }
    this.response.statusCode = statusOf(error.code);
    this.response.setHeader("X-ClickHouse-Exception-Code", String(error.code));
    this.response.setHeader("Content-Type", "text/plain; charset=UTF-8");
    await this.sendWhole(Buffer.from(text));
  }

  private stream(): boolean {
    clearTimeout(this.timer);
    const { gzipLevel } = this.options;
    this.response.setHeader("X-ClickHouse-Exception-Tag", this.tag);
    let out: ServerResponse | Gzip = this.response;
    if (gzipLevel !== undefined) {
      this.response.setHeader("Content-Encoding", "gzip");
      out = createGzip({ level: gzipLevel });
      out.pipe(this.response);
    }
    out.on("drain", () => this.onRoom());
    this.out = out;
    const head = Buffer.concat(this.held);
    this.held = [];
    return out.write(head);
  }

  private async sendWhole(body: Buffer): Promise<void> {
    const { gzipLevel } = this.options;
    let packed = body;
    if (gzipLevel !== undefined && body.length > 0) {
      const level = { level: gzipLevel };
      packed = body.length > PACK_HERE_BYTES ? await deflate(body, level) : gzipSync(body, level);
      this.response.setHeader("Content-Encoding", "gzip");
    }
    this.response.setHeader("Content-Length", packed.length);
    this.response.end(packed);
  }

  /** TRICKY: the closing chunk is left out on purpose, so that nobody takes half a result for a whole one. */
  private breakOff(text: string, out: ServerResponse | Gzip): void {
    const length = Buffer.byteLength(text);
    const block = `\r\n__exception__\r\n${this.tag}\r\n${text}${length} ${this.tag}\r\n__exception__\r\n`;
    const finish = (): void => {
      this.response.socket?.end();
    };
    if (out === this.response) {
      out.write(block, finish);
      return;
    }
    out.write(block);
    if ("flush" in out) out.flush(constants.Z_SYNC_FLUSH, finish);
  }
}
