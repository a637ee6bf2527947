/** A regression tree over binned rows, as flat arrays. */

export interface Tree {
  /** Column to look at, by node; −1 at a leaf. */
  readonly column: Int16Array;
  /** Bins up to this go left, by node. */
  readonly cut: Uint8Array;
  /** Node on the left, by node; the right one follows it. */
  readonly left: Int16Array;
  /** What a leaf adds, by node. */
  readonly value: Float64Array;
}

/** What the tree adds for the row whose bins begin at `from`. */
export function valueAt(tree: Tree, bins: Uint8Array, from: number): number {
  const { column, cut, left } = tree;
  let node = 0;
  for (;;) {
    const c = column[node] ?? -1;
    if (c < 0) return tree.value[node] ?? 0;
    node = (left[node] ?? 0) + ((bins[from + c] ?? 0) <= (cut[node] ?? 0) ? 0 : 1);
  }
}

/** Adds what a tree says of each row to `sums`. */
export function addTree(tree: Tree, bins: Uint8Array, width: number, sums: Float64Array): void {
  for (let row = 0; row < sums.length; row++) {
    sums[row] = (sums[row] ?? 0) + valueAt(tree, bins, row * width);
  }
}
