/** Where visitors come from, and from which site they came, by quarter. */
import type { Flows, FlowTable } from "../../src/contract/flows.ts";
import type { Frame } from "../../src/contract/screen.ts";
import { OriginSankey } from "../charts/origin-sankey.tsx";
import { pageHref } from "../components/links.ts";
import { Rich } from "../components/rich.tsx";
import { Titled } from "../components/titled.tsx";
import type { Words } from "../i18n/catalog.ts";
import { fromName, linksOf, movementsTitle, quarterName } from "./flows-words.ts";

interface Props {
  readonly frame: Frame;
  readonly reply: Flows;
  readonly words: Words;
}

export function Movements({ frame, reply, words }: Props) {
  const { f, t } = words;
  const { movements } = t.flows;
  const { quarter, tickets, told, origins, passes } = reply.movements;
  const name = quarterName(quarter, words);
  const sub =
    told === null
      ? movements.subHidden(name, f.int(tickets))
      : movements.sub(name, f.int(told), f.int(tickets));
  return (
    <>
      <Titled
        words={words}
        title={movementsTitle(reply, words)}
        sub={origins ? sub : movements.none(name)}
        drawn={isDrawn(origins)}
      >
        <Quarters frame={frame} reply={reply} words={words} />
        {origins && <Ribbons table={origins} label={movements.label} reply={reply} words={words} />}
      </Titled>
      <Titled
        words={words}
        title={movements.passTitle}
        sub={passes ? movements.passSub : movements.noPasses}
        drawn={isDrawn(passes)}
      >
        {passes && <Ribbons table={passes} label={movements.passLabel} reply={reply} words={words} />}
      </Titled>
    </>
  );
}

/** True where some count may be shown. */
function isDrawn(table: FlowTable | null): boolean {
  return table !== null && linksOf(table).length > 0;
}

/** Real links, folded: no script is needed to change the quarter. */
function Quarters({ frame, reply, words }: Props) {
  const others = reply.movements.quarters.filter((quarter) => quarter !== reply.movements.quarter);
  return (
    <details class="filter quarters" id="movements">
      <summary>{words.t.flows.movements.change}</summary>
      <ul>
        {others.map((quarter) => (
          <li>
            <a href={pageHref(frame.lang, `/flux?day=${reply.day}&quarter=${quarter}#movements`)}>
              <Rich text={quarterName(quarter, words)} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RibbonProps {
  readonly table: FlowTable;
  readonly label: (links: string) => string;
  readonly reply: Flows;
  readonly words: Words;
}

/** Links said in the label: the table twin has them all. */
const SAID = 5;

function Ribbons({ table, label, reply, words }: RibbonProps) {
  const { f, t } = words;
  const links = linksOf(table);
  const name = (id: string) => fromName(id, reply, words);
  const count = (people: number | null | undefined) =>
    people == null ? t.flows.movements.hidden : f.int(people);
  if (links.length === 0) return <p class="sub">{t.flows.movements.tooFew}</p>;
  const said = links
    .slice(0, SAID)
    .map(({ from, to, people }) => t.flows.movements.link(name(from), name(to), f.int(people)));
  return (
    <OriginSankey
      input={{
        from: table.from.map((id, i) => ({ id, name: name(id), count: count(table.from_totals[i]) })),
        to: table.to.map((id, i) => ({ id, name: name(id), count: count(table.to_totals[i]) })),
        links,
      }}
      label={label(f.list(said))}
    />
  );
}
