/** Whether door and till agree: a control chart for the sites that have both, those that left their band first. */
import type { Concordance, Quality } from "../../src/contract/quality.ts";
import { daysBetween } from "../../src/domain/time.ts";
import { ControlChart, type ControlDay, largestOf } from "../charts/control-chart.tsx";
import { Pictures } from "../components/chart.tsx";
import { Rich } from "../components/rich.tsx";
import type { Words } from "../i18n/catalog.ts";
import { daysShown, lastDay, siteName } from "./quality-words.ts";

const MOST = 2;
/** From so many minutes on the clocks are spoken of. */
const CLOCK_MINUTES = 30;

interface Shown {
  readonly pair: Concordance;
  readonly days: readonly ControlDay[];
  readonly outside: number;
}

export function QualityRatio({ reply, words }: { reply: Quality; words: Words }) {
  const pairs = reply.concordance
    .filter(({ days }) => days.length > 0)
    .map((pair): Shown => {
      const days = controlDays(pair, reply, words);
      return { pair, days, outside: days.filter(({ outside }) => outside).length };
    })
    .sort((a, b) => b.outside - a.outside);
  if (pairs.length === 0) return null;
  const shown = pairs.slice(0, MOST);
  const largest = Math.max(...shown.map(({ days }) => largestOf(days)));
  return (
    <>
      <div class="two even">
        {shown.map((one) => (
          <Pair reply={reply} words={words} shown={one} largest={largest} />
        ))}
      </div>
      {pairs.length > MOST && <p class="note hint">{words.t.quality.ratio.more(pairs.length - MOST)}</p>}
    </>
  );
}

/** Per 100 tickets. */
function controlDays(pair: Concordance, reply: Quality, { f, t }: Words): ControlDay[] {
  return pair.days.map(({ day, ratio, median, low, high, outside }) => ({
    slot: daysBetween(reply.from, day),
    value: 100 * ratio,
    band:
      low === null || median === null || high === null
        ? null
        : { low: 100 * low, median: 100 * median, high: 100 * high },
    outside,
    text: t.quality.ratio.point(f.int(100 * ratio), f.short(day)),
  }));
}

interface PairProps {
  readonly reply: Quality;
  readonly words: Words;
  readonly shown: Shown;
  /** End of the scale that all of them share. */
  readonly largest: number;
}

function Pair({ reply, words, shown: { pair, days, outside }, largest }: PairProps) {
  const { f, t } = words;
  const { ratio } = t.quality;
  const site = siteName(reply, pair.site, words);
  const band = days.at(-1)?.band;
  const clock = pair.clock_minutes;
  const sentences = [
    band ? (outside > 0 ? ratio.outside(outside, days.length) : ratio.inside(days.length)) : ratio.few,
    band ? ratio.band(f.int(band.low), f.int(band.high)) : "",
    clock !== null && Math.abs(clock) >= CLOCK_MINUTES ? ratio.clock(clock) : "",
  ];
  return (
    <figure>
      <h2>
        <Rich text={ratio.title(site)} />
      </h2>
      <p class="sub">
        <Rich text={sentences.filter(Boolean).join(" ")} />
      </p>
      <ControlChart
        days={days}
        largest={largest}
        count={daysShown(reply)}
        label={ratio.label(site, days.length, outside)}
        ends={[f.short(reply.from), f.short(lastDay(reply))]}
        format={f}
      />
      <Pictures words={words} />
    </figure>
  );
}
