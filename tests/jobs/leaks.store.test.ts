/** What models are given of bookings and weather at an origin: nothing that was booked, issued or told after it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SourceRecord } from "../../src/domain/record.ts";
import { addDays, atLocalTime, dayNumber, daysIn, HOUR, type LocalDate } from "../../src/domain/time.ts";
import type { Model } from "../../src/forecast/model.ts";
import { calendarRidge } from "../../src/forecast/models/calendar-ridge.ts";
import { pickUp } from "../../src/forecast/models/pick-up.ts";
import { readHistory } from "../../src/jobs/history.ts";
import type { Store } from "../../src/store/connect.ts";
import { createRecordSink } from "../../src/store/record-sink.ts";
import { withWeather } from "../../src/store/weather-sink.ts";
import { readContext } from "../../src/visits/context.ts";
import { seeded } from "../forecast/support.ts";
import { startEngine, type TestEngine } from "../support/engine.ts";
import { smallTerritory } from "../support/territory.ts";

const territory = smallTerritory();
const today = "2026-10-28";
const origin = Date.parse("2026-10-28T05:00:00Z");
const ahead = 14;
let engine: TestEngine;
let store: Store;

beforeAll(async () => {
  engine = await startEngine();
  ({ store } = await engine.fresh());
  const days = daysIn({ from: "2026-04-01", to: addDays(today, ahead) });
  await stored(days.flatMap(dayOf), "history");
  await stored(
    days.flatMap((date) => weatherOf(date)),
    "weather",
    "sky",
  );
});
afterAll(() => engine.close());

const at = (date: LocalDate, time: string) => atLocalTime(date, time, territory.zone);
const nothing = { site: "alpha", minutes: 0, deleted: false } as const;
const isWet = (date: LocalDate) => seeded(Date.parse(date) / 86_400_000)() < 0.3;

/** A group booked 20 days ahead, and walk-ins, of which rain keeps half away; scanned at noon if it is past. */
function dayOf(date: LocalDate): SourceRecord[] {
  const people = 20 + Math.round(100 * seeded(Date.parse(date) / 43_200_000)());
  const walkIns = isWet(date) ? 60 : 120;
  const booking = booked(date, at(addDays(date, -20), "10:00"), people);
  const noon = at(date, "12:00");
  const scan = {
    ...nothing,
    measure: "admissions",
    key: `s${date}`,
    at: noon,
    version: noon,
    knownAt: noon,
  } as const;
  return date < today ? [booking, { ...scan, value: people + walkIns }] : [booking];
}

function booked(date: LocalDate, on: number, value: number, known = on): SourceRecord {
  const key = `t${date} ${on} ${known}`;
  return {
    ...nothing,
    measure: "tickets",
    key,
    at: at(date, "12:00"),
    value,
    version: known,
    knownAt: known,
    bookedOn: on,
  };
}

/** Rain of each hour of a day as said in the evening before. */
function weatherOf(date: LocalDate, issued = at(addDays(date, -1), "18:00"), mm?: number) {
  const rain = mm ?? (isWet(date) ? 2 : 0);
  return Array.from({ length: 12 }, (_, i): SourceRecord => {
    const hour = at(date, "08:00") + i * HOUR;
    const said = {
      at: hour,
      minutes: 60,
      value: rain * 10,
      version: issued,
      knownAt: issued,
      deleted: false,
    };
    return { site: "", measure: "rain", key: `w${issued}/${hour}`, ...said };
  });
}

async function stored(records: readonly SourceRecord[], run: string, feed = "till"): Promise<void> {
  const sink = withWeather(store, createRecordSink(store, territory.zone, territory.sites));
  const now = origin + 60 * 24 * HOUR;
  await sink.write({ feed, stream: "rows", run, movable: false, token: run, records, rejections: [], now });
  if (feed === "till") await sink.settle(feed, now);
}

/** All that models are given of values, bookings and weather. `asOf` false: as if asked now, at the origin. */
async function given(asOf = true) {
  const context = await readContext(store, territory, origin);
  const { P1D, PT1H } = await readHistory(store, context, origin, ahead, asOf);
  return [P1D, PT1H].map(({ set, origin: cut, bookings, covariates }) => ({
    set,
    cut,
    bookings,
    covariates,
  }));
}

/** Quantiles of alpha's next days, asked for as of the origin. */
async function points(model: Model): Promise<readonly number[]> {
  const context = await readContext(store, territory, origin);
  const { P1D } = await readHistory(store, context, origin, ahead, true);
  const answers = model.fit(P1D, { leads: ahead }).forecast(P1D, { leads: ahead, levels: [0.1, 0.5, 0.9] });
  const answer = answers.find(({ id }) => id === "alpha");
  if (answer?.kind !== "forecast") throw new Error(`refused: ${answer?.reason}`);
  return [...answer.quantiles];
}

test("values end at the origin: by the day before its day, by the hour before its hour", async () => {
  const [days, hours] = await given();
  expect(days?.set.axis.day[days.cut]).toBe(dayNumber(today));
  expect(hours?.set.axis.start[hours.cut]).toBe(origin);
  for (const one of [days, hours])
    expect(one?.set.series.map(({ values }) => values.length)).toEqual([one?.cut, one?.cut]);
});

test("bookings made on the origin's day or later, or told after it, change no point; those of the day before do", async () => {
  const first = await points(pickUp);
  const [then, now] = [await given(), await given(false)];
  const visit = addDays(today, 5);
  const dawn = at(today, "03:00");
  await stored(
    [booked(visit, dawn, 300), booked(visit, at(addDays(today, 1), "10:00"), 300)],
    "made too late",
  );
  expect(await given()).toEqual(then);
  expect(await given(false)).toEqual(now);
  await stored(
    [
      booked(visit, at(addDays(today, -3), "10:00"), 300, origin + HOUR),
      {
        ...booked(visit, at(addDays(visit, -20), "10:00"), 0),
        version: origin + HOUR,
        knownAt: origin + HOUR,
        deleted: true,
      },
    ],
    "told or cancelled too late",
  );
  expect(await given()).toEqual(then);
  expect(await points(pickUp)).toEqual(first);
  const taken = booked(visit, at(addDays(today, -2), "10:00"), 200, origin + HOUR);
  await stored([taken], "told too late");
  const moved = { ...taken, value: 250, version: origin + 2 * HOUR, knownAt: origin + 2 * HOUR };
  await stored([moved], "and corrected later");
  expect(await given()).toEqual(then);
  await stored([booked(visit, at(addDays(today, -1), "10:00"), 300)], "in time");
  const last = await points(pickUp);
  expect((last[3 * 5 + 1] ?? 0) - (first[3 * 5 + 1] ?? 0)).toBeGreaterThan(100);
});

test("weather issued after the origin changes no point, weather issued before it does", async () => {
  const first = await points(calendarRidge);
  const [then, now] = [await given(), await given(false)];
  const [past, coming] = [addDays(today, -4), today];
  await stored(weatherOf(coming, origin + HOUR, isWet(coming) ? 0 : 8), "issued later", "sky");
  await stored(weatherOf(past, origin + HOUR, 8), "past day, issued later", "sky");
  expect(await given()).toEqual(then);
  expect(await given(false)).toEqual(now);
  expect(await points(calendarRidge)).toEqual(first);
  await stored(
    weatherOf(coming, at(addDays(today, -1), "21:00"), isWet(coming) ? 0 : 8),
    "issued before",
    "sky",
  );
  const last = await points(calendarRidge);
  const change = (last[1] ?? 0) / (first[1] ?? 1);
  expect(isWet(coming) ? 1 / change : change).toBeLessThan(0.9);
});
