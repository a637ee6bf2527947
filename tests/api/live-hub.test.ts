/** Who listens, what is asked for them, and who is let go. */
import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLiveHub, type Listener } from "../../src/api/live-hub.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A connection that notes what it is sent. */
function connection() {
  const events = new EventEmitter();
  const sent: string[] = [];
  const listener = {
    writableNeedDrain: false,
    write: (text: string) => sent.push(text) > 0,
    once: events.once.bind(events),
    destroy: vi.fn(() => void events.emit("close")),
    end: vi.fn(() => void events.emit("close")),
  };
  return { sent, listener: listener as typeof listener & Listener };
}

function world() {
  const state = { version: "a", fails: false };
  const ask = vi.fn(async () => {
    if (state.fails) throw new Error("away");
    return JSON.stringify({ of: state.version });
  });
  const warn = vi.fn();
  const hub = createLiveHub({ version: () => state.version, ask, log: { warn } }, { most: 3 });
  return { state, ask, warn, hub };
}

const event = (id: string) => `id: ${id}\nevent: live\ndata: {"of":"${id}"}\n\n`;
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("every listener gets the state at once and each change of it, for one question per change", async () => {
  const { state, ask, hub } = world();
  const all = [connection(), connection(), connection()];
  for (const { listener } of all) hub.add(listener, undefined);
  await later(1);
  state.version = "b";
  await later(500);
  await later(500);
  for (const { sent } of all) expect(sent).toEqual(["retry: 3000\n\n", event("a"), event("b")]);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(hub.isFull()).toBe(true);
});

test("whoever comes back with the newest id waits for the next change; with an older one gets the state", async () => {
  const { state, hub } = world();
  hub.add(connection().listener, undefined);
  await later(1);
  const [fresh, stale] = [connection(), connection()];
  hub.add(fresh.listener, "a");
  hub.add(stale.listener, "0");
  expect(fresh.sent.join("")).not.toContain("data:");
  expect(stale.sent).toContain(event("a"));
  state.version = "b";
  await later(500);
  expect(fresh.sent).toContain(event("b"));
});

test("a listener that has not taken the last event is dropped, not fed", async () => {
  const { state, hub } = world();
  const [slow, quick] = [connection(), connection()];
  for (const { listener } of [slow, quick]) hub.add(listener, undefined);
  await later(1);
  slow.listener.writableNeedDrain = true;
  state.version = "b";
  await later(500);
  expect(slow.listener.destroy).toHaveBeenCalled();
  expect(slow.sent).not.toContain(event("b"));
  expect(quick.sent).toContain(event("b"));
  expect(hub.size()).toBe(1);
});

test("a quiet line beats; a store that is away is asked again, and nobody is sent half an answer", async () => {
  const { state, warn, hub } = world();
  const { sent, listener } = connection();
  hub.add(listener, undefined);
  await later(1);
  state.fails = true;
  state.version = "b";
  await later(1000);
  expect(warn).toHaveBeenCalled();
  expect(sent).toEqual(["retry: 3000\n\n", event("a")]);
  state.fails = false;
  await later(500);
  expect(sent.at(-1)).toBe(event("b"));
  await later(25_000);
  expect(sent.at(-1)).toBe(": \n\n");
});

test("while nobody listens nothing is asked; who comes then gets what is true then", async () => {
  const { state, ask, hub } = world();
  const first = connection();
  hub.add(first.listener, undefined);
  await later(1);
  first.listener.destroy();
  state.version = "b";
  await later(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  const second = connection();
  hub.add(second.listener, undefined);
  await later(1);
  expect(second.sent.at(-1)).toBe(event("b"));
});

test("at the end every connection is ended", async () => {
  const { hub } = world();
  const both = [connection(), connection()];
  for (const { listener } of both) hub.add(listener, undefined);
  hub.close();
  for (const { listener } of both) expect(listener.end).toHaveBeenCalled();
  expect(hub.size()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
