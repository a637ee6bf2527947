/** A request's body as it was sent, of bounded size. How long it may take is the server's own limit. */
import type { IncomingMessage } from "node:http";
import { Problem } from "./problem.ts";

/** @throws Problem `body-refused` above `largest` bytes and for a body that ends in the middle */
export async function readBytes(req: IncomingMessage, largest: number): Promise<Buffer> {
  const tooLarge = () =>
    new Problem("body-refused", `the body is too large: at most ${largest} bytes are read`);
  if (Number(req.headers["content-length"] ?? 0) > largest) throw tooLarge();
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of req.iterator({ destroyOnReturn: false })) {
      pieces.push(piece);
      length += piece.length;
      if (length > largest) throw tooLarge();
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem("body-refused", "the body ended in the middle", { cause });
  }
  return Buffer.concat(pieces, length);
}
