/** The common suite over files that a real OpenSSH gives out. What breaks in the middle is tried in sftp.test.ts. */
import { afterAll, beforeAll, describe } from "vitest";
import { type LoopbackServer, startSftp, WHY_NO_SFTP } from "../../../support/loopback-server.ts";
import { connectorSuite } from "../../connector-suite.ts";
import { sftpSource } from "./sftp-source.ts";

describe.skipIf(WHY_NO_SFTP !== "")(`against OpenSSH${WHY_NO_SFTP}`, () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startSftp();
  });
  afterAll(() => server.stop());

  connectorSuite("files by SFTP", async (empty) => sftpSource(server, { empty: empty === "empty" }), {
    "change between pages":
      "a file is fetched whole, and left for the next pull when it changes meanwhile: sftp.test.ts",
    "429": "the protocol has no such answer",
    "server error": "the same; a server that dies in the middle of a file is in sftp.test.ts",
    "source gone": "sftp.test.ts: a server that dies in the middle, a dead port, a folder that is gone",
    garbage: "a file that is no table is held back whole: bad-input.test.ts",
  });
});
