/** pretix against its stand-in: the common suite for both sources of sales, then what only pretix has. */
import { connectorSuite } from "../../connector-suite.ts";
import { pretixSource } from "./source.ts";

connectorSuite("pretix", (empty) => pretixSource({ empty: empty === "empty" }));
connectorSuite("pretix by orders", (empty) => pretixSource({ sales: "orders", empty: empty === "empty" }));
