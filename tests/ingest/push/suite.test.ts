/** The common suite for what is pushed; the address itself is tried in tests/commands/push.store.test.ts. */
import { connectorSuite } from "../connector-suite.ts";
import { pushSource } from "./source.ts";

connectorSuite("push", async (empty) => pushSource({ empty: empty === "empty" }), {
  "change between pages": "nothing is read page by page: a batch is stored whole or not",
  "429": "we are the ones who say it: push.store.test.ts",
  "server error": "the sender repeats until it hears 202; a store that fails is in push.store.test.ts",
  "source gone": "a sender that falls silent is the freshness alarm's affair",
  "expired token": "the sender's affair: 401, and nothing of the body is read: push.store.test.ts",
  "undeclared site":
    "sites are those of the territory; rows of others are kept as in tests/ingest/quarantine/remap.test.ts",
  garbage: "answered 400 to the sender, and nothing is stored: push.store.test.ts",
});
