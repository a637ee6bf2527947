/** The style of pictures: the rules of the charts that a drawing uses, its colours written out. Programs that open an SVG
 *  outside a browser know neither custom properties nor media queries. */

/** Sheets that draw charts and what stands in them; frames of pages are not among them. */
const SHEETS = import.meta.glob<string>(
  ["../styles/*.css", "!../styles/{main,theme,base,header,page,board,print,widget}.css"],
  { query: "?raw", import: "default", eager: true },
);
const THEME = import.meta.glob<string>("../styles/theme.css", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The first block of the theme holds the light colours; those of the dark and of paper follow it. */
const light = Object.values(THEME).join("").split("@media")[0] ?? "";
const LIGHT = new Map([...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));

const OWN =
  "svg{font-family:var(--sans);overflow:visible} svg text{font-variant-numeric:tabular-nums} svg .pic-title{font-size:20px;font-weight:700;fill:var(--ink)} svg .t16{font-size:16px} svg .t24{font-size:24px}";

/** A block of rules under a condition. */
const MEDIA = /@media ([^{]*)\{((?:[^{}]*\{[^{}]*\})*)\s*\}/g;
const WIDE = "(min-width: 1200px)";

/** Rules as they hold on a wide screen, one each. */
const RULES = [...Object.values(SHEETS), OWN]
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(MEDIA, (_, condition: string, rules: string) => (condition.trim() === WIDE ? rules : ""))
  .replace(/\s+/g, " ")
  .match(/[^{}]+\{[^{}]*\}/g);

/** Elements of a drawing that rules may name without a class. */
const ELEMENTS = new Set(["svg", "text", "line", "path", "rect", "circle", "g", "*"]);

/** @param drawing whose classes are looked for. @param colours by name, as `#rrggbb`; those left out stay */
export function styleFor(drawing: string, colours: Readonly<Record<string, string | undefined>>): string {
  const used = new Set(
    [...drawing.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" ")),
  );
  const applies = (selector: string) => {
    const [names, elements] = [
      selector.match(/\.[\w-]+/g) ?? [],
      selector.replace(/\.[\w-]+/g, " ").match(/[^\s]+/g) ?? [],
    ];
    return names.every((name) => used.has(name.slice(1))) && elements.every((name) => ELEMENTS.has(name));
  };
  return (RULES ?? [])
    .flatMap((rule) => {
      const [selectors = "", body = ""] = rule.split("{");
      const kept = selectors
        .split(",")
        .map((one) => one.trim())
        .filter(applies);
      return kept.length > 0 ? [`${kept.join(",")}{${body.trim()}`] : [];
    })
    .join(" ")
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => colours[name] ?? LIGHT.get(name) ?? "currentColor");
}
