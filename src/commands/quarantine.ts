/** `quarantine`: what was set aside, and what is done about it. */
import type { Command } from "commander";
import { addList, addShow } from "./quarantine/list.ts";
import { addReplay } from "./quarantine/replay.ts";

export function addQuarantine(program: Command): void {
  const quarantine = program
    .command("quarantine")
    .description("rows that were set aside: list, show, correct and replay, export");
  addList(quarantine);
  addShow(quarantine);
  addReplay(quarantine);
}
