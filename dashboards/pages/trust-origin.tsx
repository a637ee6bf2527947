/** A past forecast: which one is shown, and how to get to another. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Trust } from "../../src/contract/trust.ts";
import { addDays } from "../../src/domain/time.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { trustHref } from "./trust-links.ts";

/** A day, which leads to the forecast that promised it. */
export function originLink(
  frame: Frame,
  reply: Trust,
  { day, origin }: { readonly day: string; readonly origin: string },
  { f }: Words,
) {
  return <a href={trustHref(frame, reply, reply.lead, origin, "past")}>{f.shortWeekday(day)}</a>;
}

interface Props {
  readonly frame: Frame;
  readonly reply: Trust;
  readonly words: Words;
}

/** A date to type, and links a week earlier and later: they work without script. */
export function OriginForm({ frame, reply, words }: Props) {
  const { t } = words;
  const { origins, vintage, site, lead } = reply;
  const [first, last] = [origins[0], origins.at(-1)];
  if (!vintage || first === undefined || last === undefined) return null;
  const [before, after] = [addDays(vintage.day, -7), addDays(vintage.day, 7)];
  return (
    <form class="ask" action={`${pageHref(frame.lang, `/fiabilite/${site}`)}#past`} method="get">
      {lead !== 7 && <input type="hidden" name="lead" value={lead} />}
      <label>
        {t.trust.vintageAsk}{" "}
        <input type="date" name="origin" value={vintage.day} min={first} max={last} required />
      </label>
      <button type="submit">{t.trust.vintageShow}</button>
      {before >= first && <a href={trustHref(frame, reply, lead, before, "past")}>{t.trust.weekBefore}</a>}
      {after <= last && <a href={trustHref(frame, reply, lead, after, "past")}>{t.trust.weekAfter}</a>}
    </form>
  );
}
