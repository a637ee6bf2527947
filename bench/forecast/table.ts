/** Tables on a console, and the verdicts in them. */
import type { Row } from "./compare.ts";
import { COVERAGE } from "./targets.ts";

/** Columns as wide as they need; the first to the left, the others to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(cells.join("  "));
  }
}

/** The figures of one task. Runs: naive first, then what is served; "×" is the ratio to naive, of ours in this run, and
 *  of the bound where it was set. */
export function printRows(models: readonly string[], rows: readonly Row[]): void {
  const [naive = "", served = "", ...others] = models;
  const head = ["", "windows", naive, ...others, `${served} (served)`, "×"];
  printTable([...head, "reach", "met", "×", "met", "aim", "met", "×", "met"], rows.map(rowOf));
}

function rowOf({ label, windows, figures, answered, target }: Row): string[] {
  const digits = target?.measure === "pinball" ? 4 : 3;
  const cells = figures.map((figure, i) =>
    Number.isNaN(figure) ? "–" : figure.toFixed(digits) + ((answered[i] ?? 0) < 1 ? "*" : ""),
  );
  const [naive = "", served = "", ...others] = cells;
  const [rule = Number.NaN, ours = Number.NaN] = figures;
  const ratio = target ? (ours / rule).toFixed(3) : "";
  const bounds = target
    ? [target.reach, target.aim].flatMap((bound) => [
        bound.toFixed(digits),
        yes(ours <= bound),
        (bound / target.naive).toFixed(3),
        yes(ours / rule <= bound / target.naive),
      ])
    : [COVERAGE.reach, COVERAGE.aim].flatMap(([low, high]) => [
        `${low}–${high}`,
        yes(ours >= low && ours <= high),
        "",
        "",
      ]);
  return [label, String(windows), naive, ...others, served, ratio, ...bounds];
}

/** How many rows reach their bounds: by the figure, and by the ratio to naive where there is one. */
export function printTally(rows: readonly Row[]): void {
  const cells = rows.map((row) => rowOf(row).slice(-8));
  const count = (at: number, bound: string) => {
    const told = cells.filter((row) => row[at] !== "");
    return `${told.filter((row) => row[at] === "yes").length} of ${told.length} rows ${bound}`;
  };
  console.log(`by the figure: ${count(1, "reach")}, ${count(5, "meet the aim")}`);
  console.log(`by the ratio to naive: ${count(3, "reach")}, ${count(7, "meet the aim")}\n`);
}

export function yes(met: boolean): string {
  return met ? "yes" : "no";
}
