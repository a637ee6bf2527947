/** The renderer handed to the server: a screen and its frame in, a whole HTML document out. Pure: same input, same
 *  bytes. The page is weighed once drawn, and says so in its footer. */
import { gzipSync } from "node:zlib";
import { renderToString } from "preact-render-to-string";
import type { Frame, RenderPage, Screen } from "../src/contract/screen.ts";
import { BUILT } from "./built.ts";
import { WEIGHED } from "./components/document.tsx";
import { type Words, wordsFor } from "./i18n/catalog.ts";
import { AttendancePage } from "./pages/attendance.tsx";
import { BookingsPage } from "./pages/bookings.tsx";
import { CalendarPage } from "./pages/calendar.tsx";
import { ComparisonPage } from "./pages/comparison.tsx";
import { DocumentPage } from "./pages/documents.tsx";
import { FlowsPage } from "./pages/flows.tsx";
import { LogbookPage } from "./pages/logbook.tsx";
import { ErrorPage, NotFoundPage, RefusedPage, StartingPage } from "./pages/notices.tsx";
import { OutlookPage } from "./pages/outlook.tsx";
import { QualityPage } from "./pages/quality.tsx";
import { SitePage } from "./pages/site.tsx";
import { StaffingPage } from "./pages/staffing.tsx";
import { SupposePage } from "./pages/suppose.tsx";
import { TallyPage } from "./pages/tally.tsx";
import { TodayPage } from "./pages/today.tsx";
import { TrustPage } from "./pages/trust.tsx";
import { widgetDocument } from "./widget/widget.tsx";

/** File names of the built style and script, for the frame. */
export { mails } from "./mail/mail.ts";
export { renderPicture } from "./picture/picture.ts";

export const assets: Frame["assets"] = { style: BUILT.style, script: BUILT.script };

/** Document, style, script, icon. */
const REQUESTS = 4;

function page(frame: Frame, screen: Exclude<Screen, { kind: "widget" }>) {
  const words = (zone: string): Words => wordsFor(frame.lang, zone);
  switch (screen.kind) {
    case "today":
      return <TodayPage frame={frame} words={words(screen.board.zone)} board={screen.board} />;
    case "site":
      return (
        <SitePage frame={frame} words={words(screen.board.zone)} board={screen.board} site={screen.site} />
      );
    case "attendance":
      return <AttendancePage frame={frame} words={words(screen.attendance.zone)} reply={screen.attendance} />;
    case "calendar":
      return <CalendarPage frame={frame} words={words(screen.calendar.zone)} reply={screen.calendar} />;
    case "comparison":
      return <ComparisonPage frame={frame} words={words(screen.comparison.zone)} reply={screen.comparison} />;
    case "outlook":
      return <OutlookPage frame={frame} words={words(screen.outlook.zone)} reply={screen.outlook} />;
    case "document":
      return <DocumentPage frame={frame} words={words("UTC")} name={screen.name} facts={screen.facts} />;
    case "flows":
      return <FlowsPage frame={frame} words={words(screen.flows.zone)} reply={screen.flows} />;
    case "tally":
      return <TallyPage frame={frame} words={words(screen.tally.zone)} reply={screen.tally} />;
    case "trust":
      return <TrustPage frame={frame} words={words(screen.trust.zone)} reply={screen.trust} />;
    case "suppose":
      return <SupposePage frame={frame} words={words(screen.suppose.zone)} reply={screen.suppose} />;
    case "bookings":
      return <BookingsPage frame={frame} words={words(screen.bookings.zone)} reply={screen.bookings} />;
    case "staffing":
      return <StaffingPage frame={frame} words={words(screen.staffing.zone)} reply={screen.staffing} />;
    case "logbook":
      return <LogbookPage frame={frame} words={words(screen.logbook.zone)} reply={screen.logbook} />;
    case "quality":
      return <QualityPage frame={frame} words={words(screen.quality.zone)} reply={screen.quality} />;
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
