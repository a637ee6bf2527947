/** English catalogue: the same keys as French. */
import type { Format } from "../format.ts";
import type { Catalog } from "../fr/fr.ts";
import { attendance } from "./attendance.ts";
import { documents } from "./documents.ts";
import { mail } from "./mail.ts";
import { outlook } from "./outlook.ts";
import { shell } from "./shell.ts";
import { today } from "./today.ts";
import { widget } from "./widget.ts";

export const english = (f: Format) =>
  ({
    shell: shell(f),
    today: today(f),
    attendance: attendance(f),
    outlook: outlook(f),
    mail: mail(f),
    widget: widget(),
    documents: documents(f),
  }) satisfies Catalog;
