/** The common suite against a real Mosquitto. What is broken in the middle is tried in connector.test.ts. */
import { describe } from "vitest";
import { connectorSuite } from "../../connector-suite.ts";
import { NO_BROKER } from "./broker.ts";
import { mqttSource } from "./source.ts";

describe.skipIf(NO_BROKER)("against Mosquitto", () => {
  connectorSuite("mqtt", (empty) => mqttSource({ empty: empty === "empty" }), {
    "change between pages": "nothing is paged: messages are taken in the order in which the broker has them",
    "429": "a broker holds back by its window and never asks to wait",
    "server error": "there are no statuses; a broker stopped in the middle of a pull is in connector.test.ts",
    "source gone": "the same: connector.test.ts stops the broker before, between and in the middle of pulls",
    garbage: "one device's bad message is a rejected row, not a changed feed: map.test.ts",
  });
});
