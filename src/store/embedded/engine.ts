/** The engine of this process: sessions over one data folder, and a hand to stop what runs in them. */
import type { Addon } from "./addon.ts";
import { killSql } from "./compose.ts";
import { EngineSession, type Surroundings } from "./engine-session.ts";
import { NamedSessions, type SessionWish } from "./named-sessions.ts";
import { Outlet } from "./outlet.ts";
import { SessionPool } from "./session-pool.ts";
import type { Workspace } from "./workspace.ts";

/** A session on loan. */
interface Lease {
  readonly session: EngineSession;
  /** True when the client named it: what it sets stays. */
  readonly named: boolean;
  giveBack(): Promise<void>;
}

// The child has 32 threads: the rest is left for files, compression and the session that kills.
const SHARED_SESSIONS = 20;
const NAMED_SESSIONS = 200;
const KILL_AGAIN_MS = 100;

export class Engine {
  /** The engine's own version, such as `26.7.2.1`. */
  readonly version: string;
  private readonly pool: SessionPool;
  private readonly named: NamedSessions;
  private readonly killer: EngineSession;
  private killing: Promise<unknown> = Promise.resolve();

  private constructor(version: string, killer: EngineSession, make: () => EngineSession) {
    this.version = version;
    this.killer = killer;
    this.pool = new SessionPool(SHARED_SESSIONS, make);
    this.named = new NamedSessions(NAMED_SESSIONS, make);
  }

  /** Opens the folder. @throws Error when it is held by another process. */
  static async open(
    addon: Addon,
    folder: string,
    args: readonly string[],
    workspace: Workspace,
  ): Promise<Engine> {
    const make = (): EngineSession => {
      const handle = addon.CreateConnection(folder, args);
      return new EngineSession(addon, handle, new Outlet(workspace.makePipe()));
    };
    const killer = make();
    const around = { database: undefined, settings: new Map<string, string>() };
    const { bytes } = await killer.read("SELECT version()", "TSVRaw", {}, around);
    return new Engine(Buffer.from(bytes).toString().trim(), killer, make);
  }

  /** The client's own session, or one of the pool. @throws EngineError if the named one is in use. */
  async take(wish: SessionWish | undefined, around: Surroundings, signal: AbortSignal): Promise<Lease> {
    if (wish) {
      const session = this.named.take(wish);
      return { session, named: true, giveBack: () => this.named.giveBack(wish) };
    }
    const session = await this.pool.take(around, signal);
    return { session, named: false, giveBack: () => this.pool.giveBack(session) };
  }

  /** Awaits a running statement; on abort it is killed, again and again until it ends, since the first order may
   *  come before the engine has heard of the statement. Settles only when the engine is done with it. */
  async watch<T>(running: Promise<T>, mark: string, signal: AbortSignal): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const kill = (): void => {
      if (over) return;
      this.killing = this.killing
        .then(() => (over ? undefined : this.killOnce(mark)))
        .finally(() => {
          if (!over) timer = setTimeout(kill, KILL_AGAIN_MS);
        });
    };
    if (signal.aborted) kill();
    else signal.addEventListener("abort", kill, { once: true });
    try {
      return await running;
    } finally {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
    }
  }

  /** Closes what is at rest. */
  close(): void {
    this.pool.close();
    this.named.close();
  }

  private async killOnce(mark: string): Promise<void> {
    const around = { database: undefined, settings: new Map<string, string>() };
    // A query that ended meanwhile is no error, and the next attempt follows anyway.
    await this.killer.read(killSql(mark), "Null", {}, around).catch(() => undefined);
  }
}
