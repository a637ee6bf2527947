/** The table twin: every value of the chart, folded, with the files it can be taken home in. */
import type { ComponentChildren } from "preact";
import { Rich } from "./rich.tsx";

/** One cell; `null` is empty, an object may hold elements. */
export type Cell = string | null | { readonly node: ComponentChildren };

export interface TableProps {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly number?: boolean }[];
  /** The first cell of a row is its header. `id` lets a link open at the row. */
  readonly rows: readonly { readonly id?: string; readonly cells: readonly Cell[] }[];
}

function content(cell: Cell) {
  if (cell === null) return null;
  return typeof cell === "string" ? <Rich text={cell} /> : cell.node;
}

export function Table({ caption, columns, rows }: TableProps) {
  const name = (i: number) => (columns[i]?.number ? { class: "r" } : {});
  return (
    <table>
      <caption class="vh">
        <Rich text={caption} />
      </caption>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th scope="col" {...name(i)}>
              <Rich text={column.name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr {...(id ? { id } : {})}>
            {cells.map((cell, i) =>
              i === 0 ? <th scope="row">{content(cell)}</th> : <td {...name(i)}>{content(cell)}</td>,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  readonly title: string;
  /** Files behind the chart. */
  readonly files: readonly { readonly name: string; readonly href: string }[];
  /** In the order of the chart: the n-th row of all is the n-th day. */
  readonly tables: readonly TableProps[];
  /** Name of the first table for links: browsers unfold what holds the target of an address. */
  readonly id?: string;
}

export function Twin({ title, files, tables, id }: Props) {
  return (
    <section class="twin">
      <details id="twin">
        <summary>
          <svg width="12" height="12" aria-hidden="true">
            <path d="M3 1L9 6L3 11Z" fill="currentColor" />
          </svg>
          <b>{title}</b>
        </summary>
        {tables.map((table, i) => (
          <section class="scroll" tabindex={0} aria-label={table.caption} {...(id && i === 0 ? { id } : {})}>
            <Table {...table} />
          </section>
        ))}
      </details>
      <p class="dl">
        {files.map(({ name, href }, i) => (
          <>
            {i > 0 && " · "}
            <a href={href}>{name}</a>
          </>
        ))}
      </p>
    </section>
  );
}
