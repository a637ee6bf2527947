/** `migrate`: brings the schema up to date and prints the plan. */
import type { Command } from "commander";
import { commonOptions } from "./options.ts";
import { openService } from "./service.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the schema up to date; safe to repeat, refuses an edited migration")
    .action(async (_: unknown, command: Command) => {
      const common = commonOptions(command);
      const service = await openService(common.config, common.env);
      try {
        const rows = await service.store.rows(
          "migrations",
          "select name, toString(applied_at) as applied_at from migration final order by name",
        );
        process.stdout.write(
          `${JSON.stringify({ database: service.store.database, migrations: rows }, null, common.json ? 0 : 2)}\n`,
        );
      } finally {
        await service.close();
      }
    });
}
