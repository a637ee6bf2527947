/** Everybody who listens to `/live`: one question per state of the data, whose answer all of them get. A listener whose
 *  connection takes the events more slowly than they come is dropped; it comes back by itself. */
import type { Writable } from "node:stream";
import type { Logger } from "pino";

/** A connection that events are written to. */
export type Listener = Pick<Writable, "write" | "end" | "destroy" | "once" | "writableNeedDrain">;

export interface LiveHub {
  /** True while there is room for no more. */
  readonly isFull: () => boolean;
  /** Sends the state as it is, unless the listener has it by its last event id, and every change from then on. */
  add(listener: Listener, lastEventId: string | undefined): void;
  readonly size: () => number;
  /** Ends every connection. */
  close(): void;
}

export interface HubEffects {
  /** Names the state of the data. */
  readonly version: () => string;
  /** The document of that state, as JSON on one line. */
  readonly ask: () => Promise<string>;
  readonly log: Pick<Logger, "warn">;
}

export interface HubOptions {
  /** Most connections; @default 1000 */
  readonly most?: number;
  /** How often the state is looked at, ms; @default 500 */
  readonly lookMs?: number;
  /** Comment that tells proxies and browsers that the line is open, ms; @default 25 000 */
  readonly beatMs?: number;
  /** After which a browser asks again once the connection is cut, ms; @default 3000 */
  readonly retryMs?: number;
}

interface Event {
  readonly id: string;
  readonly text: string;
}

export function createLiveHub({ version, ask, log }: HubEffects, options: HubOptions = {}): LiveHub {
  const { most = 1000, lookMs = 500, beatMs = 25_000, retryMs = 3_000 } = options;
  /** With the id of the last event that each has. */
  const listeners = new Map<Listener, string | undefined>();
  let known: Event | undefined;
  let looking = false;
  let timers: NodeJS.Timeout[] = [];

  function send(listener: Listener, text: string): void {
    // What was sent last has not left yet: nothing is heaped upon it.
    if (listener.writableNeedDrain) drop(listener);
    else listener.write(text);
  }

  function tell(listener: Listener, { id, text }: Event): void {
    if (listeners.get(listener) === id) return;
    listeners.set(listener, id);
    send(listener, text);
  }

  function drop(listener: Listener): void {
    listener.destroy();
    leave(listener);
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size === 0) rest();
  }

  /** Nobody listens: nothing is asked. */
  function rest(): void {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  }

  async function look(): Promise<void> {
    const id = version();
    if (looking || id === known?.id) return;
    looking = true;
    try {
      const event = { id, text: `id: ${id}\nevent: live\ndata: ${await ask()}\n\n` };
      known = event;
      for (const listener of listeners.keys()) tell(listener, event);
    } catch (cause) {
      log.warn({ err: cause }, "the live state could not be read; it is tried again at once");
    } finally {
      looking = false;
    }
  }

  return {
    add(listener, lastEventId) {
      if (timers.length === 0) {
        // What was known before everybody had left may be of another hour.
        known = undefined;
        timers = [
          setInterval(() => void look(), lookMs),
          setInterval(() => [...listeners.keys()].forEach((one) => void send(one, ": \n\n")), beatMs),
        ];
        for (const timer of timers) timer.unref();
      }
      listener.write(`retry: ${retryMs}\n\n`);
      listeners.set(listener, lastEventId);
      listener.once("close", () => leave(listener));
      if (known) tell(listener, known);
      else void look();
    },
    isFull: () => listeners.size >= most,
    size: () => listeners.size,
    close() {
      for (const listener of listeners.keys()) listener.end();
      listeners.clear();
      rest();
    },
  };
}
