/** What is wrong, worst first: since when, and what to do about it. */
import type { Quality, QualityProblem } from "../../src/contract/quality.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { type Glyph, GlyphIcon } from "../charts/glyphs.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { problemName, problemText } from "./quality-words.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Quality;
}

/** Lines shown; what else there is stands in the stripes. */
const MOST = 10;

const ICONS: Record<QualityProblem["kind"], { readonly symbol: string } | { readonly glyph: Glyph }> = {
  failed: { symbol: "s-missing" },
  held: { symbol: "s-missing" },
  silent: { symbol: "s-missing" },
  late: { symbol: "s-late" },
  stuck: { glyph: "fault" },
  ratio: { glyph: "event" },
  drift: { glyph: "event" },
  clock: { symbol: "s-late" },
  future: { symbol: "s-late" },
  columns: { glyph: "note" },
  gaps: { symbol: "s-partial" },
  rejected: { glyph: "closure" },
};

export function QualityProblems({ frame, words, reply }: Props) {
  const { problems } = words.t.quality;
  return (
    <section class="todo">
      <h2>{problems.title}</h2>
      {reply.problems.length === 0 && <p class="sub">{problems.none}</p>}
      <ul class="log">
        {reply.problems.slice(0, MOST).map((problem) => (
          <Problem frame={frame} words={words} reply={reply} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function Problem({ frame, words, reply, problem }: Props & { readonly problem: QualityProblem }) {
  const { problems } = words.t.quality;
  const tag = tagOf(problem.kind, words);
  const icon = ICONS[problem.kind];
  const asked = new URLSearchParams({ ...(problem.feed ? { feed: problem.feed } : {}), day: problem.last });
  const href = (anchor: string) => pageHref(frame.lang, `/qualite?${asked}#${anchor}`);
  return (
    <li>
      {"glyph" in icon ? (
        <GlyphIcon glyph={icon.glyph} inModel={true} />
      ) : (
        <svg width="16" height="16" aria-hidden="true">
          <use href={`#${icon.symbol}`} />
        </svg>
      )}
      <div>
        <p>
          <b>{problemName(reply, problem, words)}</b> {tag ? <b class="al">{tag}</b> : "·"}{" "}
          <Rich text={`${problemText(reply, problem, words)}.`} />
        </p>
        <p class="sub">
          {problems.todo}{" "}
          <Rich text={`${problems.do[problem.kind]}${/[?.]$/.test(problems.do[problem.kind]) ? "" : "."}`} />
          {(problem.kind === "failed" || problem.kind === "held") && problem.detail && (
            <>
              {" "}
              <q lang="en">{problem.detail}</q>
            </>
          )}
        </p>
      </div>
      <p class="go">
        <a href={href("day")}>{problems.day}</a>
        {problem.kind === "rejected" && <a href={href("aside")}>{words.t.quality.aside.rows}</a>}
        {problem.site !== null &&
          problem.kind !== "rejected" &&
          (problem.noted ? <span>{problems.noted}</span> : <a href={href("fault")}>{problems.note}</a>)}
      </p>
    </li>
  );
}

/** Caramel word of what needs somebody now. */
function tagOf(kind: QualityProblem["kind"], { t }: Words): string | null {
  const { health, short } = t.quality;
  if (kind === "failed") return capital(health.failed);
  if (kind === "silent") return capital(health.silent);
  return kind === "late" ? short.late : null;
}
