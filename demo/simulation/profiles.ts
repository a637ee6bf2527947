/** The six sites that the simulation knows. */
import type { Profile } from "./profile.ts";
import { ABBEY, CASTLE, CHAPEL } from "./profile-heritage.ts";
import { ARCHEOSITE, LABO, TANK } from "./profile-ticketed.ts";

const PROFILES: readonly Profile[] = [TANK, LABO, ARCHEOSITE, CHAPEL, ABBEY, CASTLE];

/** The profile of a site by its id, undefined for a site that the simulation does not know. */
export function profileOf(site: string): Profile | undefined {
  return PROFILES.find(({ match }) => site.includes(match));
}
