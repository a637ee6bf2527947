/** A small territory for tests of the store and the jobs: two sites in Paris, one open all day. */
import type { Territory } from "../../src/domain/site.ts";
import { readTerritory } from "../../src/territory/load.ts";

const TEXT = `
territory: { id: essai, name: { fr: Essai }, timezone: Europe/Paris, country: FR, department: "59", school_zone: B }
owners: [ { id: cac, name: "Communauté d'Agglomération de Cambrai", publishes: true } ]
sites:
  - id: alpha
    name: { fr: Alpha }
    owner: cac
    municipality: Cambrai
    opening: [ { days: [mon, tue, wed, thu, fri, sat, sun], hours: ["00:00-24:00"] } ]
    visits: { from: tickets }
  - id: beta
    name: { fr: Bêta }
    owner: cac
    municipality: Esnes
    opening: [ { days: [wed, sat, sun], hours: ["14:00-17:30"] } ]
    visits: { from: counter }
feeds:
  - { id: till, site: alpha, kind: ticketing, connector: file, every: PT10M, options: { path: "./till/*.csv" } }
  - { id: door, site: beta, kind: counter, connector: file, every: PT1H, options: { path: "./door/*.csv" } }
`;

export function smallTerritory(): Territory {
  return readTerritory(TEXT, "essai.yaml", {});
}
