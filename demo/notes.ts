/** What the office has written down by the day of the first start: a few notes of every kind, so that the logbook has
 *  something to tell. Depends on the stored start, never on the moment of looking. */
import type { Annotation } from "../src/domain/annotation.ts";
import { addDays, daysBetween, HOUR, type LocalDate, startOfDay } from "../src/domain/time.ts";
import { pastShow } from "./past.ts";
import { ecoSetups } from "./simulation/counters.ts";
import { faultsOf } from "./simulation/faults.ts";
import type { World } from "./simulation/world.ts";

export type Note = Omit<Annotation, "id" | "withdrawnAt">;

/** Days back that a stuck counter is looked for. */
const FAULT_DAYS = 50;

export function notesOf(world: World): Note[] {
  const { live, territory } = world;
  const { zone } = territory;
  const note = (told: Partial<Note> & Pick<Note, "kind" | "text">, from: number, days = 1): Note => {
    const first = addDays(live, from);
    return {
      site: null,
      from: first,
      to: addDays(first, days),
      counts: false,
      // Written at nine in the morning of its first day, what is to come some days before the start.
      createdAt: startOfDay(addDays(live, Math.min(from, -3)), zone) + 9 * HOUR,
      ...told,
    };
  };
  const show = pastShow(live);
  const known = (site: string) => territory.sites.some(({ id }) => id === site);
  const placed: Note[] = [
    note(
      { site: show.site, kind: "action", text: show.text },
      daysBetween(live, show.days.from),
      daysBetween(show.days.from, show.days.to),
    ),
    // Nobody comes for it: the simulation holds no such effect, and its page should say that none is seen.
    note({ site: "archeosite", kind: "action", text: "Billet couplé avec Cambrai Tank 1917" }, -42, 84),
    note({ kind: "note", text: "Route de Solesmes coupée, déviation par Caudry" }, -17, 3),
    note({ site: "chapelle-jesuites", kind: "note", text: "Échafaudage devant l’entrée" }, -30, 12),
    note({ site: "le-labo", kind: "event", text: "Nuit de la lecture", counts: true }, 12, 2),
  ];
  return [...placed, ...stuckNote(world)].filter(({ site }) => site === null || known(site));
}

/** The newest day before the start on which a counter repeated one value for hours. */
function stuckNote({ territory, seed, live }: World): Note[] {
  const setups = ecoSetups(territory);
  for (let back = 1; back <= FAULT_DAYS; back++) {
    const day: LocalDate = addDays(live, -back);
    const setup = setups.find(({ id }) => isLongStuck(id, seed, day));
    if (!setup) continue;
    return [
      {
        site: setup.site,
        from: day,
        to: addDays(day, 1),
        kind: "fault",
        text: "Compteur bloqué sur la même valeur",
        counts: true,
        createdAt: startOfDay(addDays(day, 1), territory.zone) + 9 * HOUR,
      },
    ];
  }
  return [];
}

function isLongStuck(counter: string, seed: string, day: LocalDate): boolean {
  const { stuck } = faultsOf(counter, seed, day);
  return stuck !== null && stuck.span[1] - stuck.span[0] >= 180;
}
