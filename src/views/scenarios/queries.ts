/** Typed faces of the queries of scenarios. Instants are epoch ms. */
import { z } from "zod";
import { Int, query } from "../../store/query.ts";

const row = {
  id: z.string(),
  site: z.string(),
  name: z.string(),
  created_at: Int,
  changes: z.string(),
  status: z.enum(["draft", "plan", "dropped"]),
  frozen_at: Int.nullable(),
};

export const scenarioList = query("scenario_list", z.object({ sites: z.array(z.string()) }), z.object(row));

export const scenarioOne = query(
  "scenario_one",
  z.object({ id: z.string() }),
  z.object({ ...row, result: z.string() }),
);
