/** Addresses of the screen "Peut-on s'y fier ?" with another distance or another past forecast. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Trust } from "../../src/contract/trust.ts";
import { pageHref } from "../components/links.ts";

const USUAL = 7;

/** @param origin day of the past forecast to show; null = the one that is shown without asking */
export function trustHref(
  frame: Frame,
  { site }: Trust,
  lead: number,
  origin: string | null,
  place: string,
): string {
  const asked = new URLSearchParams({
    ...(lead === USUAL ? {} : { lead: String(lead) }),
    ...(origin === null ? {} : { origin }),
  }).toString();
  return pageHref(frame.lang, `/fiabilite/${encodeURIComponent(site)}${asked && `?${asked}`}#${place}`);
}

/** Day of the past forecast that the address asks for; null where it asks for none. */
export function originAsked({ path }: Frame): string | null {
  const [, query = ""] = path.split("?");
  return new URLSearchParams(query).get("origin");
}
