/** A letter as HTML for any mail client: one column of tables, inline styles (mail clients drop style sheets), system
 *  fonts, no picture, nothing fetched. The colours are those of the pages by day; clients that turn mails dark turn these. */
import { renderToString } from "preact-render-to-string";
import { Rich } from "../components/rich.tsx";
import type { Letter, Section, Table } from "./letter.ts";

const FONT = 'font-family:Helvetica,Arial,"Liberation Sans",sans-serif;color:#14181b';
const CELL = "padding:6px 12px 6px 0;border-bottom:1px solid #d2d3cd;vertical-align:top;text-align:left";
const SMALL = "font-size:14px;line-height:20px;color:#474e54";

/** Whole document. */
export function letterHtml(letter: Letter): string {
  return `<!doctype html>${renderToString(<Mail {...letter} />)}`;
}

function Mail({ lang, subject, lead, sections, link, foot }: Letter) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style="margin:0;background:#f5f5f2">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f5f5f2">
          <tr>
            <td align="center" style="padding:16px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:608px;text-align:left"
              >
                <tr>
                  <td style={FONT}>
                    <p style={`margin:0 0 8px;${SMALL}`}>{lead}</p>
                    <h1 style="margin:0 0 24px;font-size:24px;line-height:32px">{subject}</h1>
                    {sections.map((section) => (
                      <Part {...section} />
                    ))}
                    {link && (
                      <p style="margin:0 0 24px;font-size:16px;line-height:24px">
                        <a href={link.url} style="color:#006c58">
                          {link.text}
                        </a>
                      </p>
                    )}
                    {foot.map((line) => (
                      <p style={`margin:0;${SMALL}`}>
                        <Rich text={line} />
                      </p>
                    ))}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function Part({ title, lines, table }: Section) {
  return (
    <>
      <h2 style="margin:0 0 8px;padding-top:8px;border-top:4px solid #14181b;font-size:18px;line-height:24px">
        {title}
      </h2>
      {lines.map((line) => (
        <p style="margin:0 0 8px;font-size:16px;line-height:24px">
          <Rich text={line} />
        </p>
      ))}
      {table && <Rows {...table} />}
      <div style="height:16px;line-height:16px">&nbsp;</div>
    </>
  );
}

function Rows({ head, rows }: Table) {
  return (
    <table
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style="border-collapse:collapse;font-size:14px;line-height:20px"
    >
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" style={`${CELL};font-weight:400;color:#474e54`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr>
            {cells.map((cell, i) =>
              i === 0 ? (
                <th scope="row" style={`${CELL};font-weight:700`}>
                  {cell}
                </th>
              ) : (
                <td style={CELL}>
                  <Rich text={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
