/** The shape of UTF-8 sequences, byte by byte (RFC 3629). Used only to judge samples and chunk borders; decoding is
 *  the platform's. */

/** Length in bytes of the character that a lead byte announces; 0 for a byte that cannot lead. */
function announced(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Lowest and highest second byte after a lead: excludes overlong forms, surrogates and beyond U+10FFFF. */
function secondFits(lead: number, second: number | undefined): boolean {
  if (!continues(second) || second === undefined) return false;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}

/** Counts characters beyond ASCII that are right and bytes that are not. A character cut off by the end of the
 *  sample counts as neither. */
export function utf8Faults(sample: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < sample.length; ) {
    const lead = sample[i] ?? 0;
    const length = announced(lead);
    if (length === 1) {
      i += 1;
      continue;
    }
    let fits = length > 0 ? 1 : 0;
    while (fits > 0 && fits < length && i + fits < sample.length) {
      const byte = sample[i + fits];
      if (fits === 1 ? !secondFits(lead, byte) : !continues(byte)) break;
      fits += 1;
    }
    if (fits > 0 && i + fits >= sample.length && fits < length) break;
    if (fits === length && length > 0) {
      good += 1;
      i += length;
    } else {
      bad += 1;
      i += 1;
    }
  }
  return { good, bad };
}

/** Bytes at the end of a chunk that begin a character without finishing it: 0–3. */
export function utf8Tail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return announced(byte) > back ? back : 0;
  }
  return 0;
}
