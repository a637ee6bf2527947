/** Small cells of a table are hidden, and enough others with them that no hidden cell follows from the totals shown.
 *
 *  A table with its totals is a graph: rows and columns (the totals' too) are the nodes, cells the edges, and each
 *  line says that its cells add up to its total. Over the lines with hidden cells, one hidden cell is determined exactly
 *  when its edge is a bridge: it lies on no cycle of hidden edges. So each bridge is closed into a cycle by the path of
 *  least people hidden. Hidden cells hold one person at least, so that along a cycle they can always be a person more or
 *  less: not even knowing that counts are never negative tells one.
 *  SOURCE: D. Gusfield 1988, A graph theoretic approach to statistical data security (SIAM J. Comput. 17, 552–571). */

/** People by row and column; null = hidden. */
export interface Suppressed {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** @param table whole numbers, 0 or more, by row and column; every row as long as the first
 *  @param least smallest count of people shown, such as 11; 0 is shown: it is about nobody */
export function suppress(table: readonly (readonly number[])[], least: number): Suppressed {
  const grid = withTotals(table);
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  const hidden = grid.map((row) => row.map((value) => value > 0 && value < least));
  for (let changed = rows > 1 && columns > 1; changed; ) changed = hideOne(grid, hidden, least);
  const shown = grid.map((row, i) => row.map((value, j) => (hidden[i]?.[j] ? null : value)));
  const last = shown.at(-1) ?? [];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? null,
  };
}

function withTotals(table: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = table.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, j) => sum(rows.map((row) => row[j] ?? 0)))];
}

/** Hides what protects the first cell or line that is not safe yet; false when all are. */
function hideOne(grid: readonly number[][], hidden: readonly boolean[][], least: number): boolean {
  for (const [i, row] of grid.entries()) {
    for (const j of row.keys()) {
      if (!hidden[i]?.[j]) continue;
      const path = cheapestPath(grid, hidden, i, j);
      const fresh = path.filter(([r, c]) => !hidden[r]?.[c]);
      for (const [r, c] of fresh) set(hidden, r, c);
      if (fresh.length > 0) return true;
    }
  }
  return hideThinLine(grid, hidden, least);
}

/** Hidden cells of a line are told together by subtraction: together they must be many enough themselves. */
function hideThinLine(grid: readonly number[][], hidden: readonly boolean[][], least: number): boolean {
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  const lines = [
    ...Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => [i, j] as const)),
    ...Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => [i, j] as const)),
  ];
  for (const line of lines) {
    const total = line.at(-1);
    const off = line.filter(([i, j]) => hidden[i]?.[j]);
    if (off.length === 0 || (total && hidden[total[0]]?.[total[1]])) continue;
    if (off.reduce((sum, [i, j]) => sum + (grid[i]?.[j] ?? 0), 0) >= least) continue;
    const [next] = line
      .filter(([i, j]) => !hidden[i]?.[j] && (grid[i]?.[j] ?? 0) > 0)
      .sort(([a, b], [c, d]) => (grid[a]?.[b] ?? 0) - (grid[c]?.[d] ?? 0));
    if (!next) continue;
    set(hidden, next[0], next[1]);
    return true;
  }
  return false;
}

/** Cells of the path between a row and a column that hides the fewest people more, without the cell itself; cells that
 *  are hidden already cost nothing, cells without people cannot be hidden. Dijkstra over rows then columns. */
function cheapestPath(
  grid: readonly number[][],
  hidden: readonly boolean[][],
  row: number,
  column: number,
): (readonly [number, number])[] {
  const rows = grid.length;
  const nodes = rows + (grid[0]?.length ?? 0);
  const cost = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const via = new Map<number, { readonly node: number; readonly cell: readonly [number, number] }>();
  const open = new Set(cost.keys());
  cost[row] = 0;
  while (open.size > 0) {
    const [node = 0] = [...open].sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0) || a - b);
    open.delete(node);
    if (cost[node] === Number.POSITIVE_INFINITY) break;
    for (const other of open) {
      if (node < rows === other < rows) continue;
      const cell = [Math.min(node, other), Math.max(node, other) - rows] as const;
      const people = grid[cell[0]]?.[cell[1]] ?? 0;
      if (people === 0 || (cell[0] === row && cell[1] === column)) continue;
      const next = (cost[node] ?? 0) + (hidden[cell[0]]?.[cell[1]] ? 0 : people);
      if (next >= (cost[other] ?? 0)) continue;
      cost[other] = next;
      via.set(other, { node, cell });
    }
  }
  const path: (readonly [number, number])[] = [];
  for (let step = via.get(rows + column); step; step = via.get(step.node)) path.push(step.cell);
  return path;
}

function set(hidden: readonly boolean[][], row: number, column: number): void {
  const line = hidden[row];
  if (line) line[column] = true;
}
