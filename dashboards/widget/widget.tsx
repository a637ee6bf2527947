/** The public widget "quiet hours": seven days by three parts of the day, each a word and a shape. A whole document
 *  with its style inside: one request, no script. */
import { renderToString } from "preact-render-to-string";
import type { QuietHours, QuietLevel } from "../../src/contract/quiet-hours.ts";
import { DAY_PARTS } from "../../src/contract/quiet-hours.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words, wordsFor } from "../i18n/catalog.ts";
import { capital, isWeekend } from "../i18n/format.ts";
import theme from "../styles/theme.css?raw";
import style from "../styles/widget.css?raw";
import { quietAnswer } from "./answer.ts";

/** A style sheet without what only people read. */
const small = (sheet: string) =>
  sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([{};,]) ?/g, "$1")
    .trim();
const STYLE = small(`${theme}${style}`);

/** @param quiet null = nothing can be told now */
export function widgetDocument(frame: Frame, quiet: QuietHours | null): string {
  const words = wordsFor(frame.lang, quiet?.zone ?? "UTC");
  const body = <Widget frame={frame} words={words} quiet={quiet} />;
  // Preact would escape the quotes of the style.
  return `<!doctype html>${renderToString(body).replace("</head>", () => `<style>${STYLE}${small(frame.colours ?? "")}</style></head>`)}`;
}

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly quiet: QuietHours | null;
}

function Widget({ frame, words, quiet }: Props) {
  const { widget, shell } = words.t;
  const name = quiet ? named(quiet.name, words.lang) : siteOf(frame);
  const title = name ? `${widget.title} · ${name}` : widget.title;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body>
        <main>
          <p class="site">{title}</p>
          <h1>
            <Rich text={quiet ? quietAnswer(quiet, words) : widget.unavailable} />
          </h1>
          {quiet && <Week quiet={quiet} words={words} />}
          <p class="foot">
            {quiet?.issued_at && quiet.unknown === null && (
              <Rich
                text={widget.note(
                  words.f.long(words.f.dayOf(quiet.issued_at)),
                  words.f.time(quiet.issued_at),
                )}
              />
            )}{" "}
            {frame.simulated && <b>{shell.simulated}.</b>}
          </p>
        </main>
      </body>
    </html>
  );
}

/** The site that the address names, while there is no reply to name it. */
function siteOf({ path, sites, lang }: Frame): string {
  const id = decodeURIComponent(path.split("/").at(-1) ?? "");
  const site = sites.find((one) => one.id === id);
  return site ? named(site.name, lang) : "";
}

function Week({ quiet, words }: { readonly quiet: QuietHours; readonly words: Words }) {
  const { f, t } = words;
  const { widget } = t;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{widget.day}</th>
          {DAY_PARTS.map((part) => (
            <th scope="col">{widget.parts[part]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {quiet.days.map(({ day, opening, parts }) => (
          <tr {...(isWeekend(day) ? { class: "we" } : {})}>
            <th scope="row">
              <Rich text={capital(f.shortWeekday(day))} />
            </th>
            {opening.kind === "closed" ? (
              <td colspan={DAY_PARTS.length} class="no">
                {capital(t.shell.closed)}
                {opening.reason && ` (${named(opening.reason, words.lang)})`}
              </td>
            ) : (
              parts.map(({ level }) => (
                <td
                  {...(level === "quiet" || level === "moderate" || level === "busy" ? {} : { class: "no" })}
                >
                  <Shape level={level} />
                  {widget.levels[level]}
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FILLED: Readonly<Partial<Record<QuietLevel, number>>> = { quiet: 1, moderate: 2, busy: 3 };

/** One, two or three bars; a dotted frame where nothing is known; nothing where it is closed or over. */
function Shape({ level }: { readonly level: QuietLevel }) {
  const filled = FILLED[level];
  if (level === "unknown") {
    return (
      <svg viewBox="0 0 22 14" aria-hidden="true">
        <path class="q" d="M1 1H21V13H1Z" />
      </svg>
    );
  }
  if (filled === undefined) return null;
  return (
    <svg viewBox="0 0 22 14" aria-hidden="true">
      {[0, 1, 2].map((i) => (
        <path class={i < filled ? "on" : "off"} d={`M${1 + i * 7.5} ${9 - i * 4}h5v${4 + i * 4}h-5Z`} />
      ))}
    </svg>
  );
}
