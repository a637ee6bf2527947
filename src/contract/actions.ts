/** The writing routes of /api/v1, by name. The server mounts this table, /openapi.json and /docs print it. */
import type { Action } from "./action.ts";

export const ACTIONS = {} as const satisfies Readonly<Record<string, Action>>;
export type ActionName = keyof typeof ACTIONS;
