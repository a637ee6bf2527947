/** One connection to the engine with what has been set on it. A request's settings and database are reached by the
 *  shortest way from those of the request before: nothing at all when they are the same, so that most queries are
 *  one round trip, and nothing of one request is left for the next. */
import type { Addon, Handle, ReadResult, WriteResult } from "./addon.ts";
import { toEngineError } from "./engine-error.ts";
import type { Outlet } from "./outlet.ts";
import { identifier, literal, setStatement, settingsChange } from "./set-statement.ts";

/** The state that a statement is to find. */
export interface Surroundings {
  /** Undefined: whatever the session has (`default` at first). */
  readonly database: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
}

const UNKNOWN_SETTING = 115;

export class EngineSession {
  readonly outlet: Outlet;
  private readonly addon: Addon;
  private readonly handle: Handle;
  /** Literals in force beyond the engine's defaults. */
  private applied = new Map<string, string>();
  /** Settings whose value is not known since the statement that was to set them failed. */
  private doubtful = new Set<string>();
  /** Literals that the client set for its session with SET. */
  private readonly kept = new Map<string, string>();
  private homeDatabase = "default";
  private database: string | undefined = "default";
  private spoilt = false;
  private failed = false;

  constructor(addon: Addon, handle: Handle, outlet: Outlet) {
    this.addon = addon;
    this.handle = handle;
    this.outlet = outlet;
  }

  /** True when the session cannot be brought back to a clean state and must be closed. */
  get mustClose(): boolean {
    return this.spoilt;
  }

  spoil(): void {
    this.spoilt = true;
  }

  /** How many settings and databases lie between this session and a request; 0 is a perfect fit. */
  distance(to: Surroundings): number {
    const moves = settingsChange(this.applied, this.wanted(to)).size + this.doubtful.size;
    return moves + (this.database === (to.database ?? this.homeDatabase) ? 0 : 1);
  }

  /** Runs a statement that gives rows or nothing. @throws EngineError */
  async read(
    sql: string,
    format: string,
    params: Readonly<Record<string, string>>,
    around: Surroundings,
  ): Promise<ReadResult> {
    return this.run(around, "", (prefix) =>
      this.addon.QueryAsyncConnection(this.handle, prefix + sql, format, params),
    );
  }

  /** Runs an INSERT and counts its rows. @throws EngineError */
  async write(
    sql: string,
    params: Readonly<Record<string, string>>,
    around: Surroundings,
  ): Promise<WriteResult> {
    // The native call that counts rows takes no parameters, so they are set; reads forget them by themselves.
    const set = Object.entries(params).map(([name, value]): [string, string] => [
      `param_${name}`,
      literal(value),
    ]);
    return this.run(around, setStatement(new Map(set)), (prefix) =>
      this.addon.InsertRawAsyncConnection(this.handle, prefix + sql, Buffer.from("\n"), false),
    );
  }

  /** Remembers what the client's own SET did, for a session that lasts. */
  keep(settings: ReadonlyMap<string, string>): void {
    for (const [name, value] of settings) {
      if (name.startsWith("param_")) continue;
      this.applied.set(name, value);
      if (value.toUpperCase() === "DEFAULT") this.kept.delete(name);
      else this.kept.set(name, value);
    }
  }

  /** Remembers the client's own USE; undefined when the session is shared and only has to find its way back. */
  use(database: string | undefined): void {
    this.database = database;
    if (database !== undefined) this.homeDatabase = database;
  }

  /** Clears up after a statement that failed; to be awaited before the next one. */
  async settle(): Promise<void> {
    if (!this.failed) return;
    this.failed = false;
    // TRICKY: the engine lets go of a statement that was killed (its memory, its entry in system.processes) only
    // when the connection is used again.
    await this.addon
      .QueryAsyncConnection(this.handle, "SET param_settle = '1'", "Null", {})
      .catch(() => undefined);
    for (const name of this.doubtful) {
      try {
        const sql = `SET ${name} = ${this.kept.get(name) ?? "DEFAULT"}`;
        await this.addon.QueryAsyncConnection(this.handle, sql, "Null", {});
      } catch (error) {
        if (toEngineError(error).code !== UNKNOWN_SETTING) this.spoilt = true;
      }
      this.applied.delete(name);
      const kept = this.kept.get(name);
      if (kept !== undefined) this.applied.set(name, kept);
    }
    this.doubtful = new Set();
  }

  /** Nothing may be running. */
  close(): void {
    this.outlet.close();
    this.addon.CloseConnection(this.handle);
  }

  private wanted(around: Surroundings): Map<string, string> {
    const wanted = new Map(this.kept);
    for (const [name, value] of around.settings) wanted.set(name, literal(value));
    return wanted;
  }

  private async run<T>(
    around: Surroundings,
    extra: string,
    call: (prefix: string) => Promise<T>,
  ): Promise<T> {
    const wanted = this.wanted(around);
    const change = settingsChange(this.applied, wanted);
    const database = around.database ?? this.homeDatabase;
    const use = database === this.database ? "" : `USE ${identifier(database)}; `;
    // TRICKY: nothing can be set any more once `readonly` is, not even itself.
    if (change.has("readonly") || change.has("allow_ddl")) this.spoilt = true;
    try {
      const result = await call(use + setStatement(change) + extra);
      this.database = database;
      this.applied = wanted;
      return result;
    } catch (error) {
      this.failed = true;
      if (use) this.database = undefined;
      for (const name of change.keys()) this.doubtful.add(name);
      throw toEngineError(error);
    }
  }
}
