/** A mail before it is text or HTML: a few sections of sentences and small tables. Words in *asterisks* are bold. */

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: Table;
}

/** The first cell of a row names it. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Letter {
  readonly lang: string;
  /** The answer: subject of the mail and its heading. */
  readonly subject: string;
  /** Office and day. */
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly link: { readonly text: string; readonly url: string } | null;
  /** Why this mail comes, and what its figures are. */
  readonly foot: readonly string[];
}
