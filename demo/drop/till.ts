/** The abbey's till: one CSV a day after closing, in Windows-1252 with title lines, a `Total` line, cancellations
 *  as negative lines. Some days it is sent again next morning, corrected; now and then the same file comes twice. */
import iconv from "iconv-lite";
import { addDays, HOUR, type Instant, type LocalDate, localDate, MINUTE } from "../../src/domain/time.ts";
import { dayStart } from "../simulation/local-days.ts";
import { draw, integer, type Random, random } from "../simulation/random.ts";
import { drawOrigin, drawTariff, type Origin, PRICES } from "../simulation/tariffs.ts";
import type { Place, World } from "../simulation/world.ts";
import { clockTime, euros, frenchDate } from "./french.ts";
import { type Period, periodsOf, type Sheet } from "./sheet.ts";

const NAMES = {
  full: "Plein tarif",
  reduced: "Tarif réduit",
  free: "Gratuit",
  resident: "Habitant du Nord",
  child: "Enfant – de 12 ans",
  group: "Groupe adultes",
  school: "Groupe scolaire",
  other: "Autre",
};

interface TillLine extends Visitor {
  readonly at: Instant;
  readonly tariff: keyof typeof NAMES;
  readonly quantity: number;
}

/** What the desk asks for: département or country, and the site from which a pass for several sites came. */
interface Visitor {
  readonly origin: string;
  readonly cameFrom: string;
}

const UNASKED: Visitor = { origin: "", cameFrom: "" };
/** Share of parties that come with a pass they used at another site before, and of those who say where they are from. */
const WITH_PASS = 0.08;
const TOLD = 0.85;

/** What the till holds of one day. `forgotten` are cancellations entered only the next morning. */
interface TillDay {
  readonly lines: readonly TillLine[];
  readonly forgotten: readonly TillLine[];
  readonly closedAt: Instant;
  readonly correctedAt: Instant | null;
}

/** Files `ventes_….csv` of one site from the start of history to `last`. */
export function tillSheets(world: World, place: Place, folder: string, last: LocalDate): Sheet[] {
  const zone = place.site.zone;
  const sheet = (period: Period, suffix: string, resentAt: Instant | null): Sheet => ({
    path: `${folder}/ventes_${period.name}${suffix}.csv`,
    finalFrom: dayStart(addDays(period.to, 2), zone),
    at: (now) => {
      const lines: TillLine[] = [];
      let at = 0;
      for (let date = period.from; date < period.to; date = addDays(date, 1)) {
        const day = tillDay(world, place, date);
        if (!day || day.closedAt > now) continue;
        const corrected = day.correctedAt !== null && day.correctedAt <= now;
        lines.push(...day.lines, ...(corrected ? day.forgotten : []));
        at = Math.max(at, corrected && day.correctedAt ? day.correctedAt : day.closedAt);
      }
      if (lines.length === 0 || (resentAt !== null && resentAt > now)) return null;
      lines.sort((a, b) => a.at - b.at);
      return { bytes: render(lines, period, zone), at: Math.max(at, resentAt ?? 0) };
    },
  });
  return periodsOf(world.start, addDays(world.live, -10), last).flatMap((period) => {
    const usual = sheet(period, "", null);
    const single = addDays(period.from, 1) === period.to && period.name.length === 8;
    const again = single && draw(`${world.seed}/${place.site.id}/${period.from}/resent`) < 0.04;
    const day = again ? tillDay(world, place, period.from) : null;
    if (!day || day.correctedAt !== null) return [usual];
    return [usual, sheet(period, "_renvoi", day.closedAt + 13 * HOUR)];
  });
}

function tillDay(world: World, place: Place, date: LocalDate): TillDay | null {
  const truth = place.day(date);
  const closing = truth.spans.at(-1)?.to;
  if (closing === undefined) return null;
  const r = random(`${world.seed}/${place.site.id}/${date}/till`);
  const lines: TillLine[] = [];
  const forgotten: TillLine[] = [];
  const corrects = r() < 0.12;
  const asked = random(`${world.seed}/${place.site.id}/${date}/pass`);
  for (const { people, arrive } of truth.parties) {
    const origin = drawOrigin(r);
    const visitor = visitorOf(world, place, asked, origin);
    const byTariff = new Map<TillLine["tariff"], number>();
    for (let i = 0; i < people; i++) {
      const tariff = drawTariff(r, i, origin);
      byTariff.set(tariff, (byTariff.get(tariff) ?? 0) + 1);
    }
    for (const [tariff, quantity] of byTariff) lines.push({ at: arrive, tariff, quantity, ...visitor });
    if (r() < 0.02) {
      const wrong = { at: arrive, tariff: "full" as const, quantity: integer(r, 1, 3), ...visitor };
      lines.push(wrong);
      const undone = { ...wrong, at: arrive + 2 * MINUTE, quantity: -wrong.quantity };
      (corrects ? forgotten : lines).push(undone);
    }
  }
  for (const { kind, came, arrive } of truth.groups) {
    const tariff = kind === "school" ? "school" : "group";
    if (came > 0) lines.push({ at: arrive, tariff, quantity: came, ...UNASKED });
  }
  const closedAt = closing + integer(r, 12, 40) * MINUTE;
  const correctedAt = forgotten.length > 0 ? dayStart(addDays(date, 1), place.site.zone) + 9.6 * HOUR : null;
  return { lines, forgotten, closedAt, correctedAt };
}

/** Passes are sold at the other sites with a till; this one writes down where, and nothing else of the pass. */
function visitorOf(world: World, place: Place, r: Random, { country, postcode }: Origin): Visitor {
  const told = r() < TOLD;
  const others = world.places.filter(({ profile, site }) => profile.ticketing && site.id !== place.site.id);
  const before = r() < WITH_PASS ? others[integer(r, 0, others.length - 1)] : undefined;
  const origin = postcode?.slice(0, 2) ?? country;
  return { origin: told ? origin : "", cameFrom: before?.site.name.fr ?? "" };
}

function render(lines: readonly TillLine[], { from, to }: Period, zone: string): Uint8Array {
  const until = addDays(to, -1);
  const span = from === until ? frenchDate(from) : `du ${frenchDate(from)} au ${frenchDate(until)}`;
  const rows = lines.map(({ at, tariff, quantity, origin, cameFrom }) => {
    const amount = euros(quantity * PRICES[tariff]);
    const type = quantity < 0 ? "Annulation" : "Vente";
    const day = frenchDate(localDate(at, zone));
    return [day, clockTime(at, zone), NAMES[tariff], quantity, amount, type, origin, cameFrom].join(";");
  });
  const people = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const cents = lines.reduce((sum, { quantity, tariff }) => sum + quantity * PRICES[tariff], 0);
  const text = [
    `Abbaye de Vaucelles – journal de caisse, ${span}`,
    "",
    "Date;Heure;Tarif;Qté;Montant TTC;Type;Origine;Vient de",
    ...rows,
    `Total;;;${people};${euros(cents)};;;`,
    "",
  ].join("\r\n");
  return iconv.encode(text, "win1252");
}
