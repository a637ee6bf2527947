/** A real mail server on loopback that can be told to refuse, to hang up, and to hang. */
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface TestMailServer {
  readonly url: string;
  readonly mails: ParsedMail[];
  readonly recipients: string[];
  close(): Promise<void>;
}

/** `refuse`: this recipient; `cut`: closes the line after the message and before the answer, as often as it says;
 *  `busy`: answers 450 to the recipient; `mute`: never answers the message. */
export interface Habits {
  readonly refuse?: string;
  readonly busy?: string;
  cut?: number;
  readonly mute?: boolean;
}

export async function startMailServer(habits: Habits = {}): Promise<TestMailServer> {
  const mails: ParsedMail[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      recipients.push(address);
      if (address === habits.refuse)
        return done(Object.assign(new Error("no such user"), { responseCode: 550 }));
      if (address === habits.busy) return done(Object.assign(new Error("later"), { responseCode: 450 }));
      done();
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        mails.push(await simpleParser(Buffer.concat(chunks)));
        if (habits.mute) return;
        if (habits.cut) {
          habits.cut--;
          for (const connection of server.connections) connection.close();
          return;
        }
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
