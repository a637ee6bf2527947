/** The ticketing services that presets read, each with its stand-in. */
import { createBilletwebStandIn } from "../../../../demo/stand-ins/billetweb.ts";
import { createWeezeventStandIn } from "../../../../demo/stand-ins/weezevent.ts";
import type { TicketService } from "./tickets-source.ts";

export const billetweb: TicketService = {
  standIn: createBilletwebStandIn,
  options: (url) => ({
    ...{ preset: "billetweb", url, user: "u1", key: "s3cret-key" },
    tariffs: { "Plein tarif": "full", Affiche: "ignore" },
    postcode: "Code postal",
  }),
  requests: 9,
};

export const weezevent: TicketService = {
  standIn: createWeezeventStandIn,
  options: (url) => ({
    ...{ preset: "weezevent", url, user: "u1", password: "s3cret-key", key: "s3cret-key" },
    tariffs: { "198251": "full", A7: "ignore" },
  }),
  requests: 18,
};
