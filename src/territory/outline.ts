/** Reads the outline of a territory: the lines and areas of a GeoJSON file, whatever they are wrapped in.
 *  SOURCE: RFC 7946. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { Outline } from "../domain/site.ts";
import { type Finding, valueAt } from "./document.ts";

/** More points than this make a page heavy without being seen on a schematic map. */
const MOST_POINTS = 2000;

const Point = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
  .transform(([longitude, latitude]): [number, number] => [longitude, latitude]);
const Line = z.array(Point).min(2);

const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("LineString"), coordinates: Line }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(Line) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Line) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Line)) }),
]);
const Feature = z.object({ type: z.literal("Feature"), geometry: Geometry });
const GeoJson = z.union([
  Geometry,
  Feature,
  z.object({ type: z.literal("FeatureCollection"), features: z.array(Feature) }),
]);

const PATH = ["territory", "outline"];

/** Null without findings = the territory file names none. */
export function readOutline(
  data: unknown,
  baseDir: string,
): { readonly outline: Outline | null; readonly findings: readonly Finding[] } {
  const named = valueAt(data, PATH);
  if (typeof named !== "string") return { outline: null, findings: [] };
  const refuse = (remedy: string) => ({ outline: null, findings: [{ path: PATH, value: named, remedy }] });
  try {
    const parsed = GeoJson.safeParse(JSON.parse(readFileSync(resolve(baseDir, named), "utf8")));
    if (!parsed.success) return refuse("expected GeoJSON of lines or areas in degrees (WGS 84)");
    const outline = linesOf(parsed.data);
    const points = outline.reduce((sum, line) => sum + line.length, 0);
    if (points > MOST_POINTS) return refuse(`has ${points} points: simplify it to ${MOST_POINTS} at most`);
    return { outline, findings: [] };
  } catch (cause) {
    return refuse(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function linesOf(data: z.output<typeof GeoJson>): Outline {
  switch (data.type) {
    case "FeatureCollection":
      return data.features.flatMap(({ geometry }) => linesOf(geometry));
    case "Feature":
      return linesOf(data.geometry);
    case "LineString":
      return [data.coordinates];
    case "MultiLineString":
    case "Polygon":
      return data.coordinates;
    case "MultiPolygon":
      return data.coordinates.flat();
  }
}
