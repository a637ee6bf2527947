/** The network between a worker and one source: passes bytes on until it is cut or down. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Wire {
  readonly port: number;
  /** Ends what is under way, in the middle. */
  cut(): void;
  /** While down whoever connects is refused. */
  setDown(down: boolean): void;
  close(): Promise<void>;
}

/** @param target port on loopback */
export async function startWire(target: number): Promise<Wire> {
  const open = new Set<Socket>();
  let down = false;
  const server = createServer((near) => {
    if (down) {
      near.destroy();
      return;
    }
    const far = connect(target, "127.0.0.1");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    setDown(now) {
      down = now;
      if (down) cut();
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        cut();
      }),
  };
}
