/** How a feed shows who it is: the `auth` option. */
import { z } from "zod";
import { expression, pathTemplate, template, templates } from "./fields.ts";

const text = z.string().min(1);

/** Where a token that was bought goes. */
const Carrier = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bearer") }),
  z.strictObject({ kind: z.literal("header"), name: text }),
  z.strictObject({ kind: z.literal("query"), name: text }),
]);

export const authOptions = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("bearer"), token: text }),
  /** Without a value, no header: public data. */
  z.strictObject({
    kind: z.literal("header"),
    name: text,
    value: text.optional(),
    prefix: z.string().default(""),
  }),
  /** In the query of every request. */
  z.strictObject({ kind: z.literal("query"), params: z.record(z.string(), text) }),
  /** In the form of every request, which must be a POST. */
  z.strictObject({ kind: z.literal("form"), params: z.record(z.string(), text) }),
  z.strictObject({ kind: z.literal("basic"), user: text, password: z.string() }),
  /** RFC 7616. */
  z.strictObject({ kind: z.literal("digest"), user: text, password: z.string() }),
  /** Buys a token, keeps it in memory until it expires or is refused, then buys one more. */
  z.strictObject({
    kind: z.literal("login"),
    path: pathTemplate,
    form: templates.optional(),
    json: z.record(z.string(), z.union([template, z.number(), z.boolean()])).optional(),
    /** Token in the reply. */
    token: expression,
    /** Seconds that it is good for. @default until it is refused */
    expires: expression.optional(),
    send: Carrier,
    /** Further query parameters of every request. */
    params: z.record(z.string(), text).default({}),
  }),
]);
export type AuthOptions = z.output<typeof authOptions>;
