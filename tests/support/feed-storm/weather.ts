/** Open-Meteo: forecasts at every pull, and an archive that lags and is filled and corrected afterwards. */
import { Faults } from "../../../demo/stand-ins/faults.ts";
import { createOpenMeteoStandIn } from "../../../demo/stand-ins/open-meteo.ts";
import {
  archiveValue,
  correctArchive,
  createOpenMeteoState,
  type Variable,
} from "../../../demo/stand-ins/open-meteo-state.ts";
import { Agenda, count, DAY, HOUR, type StormSource, serve, type World } from "./source.ts";

const VARIABLES = { temperature_2m: "temperature", precipitation: "rain" } as const;

const truth = (variable: Variable, at: number) => {
  const hour = at / HOUR;
  return variable === "precipitation" ? (hour % 3 === 0 ? 0 : (hour % 7) / 10) : (hour % 37) - 12.3;
};

/** Expects what came, as the archive has it in the end; the store's newest word of each hour is to be it. */
export async function weatherSource(id: string, world: World): Promise<StormSource> {
  const { random, from, to } = world;
  const state = createOpenMeteoState({
    measure: truth,
    predict: (variable, at, run) => truth(variable, at) + ((at - run) / DAY) * 0.5,
  });
  const agenda = new Agenda();
  agenda.every(from + 8 * DAY, 6 * HOUR, (now) => {
    // The archive is read again once a day: what is put right on the last one is for tomorrow.
    if (now > to - 2 * DAY) return;
    const at = now - 7 * DAY;
    const variable = random() < 0.5 ? "temperature_2m" : "precipitation";
    correctArchive(state, { variable, at }, Math.floor(random() * 100) / 10, now);
  });
  const live = () => agenda.runTo(world.now());
  const faults = new Faults();
  const access = { clock: world.now, key: "s3cret-key", faults };
  const server = await serve(live, createOpenMeteoStandIn(state, access));
  const since = new Date(from).toISOString().slice(0, 10);
  return {
    ...{ id, kind: "weather", connector: "open-meteo", wire: server.wire, faults, live, close: server.close },
    options: { position: [3.22, 50.12], url: `${server.url}/{api}`, key: "s3cret-key", since },
    settle: async () => live(),
    expected() {
      const now = world.now();
      const sums = new Map<string, number>();
      // Rain is told at the end of its hour. The archive's last day is left out: it grows while we look.
      for (const variable of ["temperature_2m", "precipitation"] as const)
        for (let at = from + DAY; at < now - state.archiveLagMs - 2 * DAY; at += HOUR) {
          const value = archiveValue(state, variable, at, now);
          const start = variable === "precipitation" ? at - HOUR : at;
          if (value !== null) count(sums, VARIABLES[variable], start, Math.round(value * 10));
        }
      return sums;
    },
  };
}
