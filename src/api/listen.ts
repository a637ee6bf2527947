/** Starts listening, with limits on slow requests, and stops without cutting replies off. */
import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { ConfigError } from "../domain/errors.ts";
import { type Access, listenGuard } from "./access.ts";

export interface Listening {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly server: Server;
  /** Takes no new connection, lets replies under way finish, then resolves. */
  close(): Promise<void>;
}

/** @param port 0 = any free one.
 *  @throws ConfigError where access does not allow the host, or the address is taken or not ours. */
export async function listen(
  app: Express,
  { host, port, access }: { readonly host: string; readonly port: number; readonly access: Access },
): Promise<Listening> {
  listenGuard(host, access);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    app,
  );
  server.maxConnections = 2_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => reject(addressFault(cause, host, port)));
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const shown = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shown}:${bound}`, server, close: () => stop(server) };
}

function addressFault(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const fault = (path: string, value: string, remedy: string) => new ConfigError([{ path, value, remedy }]);
  if (cause.code === "EADDRINUSE") {
    return fault("PORT", String(port), "another process listens there: stop it, or set PORT to a free one");
  }
  if (cause.code === "EACCES") return fault("PORT", String(port), "use a port above 1023");
  if (cause.code === "EADDRNOTAVAIL" || cause.code === "ENOTFOUND") {
    return fault("host", host, "this machine has no such address: use 127.0.0.1, or 0.0.0.0 for all");
  }
  return cause;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection falls idle when its reply has gone out, and would stay open for the next request.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    // A reply that takes longer than this is not waited for.
    const late = setTimeout(() => server.closeAllConnections(), 10_000);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
