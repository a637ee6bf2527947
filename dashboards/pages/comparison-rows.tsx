/** The dot plot as a ranked list: name, rate, dots, and what they are made from. */
import type { ComparedSite, Comparison } from "../../src/contract/comparison.ts";
import { DotAxis, DotRow, dotScale, layoutDots } from "../charts/dot-row.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { named, type Words } from "../i18n/catalog.ts";
import { capital } from "../i18n/format.ts";
import { isCompared, isRated, whyLeftOut } from "./comparison-words.ts";

interface Props {
  readonly reply: Comparison;
  readonly words: Words;
  /** Address of the page for some of the sites; without any, for all. */
  readonly hrefOf: (sites: readonly string[]) => string;
}

export function ComparisonRows({ reply, words, hrefOf }: Props) {
  const { t, f } = words;
  const scale = dotScale(
    reply.rows.flatMap(({ per_hour, before_per_hour }) => [per_hour ?? 0, before_per_hour ?? 0]),
  );
  const chosen = reply.sites.filter((site) => site.chosen).map(({ id }) => id);
  const rest = (id: string) => hrefOf(chosen.filter((other) => other !== id));
  return (
    <>
      <div class="ranks">
        <div class="axis" aria-hidden="true">
          <DotAxis scale={scale} text={(tick) => f.axis(tick)} />
        </div>
        <ol>
          {reply.rows.map((row) => (
            <Row
              row={row}
              reply={reply}
              words={words}
              scale={scale}
              rest={chosen.length > 1 ? rest(row.site) : null}
            />
          ))}
        </ol>
      </div>
      <Others reply={reply} words={words} hrefOf={hrefOf} chosen={chosen} />
      <p class="vh">{t.comparison.sub}</p>
    </>
  );
}

interface RowProps {
  readonly row: ComparedSite;
  readonly reply: Comparison;
  readonly words: Words;
  readonly scale: ReturnType<typeof dotScale>;
  /** Address without this site. */
  readonly rest: string | null;
}

function Row({ row, reply, words, scale, rest }: RowProps) {
  const { t, f, lang } = words;
  const name = named(row.name, lang);
  const why = whyLeftOut(row, words);
  const rate = isRated(row) ? f.decimal(row.per_hour) : null;
  const before = isCompared(row) ? f.decimal(row.before_per_hour) : null;
  const href = pageHref(lang, `/frequentation?sites=${row.site}&from=${reply.from}&to=${reply.to}`);
  return (
    <li>
      <div>
        <h3>
          <a href={href}>{name}</a>
        </h3>
        <p class="note">
          {isRated(row)
            ? t.comparison.basis(f.int(row.visits), f.int(row.open_hours), row.days)
            : capital(why)}
        </p>
      </div>
      <b class="rate">{rate ?? "—"}</b>
      <DotRow
        layout={
          isRated(row) ? layoutDots(row.per_hour, isCompared(row) ? row.before_per_hour : null, scale) : null
        }
        scale={scale}
        label={rate === null ? t.comparison.rowNone(name, why) : t.comparison.rowLabel(name, rate, before)}
      />
      <p class="note against">
        {isCompared(row) ? (
          <>
            {row.change !== null && <b>{f.change(row.change)}</b>}{" "}
            {t.comparison.against(f.decimal(row.before_per_hour), f.int(row.before_visits))}
          </>
        ) : (
          rate !== null && <Rich text={capital(why)} />
        )}
      </p>
      {rest && (
        <a class="note rm" href={rest} aria-label={t.comparison.removeLabel(name)}>
          {t.comparison.remove}
        </a>
      )}
    </li>
  );
}

/** Sites that are not shown, each a link that adds it. */
function Others({ reply, words, hrefOf, chosen }: Props & { readonly chosen: readonly string[] }) {
  const { t, lang } = words;
  const others = reply.sites.filter((site) => !site.chosen);
  if (others.length === 0) return null;
  return (
    <p class="sub add-sites">
      {t.comparison.add}
      {others.map(({ id, name }) => (
        <a href={hrefOf([...chosen, id])}>{named(name, lang)}</a>
      ))}
      {others.length > 1 && <a href={hrefOf([])}>{t.comparison.all}</a>}
    </p>
  );
}
