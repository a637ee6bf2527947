import { connectorSuite } from "../../connector-suite.ts";
import { stackSource } from "./source.ts";

connectorSuite("The Things Stack", (empty) => stackSource(empty === "empty"));
