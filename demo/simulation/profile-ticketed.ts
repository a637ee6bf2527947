/** The three sites that sell by slot. Figures are assumed. */
import type { Profile } from "./profile.ts";

/** Cambrai Tank 1917: remembrance of the battle of November 1917; British and Belgian visitors, schools. */
export const TANK: Profile = {
  match: "tank",
  annual: 6_500,
  groupShare: 0.24,
  schools: 0.6,
  groupsWhenClosed: true,
  weekday: [0.75, 0.8, 0.95, 0.8, 0.85, 1.7, 1.55],
  month: [0.5, 0.75, 0.8, 1.05, 1.1, 0.95, 1.0, 1.1, 1.0, 1.05, 1.9, 1.2],
  publicHoliday: 1.4,
  schoolHoliday: 1.25,
  otherZones: 1.05,
  belgium: 1.1,
  perRainMm: 0.012,
  perDegree: -0.004,
  dwellMinutes: 70,
  events: { bataille: 9, "bataille-suite": 1.35, armistice: 5, victoire: 2, patrimoine: 2.6, nuit: 1.4 },
  otherDoorUsers: 0,
  ticketing: { online: 0.34, slotMinutes: 60, capacity: 60, offlineDays: 0.05 },
};

/** Le Labo: CambraiScope's exhibition is what is visited; the door counts the library's users too. */
export const LABO: Profile = {
  match: "labo",
  annual: 14_000,
  groupShare: 0.3,
  schools: 0.85,
  groupsWhenClosed: false,
  weekday: [0.6, 0.85, 1.3, 0.75, 0.9, 1.75, 1.25],
  month: [1.0, 1.15, 1.0, 1.1, 0.95, 0.8, 0.75, 0.7, 0.85, 1.2, 1.15, 1.15],
  publicHoliday: 1.1,
  schoolHoliday: 1.45,
  otherZones: 1.04,
  belgium: 1.03,
  perRainMm: 0.03,
  perDegree: -0.014,
  dwellMinutes: 85,
  events: { patrimoine: 1.8, noel: 1.25, nuit: 1.7, exposition: 1.15 },
  otherDoorUsers: 28_000,
  ticketing: { online: 0.42, slotMinutes: 120, capacity: 140, offlineDays: 0.04 },
};

/** Archéo'site: an open-air village with workshops; families and classes. */
export const ARCHEOSITE: Profile = {
  match: "arch",
  annual: 5_200,
  groupShare: 0.36,
  schools: 0.9,
  groupsWhenClosed: true,
  weekday: [0.7, 0.8, 1.0, 0.8, 0.85, 1.2, 1.6],
  month: [0.5, 0.6, 0.75, 1.1, 1.3, 1.25, 1.2, 1.3, 1.1, 1.0, 0.85, 0.6],
  publicHoliday: 1.45,
  schoolHoliday: 1.35,
  otherZones: 1.05,
  belgium: 1.05,
  perRainMm: -0.045,
  perDegree: 0.022,
  dwellMinutes: 110,
  events: { patrimoine: 2.8, vigne: 4.5, archeologie: 2.4 },
  otherDoorUsers: 0,
  ticketing: { online: 0.24, slotMinutes: 0, capacity: 250, offlineDays: 0.12 },
};
