/** The HTTP stand-ins of a territory, each filled from the one simulation, with the secrets they ask for. */
import { randomBytes } from "node:crypto";
import type { Feed } from "../../src/domain/site.ts";
import type { Instant } from "../../src/domain/time.ts";
import { createEcoCounterStandIn } from "../stand-ins/eco-counter.ts";
import { createEcoCounterState } from "../stand-ins/eco-counter-state.ts";
import { createOpenMeteoStandIn } from "../stand-ins/open-meteo.ts";
import { createPretixStandIn } from "../stand-ins/pretix.ts";
import { createPretixState } from "../stand-ins/pretix-state.ts";
import type { Handler } from "../stand-ins/reply.ts";
import { ecoSetups } from "./counters.ts";
import { ecoFeed } from "./eco-feed.ts";
import { pretixFeed } from "./pretix-feed.ts";
import { weatherService } from "./weather-service.ts";
import type { World } from "./world.ts";

interface StandIns {
  readonly pretix: Handler;
  readonly ecoCounter: Handler;
  /** Asks for no key, as the free service. */
  readonly openMeteo: Handler;
  /** Values for the territory's references to secrets; new at each start. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes what may be visible at an instant; costs next to nothing while the day is the same. */
  readonly advance: (now: Instant) => void;
}

export function standIns(world: World, clock: () => Instant): StandIns {
  const tills = world.territory.feeds.filter(({ connector }) => connector === "pretix");
  const pretix = createPretixState(text(tills[0], "organizer") ?? "cac");
  const eco = createEcoCounterState();
  const feeds = [
    ...tills.flatMap((feed) => {
      const place = feed.site === null ? undefined : world.place(feed.site);
      const slug = text(feed, "event");
      return place && slug ? [pretixFeed(world, place, pretix, slug)] : [];
    }),
    ...ecoSetups(world.territory).flatMap((setup) => {
      const place = world.place(setup.site);
      return place ? [ecoFeed(world, place, setup, eco, setup.number)] : [];
    }),
  ];
  const secret = () => randomBytes(32).toString("hex");
  const env = {
    DEMO_PRETIX_TOKEN: secret(),
    DEMO_ECO_COUNTER_KEY: secret(),
    DEMO_ECO_COUNTER_TOKEN: secret(),
  };
  return {
    pretix: createPretixStandIn(pretix, { clock, token: env.DEMO_PRETIX_TOKEN }),
    ecoCounter: createEcoCounterStandIn(eco, {
      clock,
      key: env.DEMO_ECO_COUNTER_KEY,
      token: env.DEMO_ECO_COUNTER_TOKEN,
    }),
    openMeteo: createOpenMeteoStandIn(weatherService(world), { clock }),
    env,
    advance: (now) => {
      for (const feed of feeds) feed.advance(now);
    },
  };
}

function text(feed: Feed | undefined, option: string): string | undefined {
  const value = feed?.options[option];
  return typeof value === "string" ? value : undefined;
}
