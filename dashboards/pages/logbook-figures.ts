/** Three figures: unusual days, notes in the model, days corrected. */
import type { Logbook } from "../../src/contract/logbook.ts";
import type { Figure } from "../components/figures.tsx";
import type { Words } from "../i18n/catalog.ts";
import { written } from "./logbook-words.ts";

export function logbookFigures(reply: Logbook, { f, t }: Words): Figure[] {
  const { figures } = t.logbook;
  const notes = written(reply);
  const corrections = reply.rows.filter(({ kind }) => kind === "correction");
  const change = corrections.reduce((sum, { before, after }) => sum + (after ?? 0) - (before ?? 0), 0);
  const shown = (kinds: readonly string[]) => reply.kinds.some((kind) => kinds.includes(kind));
  const all: (Figure & { readonly kinds: readonly string[] })[] = [
    {
      kinds: ["unusual"],
      name: figures.unusual,
      value: reply.judged > 0 ? f.int(reply.unusual.length) : "—",
      unit: reply.judged > 0 ? figures.unusualUnit(reply.judged) : "",
      text: figures.unusualText,
    },
    {
      kinds: ["note", "event", "closure", "fault", "action"],
      name: figures.model,
      value: f.int(notes.filter(({ in_model }) => in_model).length),
      unit: figures.modelUnit(notes.length),
      text: figures.modelText,
    },
    {
      kinds: ["correction"],
      name: figures.corrections,
      value: f.int(corrections.length),
      unit: corrections.length > 0 ? figures.correctionsUnit(f.signed(change)) : "",
      text: corrections.length > 0 ? figures.correctionsText : figures.noCorrections,
    },
  ];
  return all.filter(({ kinds }) => shown(kinds)).map(({ kinds: _kinds, ...figure }) => figure);
}
