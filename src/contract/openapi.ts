/** The API as an OpenAPI 3.1 document, made from the routes; tests/golden/openapi.json shows every change of it. */
import type { Action } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { componentSchemas, componentUri, replyName } from "./components.ts";
import { bodyFieldsOf, formatsOf, parametersOf, pathParametersOf } from "./parameters.ts";
import { PROBLEMS } from "./problem.ts";
import { PUSH_PATH, pushOperation } from "./push.ts";
import type { Route } from "./route.ts";
import { API_PREFIX, ROUTES } from "./routes.ts";

/** Media type of each encoding. */
export const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  arrow: "application/vnd.apache.arrow.stream",
} as const;

/** Plain data, ready for JSON; the same for the same version of the service. */
export function openapi(version: string): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Beffroi",
      version,
      description:
        "Visits, forecasts and data quality of the sites of a territory. Times are ISO 8601 in UTC; `from` is " +
        "inclusive, `to` exclusive; days are local to the territory. A null value is missing or closed, as " +
        "`state` says; 0 is a measured value.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: API_PREFIX }],
    security: [{}, { bearer: [] }, { basic: [] }],
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      responses: { Problem: problemResponse() },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "BEFFROI_ACCESS_TOKEN of the server." },
        feed: { type: "http", scheme: "bearer", description: "The feed's own token; it reads nothing." },
        basic: { type: "http", scheme: "basic", description: "Any user; the token as password." },
      },
    },
  };
}

function paths(): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(ROUTES)) found[route.path] = { get: operation(name, route) };
  for (const [name, action] of Object.entries<Action>(ACTIONS)) {
    found[action.path] = { ...found[action.path], post: postOperation(name, action) };
  }
  const refer = (name: string) => ({ $ref: componentUri(name) });
  found[PUSH_PATH] = { post: pushOperation(refer("PushRecord"), refer("PushAnswer")) };
  return found;
}

function postOperation(name: string, action: Action): Record<string, unknown> {
  const fields = bodyFieldsOf(action);
  const schema = {
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter(({ required }) => required).map((field) => field.name),
    additionalProperties: false,
  };
  const parameters = pathParametersOf(action);
  return {
    operationId: name,
    summary: action.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    requestBody: { required: true, content: { [MEDIA_TYPES.json]: { schema } } },
    responses: {
      [action.status]: {
        description: "What came of it.",
        content: { [MEDIA_TYPES.json]: { schema: { $ref: componentUri(replyName(name)) } } },
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function operation(name: string, route: Route): Record<string, unknown> {
  const asText = { schema: { type: "string" } };
  const shown = { json: { schema: { $ref: componentUri(replyName(name)) } }, csv: asText, arrow: {} };
  const content = formatsOf(route).map((format) => [MEDIA_TYPES[format], shown[format]]);
  return {
    operationId: name,
    summary: route.summary,
    parameters: parametersOf(route),
    responses: {
      200: {
        description: "The answer, with a strong ETag.",
        headers: { ETag: asText, ...(route.row ? { Link: { ...asText, description: "rel=next" } } : {}) },
        content: Object.fromEntries(content),
      },
      304: { description: "Unchanged since the ETag in If-None-Match." },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function problemResponse(): Record<string, unknown> {
  const kinds = Object.entries(PROBLEMS).map(([kind, { status }]) => `${status} ${kind}`);
  return {
    description: `RFC 9457 problem document. Kinds: ${kinds.join(", ")}.`,
    content: { "application/problem+json": { schema: { $ref: componentUri("Problem") } } },
  };
}
