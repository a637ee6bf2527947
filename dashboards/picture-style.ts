/** The style of pictures: the light colours of the theme and the rules of the charts, in one text. */

/** Sheets that draw charts and what stands in them; frames of pages are not among them. */
const SHEETS = import.meta.glob<string>(
  ["./styles/*.css", "!./styles/{main,theme,base,header,page,board,print}.css"],
  { query: "?raw", import: "default", eager: true },
);
const THEME = import.meta.glob<string>("./styles/theme.css", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The first block of the theme holds the light colours; those of the dark and of paper follow it. */
const light = Object.values(THEME).join("").split("@media")[0] ?? "";

export const PICTURE_STYLE = [
  light.replace("color-scheme: light dark;", "color-scheme: light;"),
  ...Object.values(SHEETS),
  "svg{font-family:var(--sans);overflow:visible} text{font-variant-numeric:tabular-nums} svg .pic-title{font-size:20px;font-weight:700;fill:var(--ink)}",
]
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, "")
  .replace(/\s+/g, " ")
  .trim();
