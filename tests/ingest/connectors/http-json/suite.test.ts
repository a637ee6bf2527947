import { connectorSuite } from "../../connector-suite.ts";
import { type CountsService, countsSource } from "./counts-source.ts";
import { axis, billetweb, matomo, opendatasoft, telraam, weezevent, xovis } from "./services.ts";
import { type TicketService, ticketsSource } from "./tickets-source.ts";

const tickets = (name: string, service: TicketService) =>
  connectorSuite(name, (empty) => ticketsSource(service, { empty: empty === "empty" }));
const counts = (name: string, service: CountsService) =>
  connectorSuite(name, (empty) => countsSource(service, { empty: empty === "empty" }));

tickets("billetweb", billetweb);
tickets("weezevent", weezevent);
counts("opendatasoft", opendatasoft());
counts("axis", axis);
counts("xovis", xovis);
counts("matomo", matomo);
counts("telraam", telraam);
