/** A territory with the demonstration's six sites and plain rules, so the simulation is tested without the
 *  territory file. */
import type { Calendar, DayFacts } from "../../../src/domain/calendar.ts";
import type { Opening } from "../../../src/domain/opening.ts";
import type { Feed, Site, Territory } from "../../../src/domain/site.ts";
import { atLocalTime, dayNumber, type LocalDate, weekday } from "../../../src/domain/time.ts";

const ZONE = "Europe/Paris";
const HOLIDAYS = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);
const same = (text: string) => ({ fr: text, en: text, nl: text });

function school(date: LocalDate): boolean {
  const day = date.slice(5);
  const within = (from: string, to: string) => day >= from && day <= to;
  return (
    within("07-05", "08-31") ||
    within("10-18", "11-02") ||
    within("12-20", "12-31") ||
    within("02-08", "02-23")
  );
}

const calendar: Calendar = {
  dayFacts: (date): DayFacts => ({
    date,
    weekday: weekday(date),
    holiday: HOLIDAYS.has(date.slice(5)) ? { key: date.slice(5), name: same("férié") } : null,
    eve: false,
    after: false,
    bridge: false,
    school: school(date) ? { zones: ["B"], home: true, key: "x", name: same("vacances"), index: 0 } : null,
    events: [],
    neighboursOff: null,
    easterOffset: dayNumber(date) - dayNumber(`${date.slice(0, 4)}-04-05`),
  }),
  eventsOn: () => [],
  events: [],
  schoolSpan: null,
};

type Hours = (date: LocalDate) => readonly [string, string] | string | null;

/** A text = closed for that reason, null = closed without one. */
function opening(hours: Hours): Opening {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return {
    zone: ZONE,
    on: (date) => {
      const found = hours(date);
      if (found === null) return { kind: "closed" };
      if (typeof found === "string") return { kind: "closed", reason: same(found) };
      const [from, to] = found;
      return {
        kind: "open",
        hours: [{ fromMinute: minutes(from), toMinute: minutes(to) }],
        spans: [{ from: atLocalTime(date, from, ZONE), to: atLocalTime(date, to, ZONE) }],
      };
    },
  };
}

const site = (id: string, hours: Hours): Site => ({
  id,
  name: same(id),
  owner: "cac",
  municipality: null,
  address: null,
  position: null,
  zone: ZONE,
  capacity: 120,
  opening: opening(hours),
  visits: { source: "tickets", calibration: 1, otherwise: [] },
  desk: null,
  languages: null,
});

const SITES: readonly Site[] = [
  site("tank-1917", (date) => {
    const day = date.slice(5);
    if (["05-08", "11-11", "11-20"].includes(day)) return ["14:00", "17:30"];
    if (day >= "12-24" || day <= "02-10") return "fermeture annuelle";
    if (day >= "06-15" && day <= "09-15") return ["13:30", "17:30"];
    return school(date) || [3, 6, 7].includes(weekday(date)) ? ["14:00", "17:30"] : null;
  }),
  site("labo", (date) => (weekday(date) === 1 ? null : ["10:00", "18:30"])),
  site("archeosite", (date) =>
    date.slice(5) < "04-01" || date.slice(5) > "11-04"
      ? "fermeture annuelle"
      : [1, 6].includes(weekday(date))
        ? null
        : ["10:00", "17:00"],
  ),
  site("chapelle-jesuites", (date) => (weekday(date) < 3 ? null : ["14:00", "18:00"])),
  site("vaucelles", (date) =>
    date.slice(5) < "03-01" || date.slice(5) > "10-31"
      ? "fermeture annuelle"
      : weekday(date) === 1
        ? null
        : ["10:30", "18:00"],
  ),
  site("esnes", (date) => (weekday(date) === 7 && date.slice(5) > "04-01" ? ["14:30", "18:00"] : null)),
];

export function fakeTerritory(feeds: readonly Feed[] = []): Territory {
  return {
    id: "cambresis",
    name: same("Cambrésis"),
    office: same("Office de tourisme"),
    place: same("Cambrai"),
    retention: { quarantineMs: 0, forecastsMs: null, revisionsMs: null },
    zone: ZONE,
    country: "FR",
    region: null,
    department: "59",
    schoolZone: "B",
    simulated: true,
    theme: { light: {}, dark: {} },
    owners: [],
    sites: SITES,
    feeds,
    alerts: [],
    digest: null,
    publisher: {
      name: null,
      address: null,
      phone: null,
      email: null,
      director: null,
      host: null,
      dataProtection: null,
    },
    widgetOrigins: [],
    outline: null,
    calendar,
    file: "demo.yaml",
    baseDir: ".",
  };
}
