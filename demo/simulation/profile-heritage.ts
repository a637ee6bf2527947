/** The three sites without a ticketing system: counter and tally, a till that writes files, a tally alone.
 *  Figures are assumed. */
import type { Profile } from "./profile.ts";

/** Chapelle des Jésuites: free, baroque, counted at the door. */
export const CHAPEL: Profile = {
  match: "chapelle",
  annual: 3_100,
  groupShare: 0.07,
  schools: 0.3,
  groupsWhenClosed: false,
  weekday: [0.7, 0.75, 0.8, 0.8, 0.9, 1.5, 1.5],
  month: [0.6, 0.6, 0.75, 0.95, 1.1, 1.1, 1.5, 1.6, 1.3, 1.0, 0.95, 1.1],
  publicHoliday: 1.3,
  schoolHoliday: 1.15,
  otherZones: 1.06,
  belgium: 1.08,
  perRainMm: 0.01,
  perDegree: -0.004,
  dwellMinutes: 24,
  events: { patrimoine: 4.2, noel: 1.6, nuit: 2.2 },
  otherDoorUsers: 0,
  ticketing: null,
};

/** Abbaye de Vaucelles: gardens and great hall, March to October; a till that exports one file a day. */
export const ABBEY: Profile = {
  match: "vaucelles",
  annual: 14_000,
  groupShare: 0.16,
  schools: 0.2,
  groupsWhenClosed: false,
  weekday: [0.7, 0.75, 0.85, 0.8, 0.9, 1.4, 1.9],
  month: [0.3, 0.4, 0.95, 1.0, 1.15, 1.1, 1.15, 1.3, 1.05, 0.85, 0.4, 0.3],
  publicHoliday: 1.6,
  schoolHoliday: 1.2,
  otherZones: 1.08,
  belgium: 1.12,
  perRainMm: -0.035,
  perDegree: 0.018,
  dwellMinutes: 95,
  events: { patrimoine: 3.2, orchidees: 3.4, plantes: 2.4, nuit: 1.5 },
  otherDoorUsers: 0,
  ticketing: null,
};

/** Château d'Esnes: a private home with guided visits; a volunteer writes the tally. */
export const CASTLE: Profile = {
  match: "esnes",
  annual: 1_800,
  groupShare: 0.12,
  schools: 0.2,
  groupsWhenClosed: false,
  weekday: [0.7, 0.7, 0.8, 0.8, 0.85, 1.2, 1.6],
  month: [0.4, 0.4, 0.6, 0.9, 1.2, 1.2, 1.3, 1.4, 1.4, 0.8, 0.5, 0.4],
  publicHoliday: 1.3,
  schoolHoliday: 1.1,
  otherZones: 1.04,
  belgium: 1.05,
  perRainMm: -0.03,
  perDegree: 0.015,
  dwellMinutes: 75,
  events: { patrimoine: 5, jardins: 2 },
  otherDoorUsers: 0,
  ticketing: null,
};
