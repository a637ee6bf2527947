/** Carries out one statement on one session and tells what came of it. */
import type { Intake } from "./body.ts";
import { commandSql, type DataFile, insertSql, readSql } from "./compose.ts";
import type { Engine } from "./engine.ts";
import type { EngineSession, Surroundings } from "./engine-session.ts";
import type { Reply } from "./reply.ts";
import { readSet } from "./set-statement.ts";

/** Counts of one statement, as ClickHouse's summary header gives them. */
export interface Outcome {
  readonly readRows: number;
  readonly readBytes: number;
  readonly writtenRows: number;
  readonly writtenBytes: number;
}

interface Job {
  readonly intake: Intake;
  readonly format: string;
  readonly around: Surroundings;
  readonly file: DataFile | undefined;
  /** Unique; finds the statement among those running. */
  readonly mark: string;
  readonly signal: AbortSignal;
}

/** @throws EngineError */
export async function perform(
  engine: Engine,
  session: EngineSession,
  named: boolean,
  job: Job,
  reply: Reply,
): Promise<Outcome> {
  const { text, params } = job.intake;
  switch (text.statement.kind) {
    case "read":
      return read(engine, session, job, reply);
    case "insert": {
      const sql = insertSql(text, job.file, job.mark);
      const done = await engine.watch(session.write(sql, params, job.around), job.mark, job.signal);
      const { rowsWritten, bytesWritten } = done;
      return {
        readRows: rowsWritten,
        readBytes: bytesWritten,
        writtenRows: rowsWritten,
        writtenBytes: bytesWritten,
      };
    }
    case "command":
      return command(engine, session, named, job, reply);
  }
}

async function read(engine: Engine, session: EngineSession, job: Job, reply: Reply): Promise<Outcome> {
  const { text, params } = job.intake;
  const { outlet } = session;
  const sql = readSql(text, job.format, outlet.path, job.mark);
  outlet.open((chunk) => reply.write(chunk));
  reply.whenRoom(() => outlet.resume());
  const abandon = (): void => outlet.abandon();
  job.signal.addEventListener("abort", abandon, { once: true });
  try {
    const running = session.read(sql, job.format, params, job.around);
    const done = await engine.watch(running, job.mark, job.signal);
    for (const chunk of outlet.drain()) reply.write(chunk);
    return { readRows: done.rowsRead, readBytes: done.bytesRead, writtenRows: 0, writtenBytes: 0 };
  } catch (error) {
    // What came before the error counts like any other part of a result.
    for (const chunk of outlet.drain()) reply.write(chunk);
    throw error;
  } finally {
    job.signal.removeEventListener("abort", abandon);
    reply.whenRoom(() => undefined);
  }
}

async function command(
  engine: Engine,
  session: EngineSession,
  named: boolean,
  job: Job,
  reply: Reply,
): Promise<Outcome> {
  const { text, params } = job.intake;
  const { verb, temporary } = text.statement;
  const sql = commandSql(text, job.mark);
  // What a client sets lasts for its own session; a shared one is not handed on with it.
  if (!named && (verb === "SET" || temporary)) session.spoil();
  const running = session.read(sql, job.format, params, job.around);
  const done = await engine.watch(running, job.mark, job.signal);
  const plain = text.bytes.toString("utf8", 0, text.statement.end);
  if (verb === "SET" && named) session.keep(readSet(plain));
  if (verb === "USE") session.use(named ? databaseOf(plain) : undefined);
  if (done.bytes.length > 0) reply.write(Buffer.from(done.bytes));
  return { readRows: done.rowsRead, readBytes: done.bytesRead, writtenRows: 0, writtenBytes: 0 };
}

function databaseOf(use: string): string | undefined {
  const name = /^\s*USE\s+(?:DATABASE\s+)?(\S+)\s*$/i.exec(use)?.[1];
  return name?.replaceAll(/^[`"]|[`"]$/g, "");
}
