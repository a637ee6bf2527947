/** A stand-in for the storage API of The Things Stack, as of a clock. Traps kept: one JSON object a line with blank
 *  lines between, empty fields left out, times to the nanosecond, pages shorter than asked for, simulated uplinks,
 *  other devices, the same uplink listed once more, a picture in the decoded payload. */
import type { ServerResponse } from "node:http";
import type { Instant } from "../../src/domain/time.ts";
import { type Fault, Faults } from "./faults.ts";
import type { Handler } from "./reply.ts";

export interface StoredUplink {
  readonly device: string;
  readonly session: string;
  /** 0 is left out of the reply, as the stack does. */
  readonly fCnt: number;
  readonly receivedAt: Instant;
  /** Uplinks are written to the storage in batches: from here on they are listed. */
  readonly storedAt: Instant;
  readonly simulated?: boolean;
  /** Bytes as they came, or what a payload formatter made of them. */
  readonly payload: Uint8Array | Readonly<Record<string, unknown>>;
}

export interface TheThingsStackState {
  readonly uplinks: StoredUplink[];
}

export interface TheThingsStackStandInOptions {
  readonly clock: () => Instant;
  /** The one valid API key; change it and the old one has expired. */
  key: string;
  readonly application: string;
  readonly faults?: Faults;
  /** Uplinks in a page at most, whatever is asked for. @default 200 */
  readonly pageSize?: number;
}

export function createTheThingsStackStandIn(
  state: TheThingsStackState,
  options: TheThingsStackStandInOptions,
): Handler {
  const faults = options.faults ?? new Faults();
  const path = `/api/v3/as/applications/${options.application}/packages/storage/uplink_message`;
  return (request, response) => {
    const fault = faults.take(request.url ?? "/");
    const url = new URL(request.url ?? "/", "http://stand-in");
    if (fault?.kind === "status" || fault?.kind === "garbage") refuse(response, fault);
    else if (request.headers.authorization !== `Bearer ${options.key}`) response.writeHead(401).end("{}");
    else if (url.pathname !== path) response.writeHead(404).end("{}");
    else send(response, list(state, options, url.searchParams), fault);
  };
}

function refuse(response: ServerResponse, fault: Fault): void {
  if (fault.kind === "garbage") {
    response.writeHead(200, { "content-type": "text/html" }).end("<html><body>maintenance</body></html>");
    return;
  }
  if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
  response.writeHead(fault.status ?? 503).end();
}

function send(response: ServerResponse, lines: readonly string[], fault: Fault | undefined): void {
  const body = lines.map((line) => `${line}\n\n`).join("");
  response.writeHead(200, { "content-type": "text/event-stream", "content-length": Buffer.byteLength(body) });
  if (fault?.kind === "cut")
    response.write(body.slice(0, body.length >> 1), () => response.socket?.destroy());
  else response.end(body);
}

function list(
  state: TheThingsStackState,
  { clock, pageSize = 200, application }: TheThingsStackStandInOptions,
  query: URLSearchParams,
): string[] {
  const after = Date.parse(query.get("after") ?? "");
  const limit = Math.min(Number(query.get("limit") ?? 100), pageSize);
  return state.uplinks
    .filter(({ receivedAt, storedAt }) => receivedAt > after && storedAt <= clock())
    .sort((a, b) => a.receivedAt - b.receivedAt)
    .slice(0, limit)
    .map((uplink) => JSON.stringify({ result: toJson(uplink, application) }));
}

function toJson(uplink: StoredUplink, application: string): object {
  const { device, session, fCnt, receivedAt, simulated, payload } = uplink;
  const received = new Date(receivedAt).toISOString().replace("Z", "000123Z");
  return {
    end_device_ids: {
      device_id: device,
      application_ids: { application_id: application },
      dev_eui: "24E124756D123456",
      dev_addr: "260B1234",
    },
    correlation_ids: ["as:up:01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    received_at: received,
    ...(simulated ? { simulated } : {}),
    uplink_message: {
      session_key_id: session,
      f_port: 85,
      ...(fCnt === 0 ? {} : { f_cnt: fCnt }),
      ...(payload instanceof Uint8Array
        ? { frm_payload: Buffer.from(payload).toString("base64") }
        : { decoded_payload: payload }),
      rx_metadata: [{ gateway_ids: { gateway_id: "roof" }, time: "0001-01-01T00:00:00Z" }],
      received_at: received,
    },
  };
}
