/** Counters for /metrics in Prometheus' text format: requests by route and status, their time, what is kept. */
import type { Request, RequestHandler } from "express";
import type { KeptCounts } from "./kept.ts";

/** Upper bounds in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

interface Times {
  readonly buckets: number[];
  count: number;
  seconds: number;
}

export interface Metrics {
  /** Counts each request when its reply has gone out. */
  readonly record: RequestHandler;
  /** The whole exposition.  @param kept what each cache holds, by name. */
  text(kept: Readonly<Record<string, { weight: () => number; counts: Readonly<KeptCounts> }>>): string;
}

export function createMetrics(clock: () => number = () => performance.now()): Metrics {
  const requests = new Map<string, number>();
  const times = new Map<string, Times>();

  function add(route: string, status: number, seconds: number): void {
    const label = `route="${route}",status="${status}"`;
    requests.set(label, (requests.get(label) ?? 0) + 1);
    const known = times.get(route) ?? { buckets: BOUNDS.map(() => 0), count: 0, seconds: 0 };
    times.set(route, known);
    known.count++;
    known.seconds += seconds;
    BOUNDS.forEach((bound, i) => {
      if (seconds <= bound) known.buckets[i] = (known.buckets[i] ?? 0) + 1;
    });
  }

  return {
    record(req, res, next) {
      const start = clock();
      res.once("finish", () => add(routeOf(req), res.statusCode, (clock() - start) / 1000));
      next();
    },
    text(kept) {
      const lines = [
        "# TYPE beffroi_http_requests_total counter",
        ...[...requests].map(([label, count]) => `beffroi_http_requests_total{${label}} ${count}`),
        "# TYPE beffroi_http_request_seconds histogram",
        ...[...times].flatMap(([route, time]) => histogram(route, time)),
        "# TYPE beffroi_kept_bytes gauge",
        ...Object.entries(kept).map(([name, { weight }]) => `beffroi_kept_bytes{what="${name}"} ${weight()}`),
        "# TYPE beffroi_kept_total counter",
        ...Object.entries(kept).flatMap(([name, { counts }]) =>
          Object.entries(counts).map(
            ([outcome, count]) => `beffroi_kept_total{what="${name}",outcome="${outcome}"} ${count}`,
          ),
        ),
        "# TYPE process_resident_memory_bytes gauge",
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        "# TYPE process_uptime_seconds gauge",
        `process_uptime_seconds ${process.uptime().toFixed(1)}`,
      ];
      return `${lines.join("\n")}\n`;
    },
  };
}

/** The pattern that answered, never the address: addresses are without number. */
function routeOf(req: Request): string {
  const pattern: unknown = req.route?.path;
  return typeof pattern === "string" ? `${req.baseUrl}${pattern}` : "other";
}

function histogram(route: string, { buckets, count, seconds }: Times): string[] {
  const name = "beffroi_http_request_seconds";
  return [
    ...BOUNDS.map((bound, i) => `${name}_bucket{route="${route}",le="${bound}"} ${buckets[i]}`),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${seconds.toFixed(6)}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}
