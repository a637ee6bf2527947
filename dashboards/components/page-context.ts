/** What parts of a page know of the page they stand on, without being told by each screen. */
import { createContext } from "preact";
import type { Frame } from "../../src/contract/screen.ts";

export interface OnPage {
  readonly frame: Frame;
  /** Charts drawn so far: the n-th chart of a page has an address of its own as a picture. Pages are drawn from top to
   *  bottom in one go. */
  charts: number;
}

export const PageContext = createContext<OnPage | null>(null);
