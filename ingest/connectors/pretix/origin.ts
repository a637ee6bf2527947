/** Where a buyer comes from, coarse enough to keep: a French département or an ISO country. */

/** `59` for 59400 in FR, `2A`/`2B` in Corsica, `974` overseas; the country alone where there is no usable postcode;
 *  undefined when nothing is known. */
export function originOf(
  country: string | null | undefined,
  zipcode: string | null | undefined,
): string | undefined {
  const land = country?.trim().toUpperCase();
  if (!land || !/^[A-Z]{2}$/.test(land)) return undefined;
  if (land !== "FR") return land;
  const code = zipcode?.replace(/\s/g, "") ?? "";
  if (!/^\d{5}$/.test(code)) return "FR";
  if (code.startsWith("97") || code.startsWith("98")) return code.slice(0, 3);
  if (code.startsWith("20")) return Number(code) < 20_200 ? "2A" : "2B";
  return code.slice(0, 2);
}
