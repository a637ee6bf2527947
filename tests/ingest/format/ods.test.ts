import { expect, test } from "vitest";
import { openOds } from "../../../ingest/format/ods.ts";
import { ods, onDisk, shown } from "./workbooks.ts";

const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

test("cells come by their value and not by their display, folded rows and columns are unfolded", async () => {
  using file = onDisk(
    ods(
      `<table:table table:name="Juillet">` +
        `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
        `<table:table-row>${text("Jour")}${text("Heure")}${text("Prix")}</table:table-row>` +
        `<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-07-14"><text:p>14 juil.</text:p></table:table-cell>` +
        `<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"><text:p>14h30</text:p></table:table-cell>` +
        `<table:table-cell table:number-columns-repeated="2" office:value-type="currency" office:value="6.5"><office:annotation><text:p>à vérifier</text:p></office:annotation><text:p>6,50 €</text:p></table:table-cell></table:table-row>` +
        `<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>` +
        `<table:table table:name="Vieux" table:style-name="off"><table:table-row>${text("a<text:s text:c='2'/>b")}<table:covered-table-cell/>${text("c")}</table:table-row></table:table>`,
    ),
  );
  expect(await shown(await openOds(file.path, ","))).toEqual([
    "Juillet",
    "4: Jour|Heure|Prix",
    "5: 2026-07-14|14:30:00|6,5|6,5",
    "6: 2026-07-14|14:30:00|6,5|6,5",
    "Vieux (hidden)",
    "1: a  b||c",
  ]);
});

test("a row said to be repeated for ever ends with the sheet", async () => {
  using file = onDisk(
    ods(
      `<table:table table:name="A"><table:table-row table:number-rows-repeated="999999999">${text("x")}</table:table-row><table:table-row table:number-rows-repeated="999999999">${text("y")}</table:table-row></table:table>`,
    ),
  );
  const [sheet] = await openOds(file.path, "auto");
  let rows = 0;
  for await (const batch of sheet?.rows() ?? []) rows += batch.length;
  expect(rows).toBe(1_048_576);
});

test("a file that is no document is a fault of the feed", async () => {
  using file = onDisk(Buffer.from("no archive at all, but long enough to be looked at"));
  await expect(openOds(file.path, "auto")).rejects.toThrow("invalid archive");
});
