import { afterEach, describe, expect, test } from "vitest";
import { checkMail, sendMail } from "../../../src/jobs/alerts/smtp.ts";
import { type Habits, startMailServer, type TestMailServer } from "./support.ts";

let server: TestMailServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const MAIL = {
  to: "accueil@example.org",
  lang: "fr",
  id: "digest 2026-11-25",
  subject: "Journée ordinaire : 117 visites à 15 h 40, « Le Labo » se tait — œuvre d’Éloïse",
  text: "Le château d’Esnes est fermé.\n.\nUne ligne d’un seul point suit la règle.",
  html: '<p>L’abbaye "de Vaucelles" &amp; le <b>Labo</b></p>',
};

async function send(habits: Habits = {}, to = MAIL.to, limits = {}) {
  server = await startMailServer(habits);
  return sendMail({ url: server.url, from: "beffroi@example.org" }, { ...MAIL, to }, limits);
}

test("a mail arrives as written: subject, plain text and HTML, in UTF-8, to one person", async () => {
  expect(await send()).toEqual({ kind: "sent", reason: "" });
  const [mail] = server?.mails ?? [];
  expect(mail?.subject).toBe(MAIL.subject);
  expect(mail?.text?.trimEnd()).toBe(MAIL.text);
  expect(mail?.html).toContain(MAIL.html);
  expect(mail?.from?.text).toBe('"Beffroi" <beffroi@example.org>');
  expect(server?.recipients).toEqual([MAIL.to]);
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.headers.get("content-type")).toMatchObject({ value: "multipart/alternative" });
  expect(mail?.attachments).toEqual([]);
});

test("the same message sent again bears the same id", async () => {
  server = await startMailServer();
  const from = { url: server.url, from: "beffroi@example.org" };
  await sendMail(from, MAIL);
  await sendMail(from, MAIL);
  await sendMail(from, { ...MAIL, id: "another" });
  const ids = server.mails.map(({ messageId }) => messageId);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test("a server can be asked whether it answers, without a mail", async () => {
  server = await startMailServer();
  const from = "beffroi@example.org";
  expect((await checkMail({ url: server.url, from })).kind).toBe("sent");
  await server.close();
  expect((await checkMail({ url: server.url, from })).kind).toBe("failed");
  expect(server.mails).toEqual([]);
});

describe("what went wrong is told apart", () => {
  test("a recipient that does not exist is refused for good, and not named in the reason", async () => {
    const { kind, reason } = await send({ refuse: MAIL.to });
    expect(kind).toBe("refused");
    expect(reason).not.toContain(MAIL.to);
  });

  test("a server that is busy may be asked again", async () => {
    expect((await send({ busy: MAIL.to })).kind).toBe("failed");
  });

  test("a line cut after the message leaves it unknown whether it arrived: here it did", async () => {
    expect((await send({ cut: 1 })).kind).toBe("unknown");
    expect(server?.mails).toHaveLength(1);
  });

  test("a server that never answers the message is given up in time", async () => {
    const outcome = await send({ mute: true }, MAIL.to, { silenceMs: 5_000, wholeMs: 300 });
    expect(outcome).toMatchObject({ kind: "unknown", reason: "no answer within 0.3 s" });
  });

  test("no server at all certainly got nothing", async () => {
    const closed = await startMailServer();
    await closed.close();
    const outcome = await sendMail({ url: closed.url, from: "b@example.org" }, MAIL);
    expect(outcome.kind).toBe("failed");
  });

  test("a server elsewhere that offers no TLS gets neither password nor message", async () => {
    server = await startMailServer();
    // 0.0.0.0 leads to this machine, but is none of its names to the rule.
    const url = server.url.replace("127.0.0.1", "user:pw@0.0.0.0");
    const outcome = await sendMail({ url, from: "b@example.org" }, MAIL, { silenceMs: 2_000 });
    expect(outcome).toMatchObject({ kind: "failed", reason: expect.stringContaining("STARTTLS") });
    expect(server.mails).toEqual([]);
  });
});
