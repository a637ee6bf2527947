import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Alert, Recipient } from "../../../src/domain/alert.ts";
import type { Notice } from "../../../src/domain/notice.ts";
import { HOUR, MINUTE } from "../../../src/domain/time.ts";
import { type Outcome, SENT } from "../../../src/jobs/alerts/delivery.ts";
import { createLedger } from "../../../src/jobs/alerts/ledger.ts";
import { tellOnce } from "../../../src/jobs/alerts/once.ts";
import { createSend, type Send } from "../../../src/jobs/alerts/send.ts";
import { alertTurn, type TurnEffects } from "../../../src/jobs/alerts/turn.ts";
import type { Store } from "../../../src/store/connect.ts";
import { startEngine, type TestEngine } from "../../support/engine.ts";
import { type Habits, startMailServer, type TestMailServer } from "./support.ts";

let engine: TestEngine;
let store: Store;
let server: TestMailServer | undefined;
let now: number;
let logged: string[];

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  ({ store } = await engine.fresh());
  now = Date.parse("2026-11-25T14:40:00Z");
  logged = [];
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const to = (name: string): Recipient => ({ address: `mailto:${name}@example.org`, lang: "fr", secret: null });
const log = {
  info: (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`),
  warn: (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`),
};
/** Effects of one process; each call is another. */
const process_ = () => ({ ledger: createLedger(store), now: () => now, log });
const silent: Alert = {
  id: "silence",
  site: null,
  when: { kind: "feed_silent" },
  to: [to("accueil"), to("regie")],
  quiet: null,
};
const notice = (feed: string): Notice => ({
  alert: "silence",
  subject: `${feed} ${now}`,
  kind: "feed_silent",
  feed,
  site: "tank",
  since: now,
  failed: false,
});

function effects(send: Send): TurnEffects {
  const write: TurnEffects["write"] = (notices) => {
    const text = notices.map((one) => one.subject).join(", ");
    return { subject: text, text, html: `<p>${text}</p>` };
  };
  return { ...process_(), zone: "Europe/Paris", send, write, mails: true };
}

async function mailing(habits: Habits = {}) {
  server = await startMailServer(habits);
  return { server, send: createSend({ url: server.url, from: "beffroi@example.org" }, () => now) };
}

describe("each once", () => {
  test("a turn that comes again, and a process that was started anew, tell nothing twice", async () => {
    const { server, send } = await mailing();
    const notices = [notice("door"), notice("till")];
    expect(await alertTurn([silent], notices, effects(send))).toBe(4);
    now += MINUTE;
    expect(await alertTurn([silent], notices, effects(send))).toBe(0);
    expect(server.mails).toHaveLength(2);
    expect(server.mails[0]?.subject).toBe(notices.map(({ subject }) => subject).join(", "));
    const later = [...notices, notice("kiosk")];
    expect(await alertTurn([silent], later, effects(send))).toBe(2);
    expect(server.mails.at(-1)?.subject).toBe(later[2]?.subject);
  });

  test("five processes at the same moment send it once at most, and it does go out", async () => {
    let sent = 0;
    const send = async () => {
      sent++;
      return SENT;
    };
    for (let round = 0; round < 6; round++) {
      const telling = { alert: "race", recipient: to("accueil"), subjects: [`tank ${round}`], send };
      await Promise.all(Array.from({ length: 5 }, () => tellOnce(telling, process_())));
      expect(sent, `round ${round}`).toBeLessThanOrEqual(round + 1);
      await tellOnce(telling, process_());
      expect(sent, `round ${round}`).toBe(round + 1);
    }
  });

  test("a process that dies before it sends is replaced; one that dies while it sends is not", async () => {
    const ledger = createLedger(store);
    const line = { alert: "a", recipient: "r" };
    const dead: { alert: string; recipient: Recipient } = { alert: "a", recipient: to("accueil") };
    const sent: string[] = [];
    const send = async (subjects: readonly string[]) => {
      sent.push(...subjects);
      return SENT;
    };
    const subjects = ["before", "while"];
    const { recipientKey } = await import("../../../src/jobs/alerts/ledger.ts");
    const own = { ...line, recipient: recipientKey(dead.recipient) };
    await ledger.mark(own, ["before"], { claim: "dead", state: "claimed", at: now });
    await ledger.mark(own, ["while"], { claim: "dead", state: "sending", at: now, tries: 1 });
    await tellOnce({ ...dead, subjects, send }, process_());
    expect(sent).toEqual([]);
    now += 6 * MINUTE;
    await tellOnce({ ...dead, subjects, send }, process_());
    expect(sent).toEqual(["before"]);
    now += 5 * MINUTE;
    await tellOnce({ ...dead, subjects, send }, process_());
    expect(sent).toEqual(["before"]);
    expect(logged.at(-1)).toContain("may or may not have been told");
    now += 24 * HOUR;
    await tellOnce({ ...dead, subjects, send }, process_());
    expect(sent).toEqual(["before"]);
  });
});

describe("against a real mail server", () => {
  test("a refused recipient does not hold up the other one, and is not tried again", async () => {
    const { server, send } = await mailing({ refuse: "regie@example.org" });
    const notices = [notice("door")];
    expect(await alertTurn([silent], notices, effects(send))).toBe(1);
    now += 2 * HOUR;
    expect(await alertTurn([silent], notices, effects(send))).toBe(0);
    expect(server.recipients).toEqual(["accueil@example.org", "regie@example.org"]);
    expect(logged.join("\n")).toContain("could not be told and is not tried again");
    expect(logged.join("\n")).not.toContain("regie@");
  });

  test("a line that drops after the message doubles no mail, not even after a restart", async () => {
    const { server, send } = await mailing({ cut: 1 });
    const one = { ...silent, to: [to("accueil")] };
    const notices = [notice("door")];
    expect(await alertTurn([one], notices, effects(send))).toBe(0);
    now += 3 * HOUR;
    expect(await alertTurn([one], notices, effects(send))).toBe(0);
    expect(server.mails).toHaveLength(1);
  });

  test("a busy server is asked again, later each time", async () => {
    const { server, send } = await mailing({ busy: "accueil@example.org" });
    const one = { ...silent, to: [to("accueil")] };
    const notices = [notice("door")];
    const asked: number[] = [];
    for (let minute = 0; minute < 16; minute++) {
      const before = server.recipients.length;
      await alertTurn([one], notices, effects(send));
      if (server.recipients.length > before) asked.push(minute);
      now += MINUTE;
    }
    expect(asked).toEqual([0, 1, 3, 7, 15]);
  });
});

describe("quiet hours", () => {
  const night = { ...silent, to: [to("accueil")], quiet: { fromMinute: 1260, toMinute: 420 } };

  test("delay what is still true in the morning, and drop what is not", async () => {
    const told: string[] = [];
    const send: Send = async (_to, { message }): Promise<Outcome> => {
      told.push(message.subject);
      return SENT;
    };
    now = Date.parse("2026-11-25T22:30:00Z");
    const lasting = notice("door");
    const passing = notice("till");
    await alertTurn([night], [lasting, passing], effects(send));
    expect(told).toEqual([]);
    now = Date.parse("2026-11-26T06:00:00Z");
    await alertTurn([night], [lasting], effects(send));
    expect(told).toEqual([lasting.subject]);
  });
});

test("posts carry one notice each, mails gather them; without a mail server mails wait", async () => {
  const parcels: string[] = [];
  const send: Send = async ({ address }, { body }) => {
    parcels.push(`${address} ${JSON.stringify(body.notice)}`);
    return SENT;
  };
  const hook: Recipient = { address: "https://hook.example.org/", lang: "fr", secret: null };
  const both = { ...silent, to: [hook, to("accueil")] };
  await alertTurn([both], [notice("door"), notice("till")], { ...effects(send), mails: false });
  expect(parcels).toHaveLength(2);
  expect(parcels[0]).toContain('"feed":"door"');
  await alertTurn([both], [notice("door"), notice("till")], effects(send));
  expect(parcels).toHaveLength(3);
});
