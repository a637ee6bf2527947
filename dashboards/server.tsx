/** The renderer handed to the server: a screen and its frame in, a whole HTML document out. Pure: same input, same
 *  bytes. The page is weighed once drawn, and says so in its footer. */
import { gzipSync } from "node:zlib";
import { renderToString } from "preact-render-to-string";
import type { Frame, RenderPage, Screen } from "../src/contract/screen.ts";
import { BUILT } from "./built.ts";
import { WEIGHED } from "./components/document.tsx";
import { type Words, wordsFor } from "./i18n/catalog.ts";
import { AttendancePage } from "./pages/attendance.tsx";
import { DocumentPage } from "./pages/documents.tsx";
import { ErrorPage, NotFoundPage, RefusedPage, StartingPage } from "./pages/notices.tsx";
import { OutlookPage } from "./pages/outlook.tsx";
import { TodayPage } from "./pages/today.tsx";
import { widgetDocument } from "./widget/widget.tsx";

/** File names of the built style and script, for the frame. */
export { mails } from "./mail/mail.ts";

export const assets: Frame["assets"] = { style: BUILT.style, script: BUILT.script };

/** Document, style, script, icon. */
const REQUESTS = 4;

function page(frame: Frame, screen: Exclude<Screen, { kind: "widget" }>) {
  const words = (zone: string): Words => wordsFor(frame.lang, zone);
  switch (screen.kind) {
    case "today":
      return <TodayPage frame={frame} words={words(screen.board.zone)} board={screen.board} />;
    case "attendance":
      return <AttendancePage frame={frame} words={words(screen.attendance.zone)} reply={screen.attendance} />;
    case "outlook":
      return <OutlookPage frame={frame} words={words(screen.outlook.zone)} reply={screen.outlook} />;
    case "document":
      return <DocumentPage frame={frame} words={words("UTC")} name={screen.name} facts={screen.facts} />;
    case "starting":
      return <StartingPage frame={frame} words={words("UTC")} done={screen.done} total={screen.total} />;
    case "not_found":
      return <NotFoundPage frame={frame} words={words("UTC")} />;
    case "refused":
      return <RefusedPage frame={frame} words={words("UTC")} refusal={screen} />;
    case "error":
      return <ErrorPage frame={frame} words={words("UTC")} id={screen.id} />;
  }
}

/** Draws a whole HTML document. */
export const renderPage: RenderPage = (frame, screen) => {
  if (screen.kind === "widget") return widgetDocument(frame, screen.quiet);
  const html = `<!doctype html>${renderToString(page(frame, screen))}`;
  const { f } = wordsFor(frame.lang, "UTC");
  const bytes = gzipSync(html).length + BUILT.bytes;
  const elements = html.match(/<[a-z]/g)?.length ?? 0;
  return html
    .replace(WEIGHED.kilobytes, f.int(Math.max(1, bytes / 1000)))
    .replace(WEIGHED.requests, f.int(REQUESTS))
    .replace(WEIGHED.elements, f.int(elements));
};
