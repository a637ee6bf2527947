/** Each distance in a row: days checked, errors, days inside the range and where they stand beside 8 in 10. */
import type { Trust } from "../../src/contract/trust.ts";
import { CoverageDot } from "../charts/coverage-dot.tsx";
import type { Words } from "../i18n/catalog.ts";

export function LeadRows({ reply, words }: { reply: Trust; words: Words }) {
  const { f, t } = words;
  const { cols } = t.trust;
  return (
    <section class="list leads">
      <h2>{t.trust.coverage}</h2>
      <table>
        <caption class="vh">{t.trust.leadsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{cols.lead}</th>
            <th scope="col" class="r">
              {cols.error}
            </th>
            <th scope="col" class="r">
              {cols.rule}
            </th>
            <th scope="col" class="r">
              {cols.inside}
            </th>
            <th scope="col" class="dots">
              {cols.plot}
            </th>
          </tr>
        </thead>
        <tbody>
          {reply.leads.map(({ lead, mae, naive_mae, inside, days }) => (
            <tr {...(lead === reply.lead ? { class: "sel" } : {})}>
              <th scope="row">{t.trust.before(lead)}</th>
              <td class="r">{f.int(mae)}</td>
              <td class="r">{naive_mae === null ? "—" : f.int(naive_mae)}</td>
              <td class="r">{cols.share(f.int(inside), f.int(days))}</td>
              <td class="dots">
                <CoverageDot inside={inside} days={days} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note hint">{t.trust.coverageNote}</p>
    </section>
  );
}
