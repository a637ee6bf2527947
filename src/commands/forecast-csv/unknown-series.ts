/** Names shown at most. */
const SHOWN = 5;

/** Warns of series in a file beside the input that the input does not know: most likely another spelling. */
export function unknownSeries(file: string, names: ReadonlySet<string>): string[] {
  if (names.size === 0) return [];
  const shown = [...names].slice(0, SHOWN).join(", ");
  const more = names.size > SHOWN ? ` and ${names.size - SHOWN} more` : "";
  return [`${file} has rows of series without values before the origin, which are left out: ${shown}${more}`];
}
