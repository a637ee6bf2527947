import { connectorSuite } from "../../connector-suite.ts";
import { billetwebSource } from "./billetweb.ts";
import { opendatasoftSource } from "./opendatasoft.ts";

connectorSuite("billetweb", (empty) => billetwebSource({ empty: empty === "empty" }));
connectorSuite("opendatasoft", (empty) => opendatasoftSource({ empty: empty === "empty" }));
