/** English: the screen "Compare sites". */
import type { Format } from "../format.ts";

const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "day" : "days"}`;
const sitesOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "site" : "sites"}`;

export const comparison = (f: Format) => ({
  title: "Compare sites",
  comparedTo: "against their comparable days of the year before",
  one: (name: string, n: string) => `${name}: ${n} visits an open hour.`,
  answer: (name: string, n: string, before: string | null) =>
    `${name} attracts most: ${n} visits an open hour${before === null ? "" : `, ${before} the year before`}.`,
  share: (name: string, share: string, part: string, all: string) =>
    `${name} has ${share} of the visits, ${part} out of ${all}.`,
  effective: (n: number, sites: number) =>
    `The whole rests on what amounts to ${f.decimal(n)} equal sites, for ${sitesOf(sites, f)}.`,
  empty: "No visit measured in this period.",
  emptyNext: "Choose another period, or check that the sites are reporting.",
  allClosed: "Closed throughout this period.",
  notYet: "Nothing yet in this period: it is still to come.",
  titleAll: (up: boolean) => `All attract ${up ? "more" : "less"} than the year before`,
  titleSome: (up: number, of: number) =>
    up === 0
      ? `None of ${f.int(of)} sites attracts more than the year before`
      : `${f.int(up)} of ${f.int(of)} sites ${up === 1 ? "attracts" : "attract"} more than the year before`,
  titlePlain: "Visits an open hour",
  sub: "Visits an open hour, most first. One scale for all.",
  rowLabel: (name: string, now: string, before: string | null) =>
    `${name}: ${now} visits an open hour${before === null ? "" : `, ${before} the year before`}.`,
  rowNone: (name: string, why: string) => `${name}: ${why}`,
  against: (rate: string, n: string) => `${rate} the year before, ${n} visits`,
  basis: (n: string, hours: string, days: number) => `${n} visits in ${hours} h, ${daysOf(days, f)}`,
  remove: "Remove",
  removeLabel: (name: string) => `Remove ${name}`,
  add: "Add:",
  all: "All sites",
  key: {
    now: "this period",
    before: "comparable days of the year before",
  },
  figures: {
    together: "Together, an open hour",
    togetherText: (before: string, n: number) =>
      `${before} on the comparable days of the year before, ${sitesOf(n, f)} in both years.`,
    rise: "The strongest rise",
    fall: "The strongest fall",
    riseText: (name: string, now: string, before: string, days: number) =>
      `${name}: ${now} visits against ${before}, ${daysOf(days, f)} of each year.`,
    effective: "Equivalent sites",
    effectiveUnit: (n: number) => `for ${sitesOf(n, f)}`,
    effectiveText: (hhi: string, before: number | null) =>
      `The inverse of the concentration index, ${hhi} out of 1${before === null ? "" : `; ${f.decimal(before)} sites the year before`}.`,
    none: "No comparison possible.",
    noneSites: "Two measured sites are needed.",
  },
  leftOut: {
    closed: "closed throughout the period.",
    no_data: "no visit measured.",
    coverage: "under 90% of open hours measured in the period.",
    coverage_before: "under 90% of open hours measured the year before.",
    not_counted_before: "not counted the year before.",
    no_pairs: "no comparable day known on both sides.",
  },
  outside: (sites: string) => `Outside the comparison: ${sites}.`,
  outsideSite: (name: string, why: string) => `${name} (${why.replace(/\.$/, "")})`,
  twin: (n: number) => `The same chart as a table: ${sitesOf(n, f)}`,
  caption: (from: string, to: string) => `Visits an open hour from ${from} to ${to}, and a year before`,
  cols: {
    site: "Site",
    visits: "Visits",
    hours: "Open hours",
    perHour: "An hour",
    beforeVisits: "Visits, year before",
    beforeHours: "Hours, year before",
    beforePerHour: "An hour, year before",
    change: "Change",
    days: "Days",
    note: "Note",
  },
  leftDays: (n: number) => `${daysOf(n, f)} without a pair or incomplete left out`,
  how: "Visits divided by hours of opening. Each day is taken with its comparable day of the year before, both known in full; a site of which under 90% of hours were measured is not compared.",
});
