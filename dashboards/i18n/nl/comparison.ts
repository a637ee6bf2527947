/** Dutch: the screen "Locaties vergelijken". */
import type { Format } from "../format.ts";

const daysOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "dag" : "dagen"}`;
const sitesOf = (n: number, f: Format) => `${f.int(n)} ${n === 1 ? "locatie" : "locaties"}`;

export const comparison = (f: Format) => ({
  title: "Locaties vergelijken",
  comparedTo: "naast hun vergelijkbare dagen van het jaar ervoor",
  one: (name: string, n: string) => `${name}: ${n} bezoeken per open uur.`,
  answer: (name: string, n: string, before: string | null) =>
    `${name} trekt het meest: ${n} bezoeken per open uur${before === null ? "" : `, ${before} het jaar ervoor`}.`,
  share: (name: string, share: string, part: string, all: string) =>
    `${name} heeft ${share} van de bezoeken, ${part} van ${all}.`,
  effective: (n: number, sites: number) =>
    `Het geheel rust op zoveel als ${f.decimal(n)} gelijke locaties, voor ${sitesOf(sites, f)}.`,
  empty: "Geen bezoek gemeten in deze periode.",
  emptyNext: "Kies een andere periode of ga na of de locaties gegevens zenden.",
  allClosed: "De hele periode gesloten.",
  notYet: "Nog niets in deze periode: die moet nog komen.",
  titleAll: (up: boolean) => `Alle trekken ${up ? "meer" : "minder"} dan het jaar ervoor`,
  titleSome: (up: number, of: number) =>
    up === 0
      ? `Geen van ${f.int(of)} locaties trekt meer dan het jaar ervoor`
      : `${f.int(up)} van ${f.int(of)} locaties ${up === 1 ? "trekt" : "trekken"} meer dan het jaar ervoor`,
  titlePlain: "Bezoeken per open uur",
  sub: "Bezoeken per open uur, de meeste eerst. Eén schaal.",
  rowLabel: (name: string, now: string, before: string | null) =>
    `${name}: ${now} bezoeken per open uur${before === null ? "" : `, ${before} het jaar ervoor`}.`,
  rowNone: (name: string, why: string) => `${name}: ${why}`,
  against: (rate: string, n: string) => `${rate} het jaar ervoor, ${n} bezoeken`,
  basis: (n: string, hours: string, days: number) => `${n} bezoeken in ${hours} uur, ${daysOf(days, f)}`,
  remove: "Weglaten",
  removeLabel: (name: string) => `${name} weglaten`,
  add: "Toevoegen:",
  all: "Alle locaties",
  key: {
    now: "deze periode",
    before: "vergelijkbare dagen van het jaar ervoor",
  },
  figures: {
    together: "Samen, per open uur",
    togetherText: (before: string, n: number) =>
      `${before} op de vergelijkbare dagen van het jaar ervoor, ${sitesOf(n, f)} in beide jaren.`,
    rise: "De sterkste stijging",
    fall: "De sterkste daling",
    riseText: (name: string, now: string, before: string, days: number) =>
      `${name}: ${now} bezoeken tegen ${before}, ${daysOf(days, f)} van elk jaar.`,
    effective: "Gelijkwaardige locaties",
    effectiveUnit: (n: number) => `voor ${sitesOf(n, f)}`,
    effectiveText: (hhi: string, before: number | null) =>
      `Het omgekeerde van de concentratie-index, ${hhi} op 1${before === null ? "" : `; ${f.decimal(before)} locaties het jaar ervoor`}.`,
    none: "Geen vergelijking mogelijk.",
    noneSites: "Er zijn twee gemeten locaties nodig.",
  },
  leftOut: {
    closed: "de hele periode gesloten.",
    no_data: "geen bezoek gemeten.",
    coverage: "minder dan 90% van de open uren gemeten in de periode.",
    coverage_before: "minder dan 90% van de open uren gemeten het jaar ervoor.",
    not_counted_before: "het jaar ervoor niet geteld.",
    no_pairs: "geen vergelijkbare dag die aan beide kanten bekend is.",
  },
  outside: (sites: string) => `Buiten de vergelijking: ${sites}.`,
  outsideSite: (name: string, why: string) => `${name} (${why.replace(/\.$/, "")})`,
  twin: (n: number) => `Dezelfde grafiek als tabel: ${sitesOf(n, f)}`,
  caption: (from: string, to: string) =>
    `Bezoeken per open uur van ${from} tot en met ${to}, en een jaar ervoor`,
  cols: {
    site: "Locatie",
    visits: "Bezoeken",
    hours: "Open uren",
    perHour: "Per uur",
    beforeVisits: "Bezoeken, jaar ervoor",
    beforeHours: "Uren, jaar ervoor",
    beforePerHour: "Per uur, jaar ervoor",
    change: "Verschil",
    days: "Dagen",
    note: "Toelichting",
  },
  leftDays: (n: number) => `${daysOf(n, f)} zonder paar of onvolledig weggelaten`,
  how: "Bezoeken gedeeld door openingsuren. Elke dag wordt genomen met zijn vergelijkbare dag van het jaar ervoor, beide volledig bekend; een locatie waarvan minder dan 90% van de uren is gemeten, wordt niet vergeleken.",
});
