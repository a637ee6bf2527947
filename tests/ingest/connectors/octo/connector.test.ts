import { connectorSuite } from "../../connector-suite.ts";
import { octoSource } from "./source.ts";

connectorSuite("OCTO, visits by availability", (empty) => octoSource("availability", empty === "empty"));
connectorSuite("OCTO, visits by bookings", (empty) => octoSource("bookings", empty === "empty"));
