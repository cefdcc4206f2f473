/**
 * The form of a backup, gzip over text, readable with zcat:
 *   a line of JSON, the Opening;
 *   for each table a line of JSON, the Section, then its rows as COPY writes them (PostgreSQL, "COPY", text
 *   format), then a line with `\.`, which no row can look like, because COPY doubles every backslash;
 *   a line of JSON, the Closing, which a broken file lacks.
 */
export const BACKUP_FORMAT = 'baton backup 1';

export type Opening = {
  readonly format: typeof BACKUP_FORMAT;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly serverVersion: string;
  /** `when` of the newest migration that the data went through. */
  readonly migration: number;
};

export type Section = { readonly table: string; readonly columns: readonly string[] };

/** What a table holds: rows, and SHA-256 over their text, in hex. */
export type Tally = { readonly table: string; readonly rows: number; readonly sha256: string };

export type Closing = { readonly closing: readonly Tally[] };

/** How far it is: told before each table. */
export type Progress = (step: { readonly table: string; readonly done: number; readonly of: number }) => void;

export const END_OF_ROWS = '\\.';
