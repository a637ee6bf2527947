/** "Did you mean": the known name closest to a misspelt one. */

/** Edits (insert, delete, replace) that turn one text into the other.
 *  SOURCE: Wagner & Fischer, The String-to-String Correction Problem, 1974. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The closest known name within a third of its length (at least 2 edits), or undefined. Of two as close, the one that
 *  begins as was typed: `form` was to become `format`. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  // A longer text cannot be a misspelling, and would cost time.
  if (name.length > 64) return undefined;
  const begun = (candidate: string) => (candidate.toLowerCase().startsWith(name.toLowerCase()) ? 1 : 0);
  const scored = known.map((candidate) => ({
    candidate,
    distance: editDistance(name.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.sort((a, b) => a.distance - b.distance || begun(b.candidate) - begun(a.candidate))[0];
  if (!best || best.distance > Math.max(2, best.candidate.length / 3)) return undefined;
  return best.candidate;
}
