/** What is kept of a row that was set aside: what the mapping names, as far as it can name no person. */
export type FieldValue = string | number | boolean | null;
export type RowFields = Readonly<Record<string, FieldValue>>;

/** One shape for every connector. */
export interface KeptRow {
  /** `source`: fields by the names of the connector's mapping, which reads them again; `record`: by the names of a
   *  record, for rows that failed at the last look. */
  readonly form: "source" | "record";
  /** The source's own id of the row within its stream, by which it is the same row wherever it stands; empty = known
   *  by place and content. Not stored. */
  readonly own: string;
  readonly fields: RowFields;
  /** Fields that held what may not be kept: a correction has to say what they are. */
  readonly withheld: readonly string[];
}
