/** The territory file: one zod schema for reading it, for its types and for the JSON Schema of editors.
 *  What spans several places (ids that must exist, secrets) is checked in check.ts. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { z } from "zod";
import { DAY_KINDS } from "../domain/day-match.ts";
import { LANGUAGES } from "../domain/language.ts";
import type { COLOURS } from "../domain/theme.ts";
import { alert, recipients } from "./alert-fields.ts";
import { CLOCK, origin } from "./contact-fields.ts";
import { days, duration, hours, id, seasons, text } from "./fields.ts";
import { corrections, retention } from "./quarantine-fields.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const SOURCES = ["tickets", "admissions", "counter", "manual"] as const;
const FEED_KINDS = ["ticketing", "kiosk", "counter", "manual", "weather", "calendar"] as const;

const conditions = {
  on: days.optional(),
  between: seasons.optional(),
  when: z.enum(DAY_KINDS).optional().describe("School holidays are those of the territory's own zone."),
  days: z.array(z.enum(WEEKDAYS)).min(1, "expected at least one weekday").optional(),
  nth: z
    .array(z.literal([1, 2, 3, 4, 5, -1]))
    .min(1, "expected at least one number")
    .optional()
    .describe("Only the nth such weekday of its month; -1 = the last one."),
};

const openingRule = z
  .strictObject({
    ...conditions,
    events: z.array(id).min(1).optional().describe("On days of one of these events."),
    hours: hours.optional(),
    closed: z
      .union([z.literal(true), text])
      .optional()
      .describe("The reason, or true."),
  })
  .refine(({ hours, closed }) => (hours === undefined) !== (closed === undefined), {
    error: "expected either hours or closed: give one of the two",
    when: () => true,
  });

const factor = z
  .number()
  .positive("expected a number above 0: visits per unit counted, such as 0.94")
  .max(100, "expected visits per unit counted, such as 0.94");

const site = z.strictObject({
  id,
  name: text,
  owner: id.describe("Id of one of the owners."),
  municipality: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  position: z
    .tuple([
      z
        .number()
        .min(-180, "expected a longitude from -180 to 180")
        .max(180, "expected a longitude from -180 to 180"),
      z.number().min(-90, "expected a latitude from -90 to 90").max(90, "expected a latitude from -90 to 90"),
    ])
    .optional()
    .describe("Longitude, latitude in degrees (WGS 84)."),
  timezone: z.string().optional().describe("IANA name, where it differs from the territory's."),
  capacity: z.int().min(1, "expected the number of people inside at once, 1 or more").optional(),
  opening: z
    .array(openingRule)
    .min(1, "expected at least one rule; a place without doors is hours: [00:00-24:00]")
    .describe("The first rule that matches a day wins; a day without a rule is closed."),
  visits: z
    .strictObject({
      from: z.enum(SOURCES),
      calibration: factor.optional().describe("Visits per unit of the source; 1 when absent."),
      otherwise: z
        .strictObject({
          tickets: factor.optional(),
          admissions: factor.optional(),
          counter: factor.optional(),
          manual: factor.optional(),
        })
        .optional()
        .describe("Stand-ins in this order, each with its calibration (visits per unit)."),
    })
    .describe("Source of truth for visits."),
  desk: z
    .strictObject({ visits_per_person: z.number().positive("expected visits an hour, above 0") })
    .optional()
    .describe("Visits an hour that one person at the desk can receive."),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1, "expected at least one language: fr, en or nl")
    .optional()
    .describe("Languages spoken to visitors."),
});

const gate = z.union(
  [z.string().min(1), z.strictObject({ key: z.string().min(1), site: id.optional(), name: text.optional() })],
  { error: "expected the gate's name at the source, or { key: …, site: …, name: … }" },
);

const feed = z.strictObject({
  id,
  site: id.optional().describe("Absent for weather and calendars, and where every gate names its site."),
  kind: z.enum(FEED_KINDS),
  connector: z.string().min(1, "expected the name of a connector, such as pretix or file"),
  every: duration,
  allowance: duration
    .optional()
    .describe(
      "Silence that is still normal; learned from its own arrivals when absent, first three times every.",
    ),
  settles: duration
    .optional()
    .describe(
      "How long after a day its figures may still change; P1D for tills and kiosks, P3D for counters, P7D for sheets when absent.",
    ),
  gates: z.array(gate).min(1).optional().describe("Counting points as the source names them."),
  options: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("What the connector asks for. Secrets only as ${NAME}, read from the environment."),
  corrections: corrections.optional(),
});

const event = z
  .strictObject({
    id,
    name: text,
    ...conditions,
    sites: z.array(id).min(1).optional(),
    free: z.boolean().optional().describe("Entry is free on these days."),
  })
  .refine(({ on, between, when, days }) => (on ?? between ?? when ?? days) !== undefined, {
    error: "expected at least one of on, between, when, days",
    when: () => true,
  });

const digest = z.strictObject({
  at: z.string().regex(CLOCK, "expected a time such as 07:30"),
  days: z
    .array(z.enum(WEEKDAYS))
    .min(1, "expected at least one weekday")
    .optional()
    .describe("Default every day."),
  to: recipients,
});

const line = z.string().trim().min(1, "expected some text");
const publisher = z
  .strictObject({
    name: line.optional(),
    address: line.optional(),
    phone: line.optional(),
    email: z.email("expected an e-mail address").optional(),
    director: line.optional().describe("Director of publication."),
    host: line.optional().describe("Who hosts the service: name, address, phone."),
    data_protection: line.optional().describe("Where questions about personal data go."),
  })
  .describe("Printed on the legal notice; what is absent is said to be still missing.");

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "expected a colour as #rrggbb")
  .optional();
const scheme = z
  .strictObject({
    bg: colour.describe("Ground."),
    we: colour.describe("Weekend tint."),
    ink: colour.describe("Text, axes, bookings."),
    ink2: colour.describe("Secondary text."),
    ink3: colour.describe("Closed."),
    n1: colour.describe("Last year."),
    acc: colour.describe("What was measured."),
    b50: colour.describe("Five days in ten."),
    b80: colour.describe("Eight days in ten."),
    amb: colour.describe("Look here, now."),
    "on-amb": colour,
    hol: colour.describe("Holiday hatch."),
    bar: colour.describe("Header."),
    "on-bar": colour,
    "on-bar2": colour,
  } satisfies Record<keyof typeof COLOURS, typeof colour>)
  .optional();

export const TerritoryFile = z.strictObject({
  territory: z.strictObject({
    id,
    name: text,
    office: text.optional().describe("The tourist office, as the page header says it."),
    place: text.optional().describe("Main town."),
    timezone: z.string().describe("IANA name, such as Europe/Paris."),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "expected two capital letters, such as FR")
      .optional()
      .describe("ISO 3166-1; FR when absent."),
    department: z.string().optional(),
    school_zone: z.string().min(1).optional().describe("Own zone in the calendar of school holidays."),
    holidays: z
      .strictObject({
        region: z.string().min(1).optional().describe("For public holidays, such as VIC or GB-ENG."),
        school: z.string().min(1).optional().describe("CSV of school holidays; France's own is built in."),
        neighbours: z
          .strictObject({
            school_zones: z.array(z.string().min(1)).optional().describe("Zones of the same calendar."),
            countries: z
              .array(
                z
                  .string()
                  .regex(/^[A-Z]{2}(-[A-Z0-9-]+)?$/, "expected a country or region, such as BE or GB-ENG"),
              )
              .optional()
              .describe("Countries or regions whose public holidays bring visitors."),
          })
          .optional()
          .describe("Where visitors come from beside home: their days off enter the forecast."),
      })
      .optional(),
    theme: z
      .strictObject({ light: scheme, dark: scheme })
      .optional()
      .describe(
        "The territory's own colours; those that are left out stay. Text has to stay readable on them.",
      ),
    outline: z
      .string()
      .min(1)
      .optional()
      .describe("GeoJSON file (lines or areas, longitude and latitude) drawn under schematic maps."),
    simulated: z.boolean().optional().describe("True: every page says that the data are simulated."),
    publisher: publisher.optional(),
    widget: z
      .strictObject({ origins: z.array(origin).min(1, "expected at least one origin") })
      .optional()
      .describe("Whose pages may frame the public widget; none but this service's own when absent."),
  }),
  owners: z
    .array(z.strictObject({ id, name: text, publishes: z.boolean().optional() }))
    .min(1, "expected at least one owner"),
  sites: z.array(site).min(1, "expected at least one site"),
  feeds: z.array(feed).optional(),
  events: z.array(event).optional(),
  alerts: z.array(alert).optional(),
  digest: digest.optional().describe("The mail of the morning."),
  retention: retention.optional(),
});
/** Recipients once their references are replaced: what came from the environment need not look as written. */
export const RecipientList = z.array(
  z.union([
    z.string(),
    z.object({ address: z.string(), lang: z.enum(LANGUAGES).optional(), secret: z.string().optional() }),
  ]),
);
export type TerritoryFile = z.infer<typeof TerritoryFile>;
export type SiteEntry = TerritoryFile["sites"][number];
export type FeedEntry = NonNullable<TerritoryFile["feeds"]>[number];

/** JSON Schema (2020-12) of the territory file, for editors. */
export function territoryJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(TerritoryFile, { io: "input" });
  return { $schema, title: "Beffroi territory file", ...schema };
}
