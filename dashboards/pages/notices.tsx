/** Pages without figures: data being prepared, an address that leads nowhere, a figure that could not be computed. */
import type { Frame, Screen } from "../../src/contract/screen.ts";
import { Document } from "../components/document.tsx";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
}

/** Progress while the store is filled; the server sends a refresh with it. */
export function StartingPage({
  frame,
  words,
  done,
  total,
}: Props & { readonly done: number; readonly total: number }) {
  const { shell } = words.t;
  return (
    <Document frame={frame} words={words} place={null} title={shell.starting}>
      <h1>
        {shell.starting} <span>{shell.startingNext}</span>
      </h1>
      <p class="progress">
        {total > 0 && <progress max={total} value={done} aria-label={shell.starting} />}
        {total > 0 && <span class="sub">{shell.startingDone(done, total)}</span>}
      </p>
    </Document>
  );
}

export function NotFoundPage({ frame, words }: Props) {
  const { shell } = words.t;
  return (
    <Document frame={frame} words={words} place={null} title={shell.notFound}>
      <h1>
        {shell.notFound} <span>{shell.notFoundNext}</span>
      </h1>
    </Document>
  );
}

/** What somebody sent was not taken. The reasons are the API's, in English. */
export function RefusedPage({
  frame,
  words,
  refusal: { detail, errors },
}: Props & { readonly refusal: Extract<Screen, { kind: "refused" }> }) {
  const { shell } = words.t;
  const reasons = errors.map(({ path, value, remedy }) => `${path}${value ? `: ${value}` : ""} (${remedy})`);
  return (
    <Document frame={frame} words={words} place={null} title={shell.refused}>
      <h1>
        {shell.refused} <span>{shell.refusedNext}</span>
      </h1>
      <ul lang="en" class="sub">
        {(reasons.length > 0 ? reasons : [detail]).map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </Document>
  );
}

export function ErrorPage({ frame, words, id }: Props & { readonly id: string }) {
  const { shell } = words.t;
  return (
    <Document frame={frame} words={words} place={null} title={shell.state.error}>
      <h1>
        {shell.state.error} <span>{shell.errorId(id)}</span>
      </h1>
      <p class="act">
        <a href={pageHref(frame.lang, frame.path)}>{shell.retry}</a> ·{" "}
        <a href={pageHref(frame.lang, "/")}>{shell.home}</a>
      </p>
    </Document>
  );
}
