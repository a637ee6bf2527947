/** ISO-8601 durations of the options → milliseconds. Days are 24 hours here: they say how far back to read. */
import { z } from "zod";

const FORM = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** `PT10M`, `P35D`; NaN when the text is none. */
export function durationMs(text: string): number {
  const parts = FORM.exec(text);
  if (!parts) return Number.NaN;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** Schema of a duration; output in milliseconds. */
export const duration = z
  .string()
  .refine((text) => !Number.isNaN(durationMs(text)), "expected a duration such as PT10M or P35D")
  .transform(durationMs);
