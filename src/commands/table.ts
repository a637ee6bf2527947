/** Plain tables for a terminal. */

/** Columns aligned with two spaces between; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const texts = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...texts.map((row) => row[i]?.length ?? 0)));
  return texts
    .map((row, n) =>
      row
        .map((cell, i) => {
          const width = widths[i] ?? 0;
          return typeof rows[Math.max(0, n - 1)]?.[i] === "number"
            ? cell.padStart(width)
            : cell.padEnd(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
