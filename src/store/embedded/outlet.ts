/** The way out of the engine for one session: a named pipe that a result is written to (INTO OUTFILE) and read from
 *  here, so that every format streams as one document and a slow reader slows the engine down, not the memory.
 *  The pipe stays open for both sides between queries: it never ends, and the engine never waits for a reader. */
import { closeSync, constants, openSync, readSync } from "node:fs";
import { Socket } from "node:net";

/** Takes a piece of the result; false asks for a pause until `resume` is called. */
type Sink = (chunk: Buffer) => boolean;

const discard: Sink = () => true;
const PIECE = 65_536;
// A short query is done before this; its result is then fetched in one go, without an event per piece.
const QUIET_MS = 2;

export class Outlet {
  /** Path of the pipe, for INTO OUTFILE. */
  readonly path: string;
  private readonly fd: number;
  private sink: Sink = discard;
  private timer: NodeJS.Timeout | undefined;
  private reader: Socket | undefined;

  /** @param path an existing named pipe, not used by anybody else. */
  constructor(path: string) {
    this.path = path;
    this.fd = openPipe(path);
  }

  /** From now on pieces go to `sink`; what a short query leaves behind is `drain`'s. */
  open(sink: Sink): void {
    this.sink = sink;
    this.timer = setTimeout(() => this.read(), QUIET_MS);
  }

  resume(): void {
    this.reader?.resume();
  }

  /** Nobody wants the rest: it is read and thrown away, since a full pipe would hold the engine's thread for ever. */
  abandon(): void {
    this.sink = discard;
    this.read();
    this.resume();
  }

  /** What is still in the pipe, after the engine is done writing; the outlet is then ready for the next query. */
  drain(): Buffer[] {
    clearTimeout(this.timer);
    const rest: Buffer[] = [];
    // TRICKY: a paused reader keeps what it read before the pause; that comes first, by way of "data" as well.
    this.sink = (chunk) => rest.push(chunk) > 0;
    while (this.reader && this.reader.read() !== null);
    this.sink = discard;
    this.reader?.destroy();
    this.reader = undefined;
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readAvailable(this.fd, piece);
      if (length === 0) return rest;
      rest.push(piece.subarray(0, length));
    }
  }

  close(): void {
    this.drain();
    closeSync(this.fd);
  }

  private read(): void {
    if (this.reader) return;
    const reader = new Socket({ fd: openPipe(this.path), readable: true, writable: false });
    reader.on("error", () => undefined); // the query that writes reports what is wrong
    reader.on("data", (chunk: Buffer) => {
      const more = this.sink(chunk);
      // TRICKY: the sink may find its reader gone, and with that the sink has been replaced.
      if (!more && this.sink !== discard) reader.pause();
    });
    this.reader = reader;
  }
}

function openPipe(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
}

function readAvailable(fd: number, into: Buffer): number {
  try {
    return readSync(fd, into);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") return 0;
    throw error;
  }
}
