/** Addresses that came from the environment, checked once their references are replaced; values are not shown. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how the territory file names variables
import { ADDRESS_REMEDY, address } from "./contact-fields.ts";
import { type Finding, type Path, valueAt } from "./document.ts";

/** Findings about `alerts[].to` and `digest.to`. References that are missing are reported elsewhere. */
export function checkAddresses(written: unknown, resolved: unknown): Finding[] {
  const alerts = valueAt(written, ["alerts"]);
  const lists: Path[] = [
    ...(Array.isArray(alerts) ? alerts.map((_, i): Path => ["alerts", i, "to"]) : []),
    ["digest", "to"],
  ];
  return lists.flatMap((list) => {
    const entries = valueAt(resolved, list);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown, i): Finding[] => {
      const text = typeof entry === "string" ? entry : valueAt(entry, ["address"]);
      if (typeof text !== "string" || address.safeParse(text).success) return [];
      const path = typeof entry === "string" ? [...list, i] : [...list, i, "address"];
      const asWritten = valueAt(written, path);
      // A wrong text in the file itself is the schema's to report.
      if (typeof asWritten !== "string" || !asWritten.includes("${")) return [];
      return [{ path, value: asWritten, remedy: ADDRESS_REMEDY }];
    });
  });
}
