/** Options of the `mqtt` connector. */
import { z } from "zod";
import { MEASURES } from "../../../src/domain/record.ts";
import { isTopicPattern } from "./topics.ts";

/** Place of a value in a message: names with dots between, `data.counts.0.in`. */
const path = z
  .string()
  .regex(/^[^.\s]+(?:\.[^.\s]+){0,9}$/, "names with dots between are expected, such as data.in");

const topic = z.string().refine(isTopicPattern, "a topic is expected, such as town/doors/{gate}/count");

export const MqttOptions = z
  .strictObject({
    /** `mqtt://host:1883` or, encrypted, `mqtts://host:8883`. */
    url: z.url({ protocol: /^mqtts?$/ }).refine((url) => {
      const { username, password } = new URL(url);
      return username === "" && password === "";
    }, "give user and password as options of their own"),
    user: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    /** Lasting name of the session at the broker. @default `beffroi-` and the feed's id */
    client: z
      .string()
      .regex(/^[\w.-]{1,64}$/)
      .optional(),
    /** MQTT 5, or 4 for MQTT 3.1.1. */
    version: z.union([z.literal(4), z.literal(5)]).default(5),
    /** Topics to subscribe to; `{gate}` and `{site}` name levels. */
    topics: z.array(topic).min(1).max(50),
    /** What is read in a message; nothing else is. */
    read: z.strictObject({
      /** List of rows within the message; without it the message is one row. */
      rows: path.optional(),
      /** Time, ISO 8601 with offset or Unix seconds or milliseconds. */
      at: path,
      /** Whether the time is the start or the end of the span counted. */
      stamp: z.enum(["start", "end"]).default("start"),
      /** Length of the span, minutes; 0 for events at one instant. */
      minutes: z.int().min(0).max(1440).default(0),
      /** Number by measure. */
      values: z
        .partialRecord(z.enum(MEASURES), path)
        .refine((values) => Object.keys(values).length > 0, "at least one measure is expected"),
      /** Counting point, where the topic does not name it. */
      gate: path.optional(),
      /** The source's own id of the row. @default gate and time */
      key: path.optional(),
      /** Time of the row's last change. @default time of the pull */
      changed: path.optional(),
    }),
    /** Site by gate, where gates of one feed stand at several sites; others are rejected. */
    sites: z.record(z.string(), z.string()).optional(),
    /** A pull ends after so many seconds without a message. */
    idle: z.number().min(0.1).max(60).default(2),
    /** A pull takes so many seconds at most. */
    longest: z.number().min(1).max(600).default(30),
  })
  .refine((options) => options.password === undefined || options.user !== undefined, {
    path: ["user"],
    error: "a password needs a user",
  });
export type MqttOptions = z.output<typeof MqttOptions>;
