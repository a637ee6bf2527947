/** Parts cut out of a drawn page. The pages are our own and drawn by one renderer, so their tags are well known. */

/** One drawing: its open tag and what it holds. */
export interface Drawing {
  readonly open: string;
  readonly inner: string;
}

/** The first drawing of a chart, which is the wide one, up to its own end tag. */
export function drawingIn(html: string, tag = /<svg [^>]*role="img"/): Drawing | null {
  const start = html.search(tag);
  if (start < 0) return null;
  let depth = 0;
  for (const tag of html.slice(start).matchAll(/<svg[\s>]|<\/svg>/g)) {
    depth += tag[0] === "</svg>" ? -1 : 1;
    if (depth > 0) continue;
    const whole = html.slice(start, start + tag.index);
    const end = whole.indexOf(">") + 1;
    return { open: whole.slice(0, end), inner: whole.slice(end) };
  }
  return null;
}

/** Value of an attribute of an open tag. */
export function attribute(open: string, name: string): string | null {
  return open.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? null;
}

/** Text of the first element that the pattern captures, without its inner tags and without what a phone shows instead;
 *  still escaped. Empty where there is none. */
export function textOf(html: string, pattern: RegExp): string {
  return (html.match(pattern)?.[1] ?? "")
    .replace(/<span class="narrow">.*?<\/span>/gs, "")
    .replace(/<sup>er<\/sup>/g, "ᵉʳ")
    .replace(/<[^>]*>/g, "")
    .trim();
}

/** HTML lets an attribute stand without value, XML does not. */
export function asXml(html: string): string {
  return html.replace(/<[a-z](?:[^<>"]|"[^"]*")*>/g, (tag) =>
    tag.replace(/\s([\w:-]+)(?:="([^"]*)")?/g, (_, name: string, value = "") => ` ${name}="${value}"`),
  );
}
