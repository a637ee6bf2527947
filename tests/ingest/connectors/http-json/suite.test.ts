import { connectorSuite } from "../../connector-suite.ts";
import { opendatasoftSource } from "./opendatasoft.ts";
import { billetweb, weezevent } from "./services.ts";
import { ticketsSource } from "./tickets-source.ts";

connectorSuite("billetweb", (empty) => ticketsSource(billetweb, { empty: empty === "empty" }));
connectorSuite("weezevent", (empty) => ticketsSource(weezevent, { empty: empty === "empty" }));
connectorSuite("opendatasoft", (empty) => opendatasoftSource({ empty: empty === "empty" }));
