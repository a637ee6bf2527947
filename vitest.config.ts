import { defineConfig } from "vitest/config";

// Times are wrong in an obvious way when code leans on the machine's own zone.
process.env.TZ = "Pacific/Auckland";

export default defineConfig({
  test: {
    setupFiles: ["tests/support/seed.ts"],
    // Style sheets that a document carries inside are text, not emptied.
    css: { include: [/\.css\?raw$/] },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
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
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
