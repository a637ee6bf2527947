/** A regression tree over binned rows, as flat arrays. */

export interface Tree {
  /** Column to look at, by node; −1 at a leaf. */
  readonly column: Int16Array;
  /** Bins up to this go left, by node. */
  readonly cut: Uint8Array;
  /** Node on the left, by node; the right one follows it. Both come after their parent. */
  readonly left: Int16Array;
  /** What a leaf adds; at other nodes, what its leaves add on average. */
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

/** Gives every inner node the mean of its leaves, by their weights (one per node, 0 at inner ones). */
export function fillMeans(tree: Tree, weights: Float64Array): void {
  const { column, left, value } = tree;
  for (let node = column.length - 1; node >= 0; node--) {
    if ((column[node] ?? -1) < 0) continue;
    const l = left[node] ?? 0;
    const [a, b] = [weights[l] ?? 0, weights[l + 1] ?? 0];
    weights[node] = a + b;
    value[node] = a + b > 0 ? (a * (value[l] ?? 0) + b * (value[l + 1] ?? 0)) / (a + b) : 0;
  }
}

/** Adds to `shares` what each column's splits change along the row's path; returns the mean of all leaves, which is
 *  the rest of what the tree adds.
 *  SOURCE: Saabas 2014, Interpreting random forests (blog.datadive.net); Lundberg et al. 2018 discuss its limits. */
export function addPath(tree: Tree, bins: Uint8Array, from: number, shares: Float64Array): number {
  const { column, cut, left, value } = tree;
  let node = 0;
  for (;;) {
    const c = column[node] ?? -1;
    if (c < 0) return value[0] ?? 0;
    const next = (left[node] ?? 0) + ((bins[from + c] ?? 0) <= (cut[node] ?? 0) ? 0 : 1);
    shares[c] = (shares[c] ?? 0) + (value[next] ?? 0) - (value[node] ?? 0);
    node = next;
  }
}
