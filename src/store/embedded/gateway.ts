/** ClickHouse's HTTP protocol before the engine: one request in, one statement through, one reply out. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Credentials, checkAccess } from "./access.ts";
import { type Intake, takeIn } from "./body.ts";
import { refuseUnfit } from "./compose.ts";
import { type KeptData, keepData } from "./data-file.ts";
import { type DoorRequest, header, readRequest } from "./door-request.ts";
import type { Engine } from "./engine.ts";
import { CODES, engineError, toEngineError } from "./engine-error.ts";
import { contentType, summary } from "./headers.ts";
import { type Outcome, perform } from "./perform.ts";
import { Reply } from "./reply.ts";
import type { Workspace } from "./workspace.ts";

interface Gateway {
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly credentials: Credentials;
  /** Called when the engine has given up for good and only a new process helps. */
  readonly onFatal: () => void;
}

/** The request handler for a plain HTTP server. */
export function makeGateway(gateway: Gateway): RequestListener {
  return (message, response) => {
    const url = URL.parse(message.url ?? "/", "http://localhost");
    if (!url) {
      response.writeHead(400).end();
      return;
    }
    if (url.pathname === "/ping" || url.pathname === "/replicas_status") return sayOk(response);
    if (url.pathname !== "/") {
      response.writeHead(404, { "Content-Type": "text/plain; charset=UTF-8" });
      response.end(`There is no handle ${url.pathname}\nUse / or /ping.\n`);
      return;
    }
    const bare = url.search === "" && !message.headers.authorization;
    if (bare && (message.method === "GET" || message.method === "HEAD")) return sayOk(response);
    answer(gateway, message, response, url.searchParams).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
}

// The engine says so of itself after a bug of its own; every later query would get the same answer.
const FATAL = /shutting down due to a fatal error/i;
const NOTHING_SPECIAL = { gzipLevel: undefined, waitForEnd: false, holdBytes: undefined };

function sayOk(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/html; charset=UTF-8" });
  response.end("Ok.\n");
}

async function answer(
  gateway: Gateway,
  message: IncomingMessage,
  response: ServerResponse,
  url: URLSearchParams,
): Promise<void> {
  const { engine } = gateway;
  const started = process.hrtime.bigint();
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) gone.abort(new Error("the client has gone"));
  });
  let reply = new Reply(response, NOTHING_SPECIAL);
  response.setHeader("X-ClickHouse-Server-Display-Name", "beffroi");
  response.setHeader("X-ClickHouse-Timezone", "UTC");
  try {
    checkAccess(message.headers, url, gateway.credentials);
    const request = readRequest(url, message.headers);
    response.setHeader("X-ClickHouse-Query-Id", request.queryId ?? randomUUID());
    const gzips = request.compress && /\bgzip\b/.test(header(message.headers, "accept-encoding") ?? "");
    const gzipLevel = gzips ? request.level : undefined;
    reply = new Reply(response, { ...NOTHING_SPECIAL, gzipLevel });
    const intake = await takeIn(message, request);
    refuseUnfit(intake.text, intake.params);
    refuseWritingGet(message, intake);
    const format = intake.text.statement.format?.name ?? request.format ?? "TabSeparated";
    // Progress is for those who wait for it.
    const holdBytes = /WithProgress$/i.test(format) ? 0 : request.holdBytes;
    reply = new Reply(response, { gzipLevel, waitForEnd: request.waitForEnd, holdBytes });
    const outcome = await carryOut(gateway, message, request, intake, format, response, reply, gone.signal);
    const late = { "X-ClickHouse-Summary": summary(outcome, process.hrtime.bigint() - started) };
    await reply.end(
      request.showProgress ? { ...late, "X-ClickHouse-Progress": late["X-ClickHouse-Summary"] } : late,
    );
  } catch (error) {
    const failure = toEngineError(error);
    if (failure.code === CODES.aborted && FATAL.test(failure.message)) gateway.onFatal();
    if (gone.signal.aborted) return;
    await reply.fail(failure, engine.version);
    // What is left of a refused body is read and thrown away, so that the client gets to read the reply.
    message.resume();
  }
}

async function carryOut(
  { engine, workspace }: Gateway,
  message: IncomingMessage,
  request: DoorRequest,
  intake: Intake,
  format: string,
  response: ServerResponse,
  reply: Reply,
  signal: AbortSignal,
): Promise<Outcome> {
  const { statement } = intake.text;
  const around = { database: request.database, settings: request.settings };
  let file: KeptData | undefined;
  try {
    if (statement.data) file = await keepData(intake, lengthOf(message), workspace, signal);
    const lease = await engine.take(request.session, around, signal);
    response.setHeader("X-ClickHouse-Format", format);
    response.setHeader("Content-Type", contentType(format));
    try {
      signal.throwIfAborted();
      const job = { intake, format, around, file, mark: randomUUID(), signal };
      return await perform(engine, lease.session, lease.named, job, reply);
    } finally {
      await lease.giveBack();
    }
  } finally {
    await file?.discard();
  }
}

function lengthOf(message: IncomingMessage): number | undefined {
  const length = header(message.headers, "content-length");
  return length === undefined ? undefined : Number(length);
}

const READING = new Set(["SHOW", "DESCRIBE", "DESC", "EXPLAIN", "EXISTS", "CHECK"]);

function refuseWritingGet(message: IncomingMessage, { text }: Intake): void {
  const { kind, verb } = text.statement;
  if (message.method !== "GET" || kind === "read" || READING.has(verb)) return;
  throw engineError(
    CODES.readonly,
    "Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly. " +
      "You should use method POST for modifying queries.",
    "READONLY",
  );
}
