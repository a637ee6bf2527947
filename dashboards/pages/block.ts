/** A section of a document. */
export interface Block {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly list?: readonly string[];
  /** `href` of this service: without the language's prefix. */
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  readonly table?: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}
