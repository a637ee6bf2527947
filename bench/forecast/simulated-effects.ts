/** What was done to the simulated visitors, and whether it is found: an action, an event, rain. */
import type { World } from "../../demo/simulation/world.ts";
import { type DaySpan, dayNumber } from "../../src/domain/time.ts";
import { effectOfAction } from "../../src/forecast/effect/action.ts";
import { withoutEvent } from "../../src/forecast/effect/calendar-without.ts";
import { effectOfDays } from "../../src/forecast/effect/days.ts";
import type { EffectAnswer } from "../../src/forecast/effect/effect.ts";
import { effectOfRain } from "../../src/forecast/effect/rain.ts";
import type { History } from "../../src/forecast/model.ts";
import { historyOf, worldOf } from "./simulated.ts";

/** Nearly three years, on the last weeks of which the action is on. It ends where the simulation closes Le Labo's
 *  exhibition: that would be an action more. */
const SPAN: DaySpan = { from: "2023-09-01", to: "2026-06-01" };
const ACTION = { from: "2026-03-14", factor: 1.25 };
const EVENT = { id: "journees-du-patrimoine", driver: "event:patrimoine" };

export interface Trial {
  readonly what: "action" | "event" | "rain";
  readonly site: string;
  readonly answer: EffectAnswer;
  /** People who came by it to expect over the days that were looked at; groups come either way. */
  readonly truth: number;
}

/** One seed: three effects at every site. */
export function tryEffects(seed: number): Trial[] {
  const plain = worldOf(seed, SPAN);
  const history = historyOf(plain, "P1D", SPAN, 1);
  return plain.places.flatMap(({ site }, series) => [
    tryAction(seed, site.id, series),
    tryEvent(plain, history, series),
    tryRain(plain, history, series),
  ]);
}

/** Acts on one site alone; the others are controls. */
function tryAction(seed: number, site: string, series: number): Trial {
  const days = { from: ACTION.from, to: SPAN.to };
  const acted = worldOf(seed, SPAN, [{ site, days, factor: ACTION.factor }]);
  const history = historyOf(acted, "P1D", SPAN, 1);
  const from = dayNumber(ACTION.from) - history.set.axis.firstDay;
  const controls = acted.places.flatMap((_, i) => (i === series ? [] : [i]));
  const answer = effectOfAction(history, { series, from, to: history.origin, controls });
  return { what: "action", site, answer, truth: movedBy(acted, site, answer, () => ACTION.factor) };
}

function tryEvent(world: World, history: History, series: number): Trial {
  const site = world.places[series]?.site.id ?? "";
  const found = history.calendars.map((calendar) => withoutEvent(calendar, EVENT.id));
  const calendars = found.map(({ calendar }) => calendar);
  const tagged = found[series]?.tagged ?? new Uint8Array();
  const answer = effectOfDays({ ...history, calendars }, { series, tagged });
  const factor = (date: string) =>
    world.truth(site, date).drivers.find(({ name }) => name === EVENT.driver)?.factor ?? 1;
  return { what: "event", site, answer, truth: movedBy(world, site, answer, factor) };
}

function tryRain(world: World, history: History, series: number): Trial {
  const place = world.places[series];
  const site = place?.site.id ?? "";
  const mm = (date: string) => world.weather(date).rainMm;
  const answer = effectOfRain(history, series);
  const factor = (date: string) => Math.exp((place?.profile.perRainMm ?? 0) * Math.min(15, mm(date)));
  return { what: "rain", site, answer, truth: movedBy(world, site, answer, factor) };
}

function movedBy(world: World, site: string, answer: EffectAnswer, factor: (date: string) => number): number {
  const days = answer.kind === "effect" ? answer.byDay.map(({ date }) => date) : [];
  return days.reduce((sum, date) => sum + world.truth(site, date).expected * (1 - 1 / factor(date)), 0);
}
