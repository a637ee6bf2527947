/** Which addresses never leave the machine. */

/** True for localhost, 127.0.0.0/8 and ::1, in the forms that sockets, users and Host headers write them. */
export function isLoopback(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/^::ffff:/, "")
    .replace(/\.$/, "");
  return bare === "localhost" || bare === "::1" || /^127\.(?:\d{1,3})\.(?:\d{1,3})\.(?:\d{1,3})$/.test(bare);
}

/** A Host header without its port, or undefined when it is none. */
export function hostName(header: string | undefined): string | undefined {
  return header?.match(/^(\[[0-9a-f:.]+\]|[^:]+)(?::\d+)?$/i)?.[1];
}
