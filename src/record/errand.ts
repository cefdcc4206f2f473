import type { Part } from '#record/append.js';

/** Something that must happen after the commit, written with what makes it due. Its detail holds ids only. */
export type ErrandRow = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
  /** Instant, ISO 8601: it is not looked at before. */
  readonly notBefore: string;
};

const ERRAND =
  'insert into baton.errand (workspace, id, kind, subject, detail, not_before) ' +
  'select w.workspace, $1::text, $2::text, $3::text, $4::jsonb, $5::timestamptz from w';

export function errandPart(row: ErrandRow): Part {
  return {
    text: ERRAND,
    values: [row.id, row.kind, row.subject, JSON.stringify(row.detail), row.notBefore],
  };
}

/** Takes an errand back where it still waits. */
export function cancelErrandPart(id: string): Part {
  return {
    text: 'delete from baton.errand e using w where e.workspace = w.workspace and e.id = $1::text and e.relayed_at is null',
    values: [id],
  };
}
