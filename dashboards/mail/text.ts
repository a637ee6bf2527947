/** A letter as plain text: lines of at most 76 characters where words allow, tables by aligned columns. */
import type { Letter, Section, Table } from "./letter.ts";

const WIDTH = 76;

export function letterText({ lang, subject, lead, sections, link, foot }: Letter): string {
  return [
    wrap(lead),
    wrap(subject),
    ...sections.map((section) => sectionText(section, lang === "fr" ? "\u00a0: " : ": ")),
    ...(link ? [`${link.text}\n${link.url}`] : []),
    `-- \n${foot.map((line) => wrap(line)).join("\n")}`,
  ]
    .join("\n\n")
    .concat("\n");
}

function sectionText({ title, lines, table }: Section, colon: string): string {
  const parts = [
    title.toUpperCase(),
    ...lines.map((line) => wrap(line)),
    ...(table ? [tableText(table, colon)] : []),
  ];
  return parts.join("\n");
}

/** One block per row where it would be too wide. */
function tableText({ head, rows }: Table, colon: string): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? "").length)));
  const whole = widths.reduce((sum, width) => sum + width + 2, 0);
  if (whole <= WIDTH + 2) {
    const line = (cells: readonly string[]) =>
      cells
        .map((cell, i) => cell.padEnd((widths[i] ?? 0) + 2))
        .join("")
        .trimEnd();
    return rows.map((row) => `  ${line(row)}`).join("\n");
  }
  return rows
    .map(([name, ...cells]) =>
      [
        wrap(`- ${name}`),
        ...cells.map((cell, i) => wrap(`${head[i + 1] ?? ""}${colon}${cell}`, "    ")),
      ].join("\n"),
    )
    .join("\n");
}

/** Breaks at ordinary spaces only: no-break spaces hold. Bold marks are dropped. */
export function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.replaceAll("*", "").split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === "" ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
