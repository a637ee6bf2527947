/** How far two places are apart as the crow flies. */

/** Degrees (WGS 84). */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

const EARTH_KM = 6371.0088;

/** Great-circle distance in kilometres on a sphere of the mean radius: within 0.6 % of the ellipsoid.
 *  SOURCE: R. W. Sinnott 1984, Virtues of the Haversine (Sky and Telescope 68, 159). */
export function kilometres(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(across)));
}
