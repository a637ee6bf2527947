// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { expect, test } from "vitest";
import { env, faultsAfter, faultsOf, smallFile } from "./support.ts";

test("every fault is told at once, in the order of the file, each with line, path, value and remedy", () => {
  const text = `territory: { id: essai, name: Essai, timezone: Europe/Pari, school_zone: D }
owners: [ { id: cac, name: CAC } ]
sites:
  - id: Tank
    nom: { fr: Tank }
    owner: cca
    capacity: 0
    opening:
      - { on: ["02-30"], hours: ["14:00-17:30", "17:00-18:00"] }
      - { days: [wedn], hours: ["17:30-14:00"] }
    visits: { from: ticket }
feeds:
  - { id: till, site: tank, kind: ticketing, connector: pretix, every: 10 min, options: { token: "\${NO_SUCH}" } }
`;
  const faults = faultsOf(text).map(({ file, path, value }) => `${file} ${path} ${value}`);
  expect(faults).toEqual([
    "essai.yaml:1 territory.timezone Europe/Pari",
    "essai.yaml:1 territory.school_zone D",
    "essai.yaml:4 sites[0].id Tank",
    "essai.yaml:4 sites[0].name (missing)",
    'essai.yaml:5 sites[0].nom {"fr":"Tank"}',
    "essai.yaml:6 sites[0].owner cca",
    "essai.yaml:7 sites[0].capacity 0",
    "essai.yaml:9 sites[0].opening[0].on[0] 02-30",
    "essai.yaml:9 sites[0].opening[0].hours[1] 17:00-18:00",
    "essai.yaml:10 sites[0].opening[1].days[0] wedn",
    "essai.yaml:10 sites[0].opening[1].hours[0] 17:30-14:00",
    "essai.yaml:11 sites[0].visits.from ticket",
    "essai.yaml:13 feeds[0].every 10 min",
    "essai.yaml:13 feeds[0].site tank",
    "essai.yaml:13 feeds[0].options.token ${NO_SUCH}",
  ]);
});

test("mistyped words are answered with the right ones", () => {
  const remedies = faultsAfter((file) => {
    file.territory.timezone = "Europe/Pari";
    file.sites[0].owner = "cca";
    file.sites[0].opening[0].closd = true;
    file.sites[0].opening[2].days = ["wedn"];
    file.feeds[0].kind = "ticketting";
    file.events[0].sites = ["tanc"];
  });
  expect(remedies).toEqual([
    expect.stringContaining("did you mean Europe/Paris?"),
    expect.stringContaining("unknown owner (did you mean cac?); known: cac"),
    expect.stringContaining("unknown key (did you mean closed?); known here: on, between, when"),
    expect.stringContaining("expected one of mon, tue, wed, thu, fri, sat, sun (did you mean wed?)"),
    expect.stringContaining("did you mean ticketing?"),
    expect.stringContaining("unknown site (did you mean tank?)"),
  ]);
});

test("a missing variable is named, and no value of the environment is ever printed", () => {
  const file = smallFile();
  file.feeds[0].options = {
    token: "${TOKEN}",
    key: "${ABSENT}",
    both: "${TOKEN}-${EMPTY}",
    odd: "${not a name}",
  };
  const faults = faultsOf(file, { ...env, EMPTY: "" });
  expect(faults.map(({ path, value }) => `${path} ${value}`)).toEqual([
    "feeds[0].options.key ${ABSENT}",
    "feeds[0].options.both ${EMPTY}",
    "feeds[0].options.odd ${not a name}",
  ]);
  expect(JSON.stringify(faults)).not.toContain("s3cret");
  expect(faults[0]?.remedy).toContain("the environment has no ABSENT");
});

test("ids appear once", () => {
  const found = faultsAfter((file) => {
    file.sites.push({ ...file.sites[0] });
    file.feeds.push({ ...file.feeds[0] });
    file.events.push({ id: "nuit-des-musees", name: "Nuit", on: "05-20" });
  });
  expect(found).toEqual([
    expect.stringContaining("sites[1].id: tank: appears twice among the sites"),
    expect.stringContaining("feeds[1].id: till: appears twice among the feeds"),
    expect.stringContaining("the calendar marks this one by itself"),
  ]);
});

test("seasons are two days that exist, in order when they carry a year", () => {
  const season = (between: unknown) =>
    faultsAfter((file) => {
      file.events[0] = { id: "foire", name: "Foire", between };
    });
  expect(season(["12-24", "02-10"])).toEqual([]);
  expect(season(["02-29", "03-01"])).toEqual([]);
  expect(season([["2026-11-28", "2026-12-24"]])).toEqual([]);
  expect(season(["2026-12-24", "2026-11-28"])).toEqual([expect.stringContaining("swap them")]);
  expect(season(["04-31", "05-02"])).toEqual([expect.stringContaining("events[0].between[0]: 04-31")]);
  expect(season([["2026-11-28", "2025-02-29"]])).toEqual([
    expect.stringContaining("between[0][1]: 2025-02-29"),
  ]);
  expect(season(["12-24"])).toEqual([expect.stringContaining("expected first and last day")]);
  expect(season(["12-24", "2026-12-31"])).toEqual([expect.stringContaining("expected first and last day")]);
});

test("a rule is either open or closed", () => {
  const found = faultsAfter((file) => {
    file.sites[0].opening[0] = { days: ["mon"] };
    file.sites[0].opening[1] = { days: ["mon"], hours: ["10:00-12:00"], closed: true };
    file.sites[0].opening[2] = { hours: [] };
  });
  expect(found).toEqual([
    expect.stringContaining("sites[0].opening[0]: "),
    expect.stringContaining("sites[0].opening[1]: "),
    expect.stringContaining("sites[0].opening[2].hours: []: expected at least one span of hours"),
  ]);
});

test("touching hours are fine, overlapping and reversed ones are not", () => {
  const hours = (...values: string[]) =>
    faultsAfter((file) => {
      file.sites[0].opening[2].hours = values;
    });
  expect(hours("10:00-12:00", "12:00-24:00")).toEqual([]);
  expect(hours("00:00-24:00")).toEqual([]);
  expect(hours("14:00-18:00", "10:00-14:01")).toEqual([expect.stringContaining("overlaps 14:00-18:00")]);
  for (const bad of ["24:00-24:00", "9:00-12:00", "10:00-10:00", "22:00-02:00", "10h-12h", "10:00–12:00"]) {
    expect(hours(bad)).toEqual([expect.stringContaining("hours[0]")]);
  }
});

test("school holidays need a zone, an alert a capacity, a feed a site", () => {
  const found = faultsAfter((file) => {
    delete file.territory.school_zone;
    delete file.sites[0].capacity;
    delete file.feeds[0].site;
  });
  expect(found).toEqual([
    expect.stringContaining("sites[0].opening[1].when: school-holidays: needs territory.school_zone"),
    expect.stringContaining("feeds[0].site: (missing): missing: name the site"),
    expect.stringContaining("alerts[0].site: tank: this site has no capacity"),
  ]);
});

test("countries, regions and school calendars that nobody knows are faults", () => {
  expect(faultsAfter((file) => Object.assign(file.territory, { country: "ZZ" }))).toEqual([
    expect.stringContaining("territory.country: ZZ"),
  ]);
  expect(faultsAfter((file) => Object.assign(file.territory, { holidays: { region: "VIC" } }))).toEqual([
    expect.stringContaining("unknown region of FR"),
  ]);
  expect(faultsAfter((file) => Object.assign(file.territory, { holidays: { school: "./no.csv" } }))).toEqual([
    expect.stringContaining("territory.holidays.school: ./no.csv: cannot be read"),
  ]);
  const neighbours = { school_zones: ["A", "Z"], countries: ["BE", "GB-ENG", "GB-XXX", "QQ"] };
  expect(faultsAfter((file) => Object.assign(file.territory, { holidays: { neighbours } }))).toEqual([
    expect.stringContaining("territory.holidays.neighbours.school_zones[1]: Z: unknown school zone"),
    expect.stringContaining("territory.holidays.neighbours.countries[2]: GB-XXX: no public holidays"),
    expect.stringContaining("territory.holidays.neighbours.countries[3]: QQ: no public holidays"),
  ]);
});

test("YAML that cannot be read is a fault with its line, and so is a key given twice", () => {
  expect(faultsOf("territory: { id: essai\nowners: []\n")[0]).toMatchObject({ file: "essai.yaml:2" });
  expect(faultsOf("owners: []\nowners: []\n")[0]?.remedy).toContain("unique");
  const bomb = ["a: &a [x, x]", ..."bcdefghijk"].reduce((text, key, i) => {
    return `${text}\n${key}: &${key} [${Array(9)
      .fill(`*${"abcdefghijk"[i - 1]}`)
      .join(", ")}]`;
  });
  expect(faultsOf(bomb)[0]?.remedy).toMatch(/alias/i);
  expect(faultsOf("").map(({ path }) => path)).toEqual(["territory file"]);
  expect(faultsOf("- a\n- b\n")[0]?.remedy).toBe("expected a group of keys { … }");
});

test("colours on which nobody could read are refused where they stand, with the contrast they have", () => {
  const faults = faultsAfter((file) => {
    file.territory.theme = { light: { acc: "#f0a500" }, dark: { ink: "white" } };
  });
  expect(faults).toEqual([expect.stringContaining("expected a colour as #rrggbb")]);
  const faint = faultsAfter((file) => {
    file.territory.theme = { dark: { bg: "#777777" } };
  });
  expect(faint[0]).toMatch(
    /^territory.theme.dark.bg: #777777: too faint: ink on bg has a contrast of 3.9 to 1, 4.5 is needed/,
  );
  const own = faultsAfter((file) => {
    file.territory.theme = { light: { acc: "#00408a", b50: "#8ab4e8", b80: "#c5daf4" } };
  });
  expect(own).toEqual([]);
});
