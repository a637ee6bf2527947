/** Schemas that get a name of their own in the description of the API; the rest is printed where it is used. */
import { z } from "zod";
import type { Action } from "./action.ts";
import { ACTIONS } from "./actions.ts";
import { Advice, AdviceEffect, PressureLevel } from "./advice.ts";
import { AnnotationRow } from "./annotations.ts";
import { AttendanceDay, Growth } from "./attendance.ts";
import { BoardDay, BoardRow, BoardState } from "./board.ts";
import { BookedDay, BookingPoint, BookingVerdict, GroupStep } from "./bookings.ts";
import { LocalizedText, Opening, Quantiles, Range, ValueState } from "./common.ts";
import { EffectCause, Estimate } from "./effects.ts";
import { FlowDay, FlowRow, FlowTable } from "./flows.ts";
import { ForecastRow } from "./forecasts.ts";
import { Inside } from "./inside.ts";
import { LiveRow } from "./live.ts";
import { LogbookRow } from "./logbook.ts";
import { ComingDay, Driver, LeadScore, PastDay } from "./outlook.ts";
import { ProblemDocument, ProblemFault } from "./problem.ts";
import { PushAnswer, PushRecord } from "./push.ts";
import {
  Concordance,
  FeedDay,
  GapRow,
  QualityFeed,
  QualityProblem,
  RejectedRow,
  RevisionRow,
  RunRow,
} from "./quality.ts";
import { QuarantineRow } from "./quarantine.ts";
import { ROUTES } from "./routes.ts";
import { FollowedDay, Scenario } from "./scenarios.ts";
import { ScoreRow } from "./scorecard.ts";
import { FeedFreshness, FeedHealth, SiteRow } from "./sites.ts";
import { StaffDay, StaffStep, StaffTotals } from "./staffing.ts";
import { TallyDay, TallySlot } from "./tally.ts";
import { JudgedDay, LeadTrust, VintageDay } from "./trust.ts";
import { UnusualCause, UnusualDay } from "./unusual.ts";
import { PairReason, UnpairedReason, VisitRow, VisitStep } from "./visits.ts";
import { Change, WhatIfDay, WhatIfReply } from "./what-if.ts";

const NAMED = {
  LocalizedText,
  Opening,
  Quantiles,
  Range,
  ValueState,
  FeedFreshness,
  FeedHealth,
  SiteRow,
  PairReason,
  UnpairedReason,
  VisitStep,
  VisitRow,
  ForecastRow,
  ScoreRow,
  RunRow,
  RejectedRow,
  RevisionRow,
  GapRow,
  AttendanceDay,
  Growth,
  BoardState,
  BoardDay,
  BoardRow,
  Inside,
  LiveRow,
  TallySlot,
  TallyDay,
  PastDay,
  ComingDay,
  Driver,
  LeadScore,
  LeadTrust,
  JudgedDay,
  VintageDay,
  BookingVerdict,
  BookingPoint,
  GroupStep,
  BookedDay,
  StaffStep,
  StaffDay,
  StaffTotals,
  Change,
  WhatIfDay,
  WhatIf: WhatIfReply,
  Scenario,
  FollowedDay,
  Annotation: AnnotationRow,
  Estimate,
  EffectCause,
  UnusualCause,
  UnusualDay,
  PressureLevel,
  Advice,
  AdviceEffect,
  FlowDay,
  FlowRow,
  FlowTable,
  LogbookRow,
  FeedDay,
  QualityFeed,
  QualityProblem,
  Concordance,
  QuarantineRow,
  PushRecord,
  PushAnswer,
  ProblemFault,
  Problem: ProblemDocument,
} as const;

/** Name of a route's reply among the components, such as `VisitsReply`. */
export function replyName(route: string): string {
  return `${route.charAt(0).toUpperCase()}${route.slice(1)}Reply`;
}

/** Where a named schema stands in the description. */
export function componentUri(id: string): string {
  return `#/components/schemas/${id}`;
}

/** Every named schema and every reply as JSON Schema 2020-12, by name. */
export function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  for (const [name, route] of Object.entries(ROUTES)) registry.add(route.reply, { id: replyName(name) });
  for (const [name, action] of Object.entries<Action>(ACTIONS)) {
    registry.add(action.reply, { id: replyName(name) });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: componentUri, io: "input", override: plain });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _id, ...rest } = schema;
      return [id, rest];
    }),
  );
}

/** Drops what repeats the format (date patterns) or says nothing (the largest safe integer). */
export function plain({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format === "date" || jsonSchema.format === "date-time") delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
