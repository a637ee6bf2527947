// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { expect, test } from "vitest";
import { isQuiet } from "../../src/domain/alert.ts";
import { secretsOf } from "../../src/territory/load.ts";
import { env, faultsAfter, faultsOf, read, smallFile } from "./support.ts";

test("alerts are told to whom, in which language, and when not", () => {
  const file = smallFile();
  file.alerts = [
    { site: "tank", when: { occupancy_above: 0.9 }, to: ["mailto:a@example.org"], quiet: "21:00-07:00" },
    {
      id: "silence",
      when: { feed_silent: true },
      to: [{ address: "https://hook.example.org/x", lang: "nl", secret: "${TOKEN}" }],
    },
  ];
  expect(read(file).alerts).toEqual([
    {
      id: "occupancy_above/tank/0.9",
      site: "tank",
      when: { kind: "occupancy_above", share: 0.9 },
      to: [{ address: "mailto:a@example.org", lang: "fr", secret: null }],
      quiet: { fromMinute: 1260, toMinute: 420 },
    },
    {
      id: "silence",
      site: null,
      when: { kind: "feed_silent" },
      to: [{ address: "https://hook.example.org/x", lang: "nl", secret: "s3cret-token" }],
      quiet: null,
    },
  ]);
  expect(secretsOf(read(file))).toContain("s3cret-token");
});

test("the digest has its hour, its weekdays and its recipients; without one there is none", () => {
  const file = smallFile();
  expect(read(file).digest).toBeNull();
  file.digest = { at: "07:30", days: ["mon", "fri"], to: ["mailto:a@example.org"] };
  expect(read(file).digest).toMatchObject({ atMinute: 450, weekdays: [1, 5], to: [{ lang: "fr" }] });
  delete file.digest.days;
  expect(read(file).digest?.weekdays).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("what cannot be sent to, or says nothing, is a fault; an address from the environment is not shown", () => {
  const found = (change: Record<string, unknown>) =>
    faultsAfter((file) => {
      Object.assign(file.alerts[0], change);
    });
  expect(found({ to: ["http://hook.example.org"] })).toEqual([expect.stringContaining("expected mailto:…")]);
  expect(found({ to: ["mailto:a@example.org,b@example.org"] })).toHaveLength(1);
  expect(found({ to: [{ address: "https://x.example.org", secret: "in the open" }] })).toHaveLength(1);
  expect(found({ when: { feed_silent: true, anomaly: true } })).toEqual([
    expect.stringContaining(
      "expected one of forecast_occupancy_above, occupancy_above, feed_silent, feed_suspect, data_state, anomaly",
    ),
  ]);
  expect(found({ quiet: "21:00" })).toEqual([expect.stringContaining("such as 21:00-07:00")]);
  const file = smallFile();
  file.alerts[0].to = ["${HOOK}"];
  const [fault, ...others] = faultsOf(file, { ...env, HOOK: "ftp://user:pw@host" });
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ path: "alerts[0].to[0]", value: "${HOOK}" });
});

test("an alert about feeds or unusual days needs no capacity", () => {
  const found = faultsAfter((file) => {
    delete file.sites[0].capacity;
    file.alerts[0].when = { feed_silent: true };
  });
  expect(found).toEqual([]);
});

test("who publishes is null where nobody said it; origins of the widget have no path", () => {
  const file = smallFile();
  expect(read(file)).toMatchObject({ publisher: { name: null, director: null }, widgetOrigins: [] });
  file.territory.publisher = { name: "Office", data_protection: "dpo@example.org" };
  file.territory.widget = { origins: ["https://www.example.org", "http://localhost:8000"] };
  expect(read(file)).toMatchObject({
    publisher: { name: "Office", dataProtection: "dpo@example.org" },
    widgetOrigins: ["https://www.example.org", "http://localhost:8000"],
  });
  file.territory.widget.origins = ["https://www.example.org/page", "http://www.example.org", "*"];
  expect(faultsOf(file)).toHaveLength(3);
});

test("quiet hours may go over midnight; their end is loud", () => {
  const night = { fromMinute: 1260, toMinute: 420 };
  expect([1259, 1260, 0, 419, 420].map((minute) => isQuiet(night, minute))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  const noon = { fromMinute: 720, toMinute: 780 };
  expect([719, 720, 779, 780].map((minute) => isQuiet(noon, minute))).toEqual([false, true, true, false]);
  expect(isQuiet(null, 0)).toBe(false);
});
