import { defineConfig } from "vitest/config";

// Times are wrong in an obvious way when code leans on the machine's own zone.
process.env.TZ = "Pacific/Auckland";

export default defineConfig({
  test: {
    setupFiles: ["tests/support/seed.ts"],
    // Pictures of charts and the widget carry the style sheets; by default tests see empty ones.
    css: true,
    // One pool for all projects: a machine of two cores has both at work to the end.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Beside engines and browsers even a short test may have to wait.
          testTimeout: 30_000,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.store.test.ts", "tests/**/*.browser.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["tests/**/*.store.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
