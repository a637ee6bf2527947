import { connectorSuite } from "../../connector-suite.ts";
import { weatherSource } from "./source.ts";

connectorSuite("open-meteo", (empty) => weatherSource({ empty: empty === "empty" }));
