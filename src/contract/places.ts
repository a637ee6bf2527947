/** The screens: under which heading of the menu each stands, and its address. Server and menu read this table. */

/** Headings of the menu, in its order; each bears the name of what it is about. */
export const GROUPS = ["today", "attendance", "outlook", "logbook"] as const;
export type Group = (typeof GROUPS)[number];

interface PlaceFacts {
  readonly group: Group;
  /** Below the language's prefix; French first on screen, so in the address too. */
  readonly path: string;
  /** True where each site has a page of its own, below `path`; `path` itself leads to the first site's. */
  readonly perSite: boolean;
  /** True where `?sites=` narrows the screen to one site. */
  readonly narrows?: true;
}

/** In the menu's order. */
export const PLACES = {
  today: { group: "today", path: "/", perSite: false },
  site: { group: "today", path: "/sites", perSite: true },
  attendance: { group: "attendance", path: "/frequentation", perSite: false, narrows: true },
  calendar: { group: "attendance", path: "/calendrier", perSite: false, narrows: true },
  comparison: { group: "attendance", path: "/comparer", perSite: false },
  flows: { group: "attendance", path: "/flux", perSite: false },
  outlook: { group: "outlook", path: "/previsions", perSite: true },
  bookings: { group: "outlook", path: "/reservations", perSite: true },
  staffing: { group: "outlook", path: "/effectifs", perSite: true },
  suppose: { group: "outlook", path: "/et-si", perSite: true },
  trust: { group: "outlook", path: "/fiabilite", perSite: true },
  logbook: { group: "logbook", path: "/journal", perSite: false, narrows: true },
  quality: { group: "logbook", path: "/qualite", perSite: false },
  tally: { group: "logbook", path: "/saisie", perSite: true },
} as const satisfies Record<string, PlaceFacts>;
export type Place = keyof typeof PLACES;

const PLACE_NAMES = Object.keys(PLACES).filter((name): name is Place => name in PLACES);

/** Screens under a heading, in the menu's order. */
export function placesOf(group: Group): readonly Place[] {
  return PLACE_NAMES.filter((place) => PLACES[place].group === group);
}

/** Screens that can be about one site alone. */
export const SITE_PLACES: readonly Place[] = PLACE_NAMES.filter((place) => {
  const facts: PlaceFacts = PLACES[place];
  return facts.perSite || facts.narrows === true;
});

/** Addresses below which each site has a page. */
export const SITE_PATHS: readonly string[] = PLACE_NAMES.filter((place) => PLACES[place].perSite).map(
  (place) => PLACES[place].path,
);

/** Site that an address is about; null where it names none. */
export function siteOfPath(path: string): string | null {
  const [bare = ""] = path.split("?");
  const below = SITE_PATHS.find((start) => bare.startsWith(`${start}/`));
  if (below !== undefined) return decodeURIComponent(bare.slice(below.length + 1));
  const sites = new URLSearchParams(path.slice(bare.length)).get("sites");
  return sites && !sites.includes(",") ? sites : null;
}

/** Address of a screen; of the given site's page where there is one for each. */
export function placePath(place: Place, site: string | null): string {
  const { path, perSite } = PLACES[place];
  return perSite && site !== null ? `${path}/${encodeURIComponent(site)}` : path;
}
