/** /docs: the API for people, from the same table as /openapi.json; one page of HTML without script. */
import type { Action } from "../contract/action.ts";
import { ACTIONS } from "../contract/actions.ts";
import {
  bodyFieldsOf,
  type Field,
  formatsOf,
  parametersOf,
  pathParametersOf,
} from "../contract/parameters.ts";
import { PROBLEMS } from "../contract/problem.ts";
import { PUSH_PATH, pushOperation } from "../contract/push.ts";
import type { Route } from "../contract/route.ts";
import { API_PREFIX, ROUTES } from "../contract/routes.ts";
import { LANGUAGES, type Language } from "../contract/screen.ts";
import { DOCS_WORDS, type DocsWords } from "./docs-words.ts";
import { prefixOf } from "./page-address.ts";

/** Facts of the service that the page names. */
export interface DocsFacts {
  readonly version: string;
  /** True when the data are made up: the page says so. */
  readonly simulated: boolean;
  /** A site for examples; null = none is configured. */
  readonly site: string | null;
}

const NAMES: Readonly<Record<Language, string>> = { fr: "Français", en: "English", nl: "Nederlands" };

/** The whole document; the same for the same facts. */
export function docsPage(lang: Language, { version, simulated, site }: DocsFacts): string {
  const words = DOCS_WORDS[lang];
  const others = LANGUAGES.filter((other) => other !== lang).map(
    (other) => `<a href="${prefixOf(other)}/docs" lang="${other}" hreflang="${other}">${NAMES[other]}</a> ·`,
  );
  const examples: Examples = site === null ? EXAMPLES : { ...EXAMPLES, site };
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.title)}</title>
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<nav><a href="${prefixOf(lang) || "/"}">${escapeHtml(words.toPages)}</a> ·
${others.join("\n")}
<a href="/openapi.json">OpenAPI 3.1</a></nav>
<main>
<h1>${escapeHtml(words.title)} ${escapeHtml(version)}</h1>
${simulated ? `<p><strong>${escapeHtml(words.simulated)}</strong></p>\n` : ""}${words.intro.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n")}
<h2 id="routes">${escapeHtml(words.routes)}</h2>
${Object.entries(ROUTES)
  .map(([name, route]) => section(name, route, words, examples))
  .join("\n")}
${Object.entries<Action>(ACTIONS)
  .map(([name, action]) => actionSection(name, action, words))
  .join("\n")}
${pushSection()}
<h2 id="problems">${escapeHtml(words.problems)}</h2>
<p>${escapeHtml(words.problemsIntro)}</p>
${problems(words)}
</main>
</body>
</html>
`;
}

function section(name: string, route: Route, words: DocsWords, examples: Examples): string {
  const address = `${API_PREFIX}${route.path}`;
  return `<section aria-labelledby="${name}">
<h3 id="${name}"><code>GET ${escapeHtml(address)}</code></h3>
<p lang="en">${escapeHtml(route.summary)}</p>
<p>${escapeHtml(words.encodings)} ${formatsOf(route).join(", ")}.${example(route, words, examples)}</p>
${fieldTable(words.parameters, route.path, parametersOf(route), words)}
</section>`;
}

function actionSection(name: string, action: Action, words: DocsWords): string {
  const [parts, fields] = [pathParametersOf(action), bodyFieldsOf(action)];
  const tables = [
    ...(parts.length > 0 ? [fieldTable(words.parameters, action.path, parts, words)] : []),
    ...(fields.length > 0 ? [fieldTable(words.body, action.path, fields, words)] : []),
  ];
  return `<section aria-labelledby="${name}">
<h3 id="${name}"><code>POST ${escapeHtml(`${API_PREFIX}${action.path}`)}</code></h3>
<p lang="en">${escapeHtml(action.summary)}</p>
${tables.join("\n")}
</section>`;
}

/** Rows in three encodings under a feed's own secret: the fields are those of PushRecord in /openapi.json. */
function pushSection(): string {
  const { operationId, summary } = pushOperation({}, {});
  return `<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><code>POST ${escapeHtml(`${API_PREFIX}${PUSH_PATH}`)}</code></h3>
<p lang="en">${escapeHtml(summary)}</p>
</section>`;
}

function fieldTable(title: string, path: string, fields: readonly Field[], words: DocsWords): string {
  const rows = fields.map(({ name, required, description, schema }) => {
    const values = Array.isArray(schema.enum) ? ` (${schema.enum.join(", ")})` : "";
    const initial = schema.default === undefined ? "" : `, = ${String(schema.default)}`;
    const need = `${required ? words.required : words.optional}${initial}`;
    return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(need)}</td>
<td lang="en">${escapeHtml(description + values)}</td></tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(`${title} ${path}`)}"><table>
<caption>${escapeHtml(title)}</caption>
<thead><tr><th scope="col">${escapeHtml(words.name)}</th><th scope="col">${escapeHtml(words.need)}</th>
<th scope="col">${escapeHtml(words.meaning)}</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** Values of needed parameters, for the link that shows a first answer. */
type Examples = Readonly<Record<string, string>>;

const EXAMPLES: Examples = { from: "2026-01-01", to: "2026-02-01" };

/** A link to a first answer; nothing where a needed parameter has no example. */
function example(route: Route, words: DocsWords, examples: Examples): string {
  const needed = parametersOf(route).flatMap(({ name, required }) => (required ? [name] : []));
  if (needed.some((name) => examples[name] === undefined)) return "";
  const query = needed.map((name) => `${name}=${encodeURIComponent(examples[name] ?? "")}`).join("&");
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
