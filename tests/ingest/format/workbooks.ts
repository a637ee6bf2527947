/** Workbooks written by hand, as the programs write them, and packed by a library that is not ours. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Sheet } from "../../../ingest/format/workbook.ts";
import { flat } from "./text.ts";

/** An archive of texts. */
export function pack(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

/** A file that goes away with the test: `using file = onDisk(bytes)`. */
export function onDisk(bytes: Uint8Array): { readonly path: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(join(tmpdir(), "beffroi-test-"));
  writeFileSync(join(folder, "file"), bytes);
  return {
    path: join(folder, "file"),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Name, visibility and cells of each sheet, rows as `line: a|b`. */
export async function shown(sheets: readonly Sheet[]): Promise<string[]> {
  const out: string[] = [];
  for (const sheet of sheets) {
    out.push(`${sheet.name}${sheet.hidden ? " (hidden)" : ""}`);
    for (const row of await flat(sheet.rows()))
      out.push(`${row.line}: ${row.fault ? row.fault.reason : row.fields.join("|")}`);
  }
  return out;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Sheets by name → an XLSX file; a name that ends in `?` is hidden. `sheets`: the XML inside `<sheetData>`.
 *  Styles 0 general, 1 date, 2 `dd/mm/yyyy hh:mm`, 3 `0.00 "jours"`, 4 time. */
export function xlsx(
  sheets: Readonly<Record<string, string>>,
  shared: readonly string[] = [],
  bookProperties = "",
): Uint8Array {
  const names = Object.keys(sheets);
  return pack({
    "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr ${bookProperties}/><sheets>${names.map((name, i) => `<sheet name="${name.replace("?", "")}" sheetId="${i + 1}"${name.endsWith("?") ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="${i === 0 ? "/xl/" : ""}worksheets/sheet${i + 1}.xml"/>`).join("")}<Relationship Id="rId90" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}">${shared.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.00&quot; jours&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `${XML}<worksheet xmlns="${MAIN}"><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
  });
}

/** Tables → an ODS file. `tables`: the XML of `<table:table>` elements. Style `off` is not displayed. */
export function ods(tables: string): Uint8Array {
  const names = ["office", "table", "text", "style", "dc"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return pack({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${XML}<office:document-content ${names.join(" ")}><office:automatic-styles><style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}
