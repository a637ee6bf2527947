/** The pad: one key a class, undo, "counted". Hidden until its script has woken; what it says while it works is handed
 *  to it in attributes. */
import type { Frame } from "../../src/contract/screen.ts";
import type { Tally } from "../../src/contract/tally.ts";
import { pageHref } from "../components/links.ts";
import type { Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { className } from "./tally-tables.ts";

interface Props {
  readonly frame: Frame;
  readonly words: Words;
  readonly reply: Tally;
}

export function TallyPad({ frame, words, reply }: Props) {
  const { pad } = words.t.tally;
  const classes = reply.tariffs.length === 0 ? [null] : reply.tariffs;
  return (
    <section
      class="pad"
      hidden
      data-tally={reply.site}
      data-zone={reply.zone}
      data-now={reply.now}
      data-scope={pageHref(frame.lang, "/saisie/")}
      data-slots={reply.slots.map(({ start, end }) => `${start}/${end}`).join(" ")}
      data-words={JSON.stringify(pad)}
    >
      <h2 class="vh">{pad.title}</h2>
      <p class="which">
        <b class="hour" data-hour /> {pad.here} · <span data-today />
      </p>
      <ul class={classes.length > 1 ? "keys some" : "keys"}>
        {classes.map((tariff) => {
          const label = className(tariff, words);
          return (
            <li>
              <button type="button" class="less" data-less={tariff ?? ""} aria-label={`−1 ${label}`} disabled>
                −1
              </button>
              <p>
                <b data-count={tariff ?? ""}>0</b>
                {label}
              </p>
              <button type="button" class="more" data-more={tariff ?? ""} aria-label={`+1 ${label}`}>
                +1
              </button>
            </li>
          );
        })}
      </ul>
      <p class="acts">
        <button type="button" data-undo disabled>
          {pad.undo}
        </button>
        <button type="button" class="main" data-confirm />
      </p>
      <p class="said" role="status" data-said />
      <p class="clock" role="alert" data-clock hidden />
      <p class="note" data-kept hidden />
      <p class="note">{capital(pad.confirmNote)}</p>
    </section>
  );
}
