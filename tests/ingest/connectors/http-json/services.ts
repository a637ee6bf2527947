/** The sources that presets read, each with its stand-in. */
import { createAxisStandIn } from "../../../../demo/stand-ins/axis.ts";
import { createBilletwebStandIn } from "../../../../demo/stand-ins/billetweb.ts";
import { createMatomoStandIn } from "../../../../demo/stand-ins/matomo.ts";
import { createOpendatasoftStandIn } from "../../../../demo/stand-ins/opendatasoft.ts";
import { createTelraamStandIn } from "../../../../demo/stand-ins/telraam.ts";
import { createWeezeventStandIn } from "../../../../demo/stand-ins/weezevent.ts";
import { createXovisStandIn } from "../../../../demo/stand-ins/xovis.ts";
import type { CountsService } from "./counts-source.ts";
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

const START = "2026-09-22";

/** @param cap largest offset + limit that the portal answers */
export const opendatasoft = (cap = 10_000): CountsService => ({
  standIn: (state, access) =>
    createOpendatasoftStandIn(state, Object.assign(access, { dataset: "comptage", cap })),
  options: (url) => ({
    ...{ preset: "opendatasoft", url, dataset: "comptage", key: "s3cret-key", start: START },
    ...{ count: "sum_counts", gate: "id_compteur", cap },
  }),
  gates: ["nord", "sud"],
  measure: "entries",
  requests: 20,
});

export const axis: CountsService = {
  standIn: createAxisStandIn,
  options: (url) => ({ preset: "axis", url, user: "viewer", password: "s3cret-key", start: START }),
  gates: ["porte"],
  measure: "entries",
  requests: 7,
};

export const xovis: CountsService = {
  standIn: createXovisStandIn,
  options: (url) => ({
    ...{ preset: "xovis", url, user: "viewer", password: "s3cret-key", minutes: 60, start: START },
    counts: { "11": "entries", "12": "exits" },
  }),
  gates: ["porte"],
  measure: "entries",
  requests: 7,
};

export const matomo: CountsService = {
  standIn: createMatomoStandIn,
  options: (url) => ({ preset: "matomo", url, token: "s3cret-key", site: "3", start: START }),
  gates: ["borne"],
  measure: "kiosk_sessions",
  requests: 40,
  merged: true,
};

export const telraam: CountsService = {
  standIn: createTelraamStandIn,
  options: (url) => ({ preset: "telraam", url, key: "s3cret-key", segment: "9000001", start: START }),
  gates: ["rue"],
  measure: "entries",
  requests: 2,
};
