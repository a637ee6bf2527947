/** Why one model serves and not another: kept with every vintage, shown by the API. */
import { z } from "zod";

/** Losses are mean pinball over 0.1, 0.5 and 0.9 on the same past steps, so that both the middle and the range count. */
export const Choice = z.object({
  model: z.string(),
  /** The simple rule it was compared with: the better one of them; empty where none could be scored. */
  against: z.string(),
  /** 1 − loss / loss of the simple rule; null where the rule had no loss. */
  skill: z.number().nullable(),
  /** The same for the mean absolute error of the median. */
  error_skill: z.number().nullable(),
  /** Weeks of the past that were scored, and steps measured in them. */
  weeks: z.int(),
  steps: z.int(),
  /** Mean pinball loss by model, people a step. */
  losses: z.record(z.string(), z.number()),
  /** `best`: the least loss; `kept`: another is better by too little to change; `only`: none to compare it with. */
  because: z.enum(["best", "kept", "only"]),
  /** Local day on which it was chosen. */
  on: z.iso.date(),
});
export type Choice = z.infer<typeof Choice>;

/** Choices by site and step. */
export type Choices = ReadonlyMap<string, Choice>;

export function choiceKey(site: string, step: string): string {
  return `${site} ${step}`;
}

/** The choice as it was kept; undefined for none, or for one that another release wrote otherwise. */
export function readChoice(json: string): Choice | undefined {
  if (json === "") return undefined;
  try {
    return Choice.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** One sentence for a person, in English. */
export function tellChoice({ model, against, skill, weeks, because }: Choice): string {
  const span = `over the last ${weeks} weeks`;
  if (because === "only") return "no other could be compared";
  if (skill === null) return `as good as the simple rule, which made no error ${span}`;
  const kept = because === "kept" ? "; another did better by too little to change" : "";
  if (model === against) return `the simple rule itself: no other did better ${span}${kept}`;
  return `beats the simple rule by ${Math.round(skill * 100)} % ${span}${kept}`;
}
