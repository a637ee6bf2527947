/** /docs: the API for people, from the same table as /openapi.json; one page of HTML without script. */
import { formatsOf, parametersOf } from "../contract/parameters.ts";
import { PROBLEMS } from "../contract/problem.ts";
import type { Route } from "../contract/route.ts";
import { API_PREFIX, ROUTES } from "../contract/routes.ts";
import { DOCS_WORDS, type DocsWords } from "./docs-words.ts";

/** The whole document; the same for the same version. */
export function docsPage(lang: "fr" | "en", version: string): string {
  const words = DOCS_WORDS[lang];
  const other =
    lang === "fr"
      ? { href: "/en/docs", lang: "en", name: "English" }
      : { href: "/docs", lang: "fr", name: "Français" };
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<nav><a href="${lang === "fr" ? "/" : "/en"}">${escapeHtml(words.toPages)}</a> ·
<a href="${other.href}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a> ·
<a href="/openapi.json">OpenAPI 3.1</a></nav>
<main>
<h1>${escapeHtml(words.title)} ${escapeHtml(version)}</h1>
${words.intro.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
<h2 id="routes">${escapeHtml(words.routes)}</h2>
${Object.entries(ROUTES)
  .map(([name, route]) => section(name, route, words))
  .join("\n")}
<h2 id="problems">${escapeHtml(words.problems)}</h2>
<p>${escapeHtml(words.problemsIntro)}</p>
${problems(words)}
</main>
</body>
</html>
`;
}

function section(name: string, route: Route, words: DocsWords): string {
  const address = `${API_PREFIX}${route.path}`;
  const rows = parametersOf(route).map(({ name: parameter, required, description, schema }) => {
    const values = Array.isArray(schema.enum) ? ` (${schema.enum.join(", ")})` : "";
    const initial = schema.default === undefined ? "" : `, = ${String(schema.default)}`;
    const need = `${required ? words.required : words.optional}${initial}`;
    return `<tr><th scope="row"><code>${escapeHtml(parameter)}</code></th><td>${escapeHtml(need)}</td>
<td lang="en">${escapeHtml(description + values)}</td></tr>`;
  });
  return `<section aria-labelledby="${name}">
<h3 id="${name}"><code>GET ${escapeHtml(address)}</code></h3>
<p lang="en">${escapeHtml(route.summary)}</p>
<p>${escapeHtml(words.encodings)} ${formatsOf(route).join(", ")}.${example(route, words)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(`${words.parameters} ${route.path}`)}"><table>
<caption>${escapeHtml(words.parameters)}</caption>
<thead><tr><th scope="col">${escapeHtml(words.name)}</th><th scope="col">${escapeHtml(words.need)}</th>
<th scope="col">${escapeHtml(words.meaning)}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>
</section>`;
}

/** Values that are right anywhere, for the link that shows a first answer. */
const EXAMPLES: Readonly<Record<string, string>> = { from: "2026-01-01", to: "2026-02-01" };

/** A link to a first answer; nothing where a parameter is needed that differs from place to place. */
function example(route: Route, words: DocsWords): string {
  const needed = parametersOf(route).flatMap(({ name, required }) => (required ? [name] : []));
  if (needed.some((name) => EXAMPLES[name] === undefined)) return "";
  const query = needed.map((name) => `${name}=${EXAMPLES[name]}`).join("&");
  const address = `${API_PREFIX}${route.path}${query === "" ? "" : `?${query}`}`;
  const label = `${words.tryIt} ${route.path}`;
  return ` <a href="${escapeHtml(address)}" aria-label="${escapeHtml(label)}">${escapeHtml(words.tryIt)}</a>`;
}

function problems(words: DocsWords): string {
  const rows = Object.entries(PROBLEMS).map(
    ([kind, { status, title, help }]) => `<tr id="${kind}"><th scope="row"><code>${kind}</code></th>
<td>${status}</td><td lang="en">${escapeHtml(`${title}. ${help}`)}</td></tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-labelledby="problems"><table>
<thead><tr><th scope="col">type</th><th scope="col">${escapeHtml(words.status)}</th>
<th scope="col">${escapeHtml(words.remedy)}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
