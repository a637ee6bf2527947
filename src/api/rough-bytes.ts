/** How much memory a reply holds, roughly: enough to bound what is kept, cheap enough for every reply. */

/** Bytes of plain data. Long lists are judged by a sample of their rows. */
export function roughBytes(value: unknown): number {
  if (typeof value === "string") return 24 + value.length;
  if (Array.isArray(value)) {
    const step = Math.max(1, Math.floor(value.length / 8));
    let sampled = 0;
    let bytes = 0;
    for (let i = 0; i < value.length; i += step, sampled++) bytes += 8 + roughBytes(value[i]);
    return 32 + (sampled === 0 ? 0 : Math.ceil((bytes / sampled) * value.length));
  }
  if (typeof value === "object" && value !== null) {
    return Object.values(value).reduce((sum: number, field) => sum + 8 + roughBytes(field), 32);
  }
  return 8;
}
