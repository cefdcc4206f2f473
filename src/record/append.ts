import { createHash } from 'node:crypto';
import { SET_WORKSPACE } from '#database/workspace.js';
import type { Entry } from '#record/entry.js';

/** A piece of SQL with its own $1, $2, …; it must read `from w`, so that the workspace is set before it writes. */
export type Part = { readonly text: string; readonly values: readonly unknown[] };

/** A chain that was only read: nothing is written if it has grown beyond this number. */
export type Guard = { readonly subject: string; readonly number: number };

export type AppendStatement = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/**
 * One statement that sets the workspace and appends entries, their contents and everything else that must
 * stand or fall with them. It answers one row, `went`: 1 where all was written, 0 where a guard failed.
 * A number that is taken already comes back as SQLSTATE 23505: decide again. The parts do not see each
 * other's rows, and no two of them may touch the same row. `$1` is the workspace; `values` are `$2` and on.
 */
export function appendStatement(
  entries: readonly Entry[],
  guards: readonly Guard[],
  parts: readonly Part[],
): AppendStatement {
  const values: unknown[] = [];
  const take = (part: Part): string => {
    const shift = values.length + 1;
    values.push(...part.values);
    return part.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + shift}`);
  };
  const guarded = guards.map((each) => take(guardPart(each)));
  const pieces = [...entries.flatMap((entry) => [entryPart(entry), contentPart(entry)]), ...parts].map(take);
  const where = guarded.length > 0 ? ` where ${guarded.join(' and ')}` : '';
  const text = [
    SET_WORKSPACE,
    `w as materialized (select s.set_config::uuid as workspace from s${where})`,
    ...pieces.map((piece, place) => `p${place} as (${piece})`),
  ].join(',\n');
  return { name: nameOf(text), text: `${text}\nselect count(*)::int as went from w`, values };
}

// The comparison with s keeps this from being answered before the workspace is set: row level security
// would then hide every row, and the guard would let everything through.
function guardPart(guard: Guard): Part {
  return {
    text:
      'not exists (select 1 from baton.record_entry e where e.workspace = s.set_config::uuid ' +
      'and e.subject = $1::text and e.number > $2::bigint)',
    values: [guard.subject, guard.number],
  };
}

function entryPart(entry: Entry): Part {
  return {
    text:
      'insert into baton.record_entry (workspace, subject, number, kind, recorded_at, occurred_at, actor, digest, seal) ' +
      'select w.workspace, $1::text, $2::bigint, $3::text, $4::timestamptz, $5::text, $6::text, $7::bytea, $8::bytea from w',
    values: [
      entry.subject,
      entry.number,
      entry.kind,
      entry.recordedAt,
      entry.occurredAt,
      entry.actor,
      entry.digest,
      entry.seal,
    ],
  };
}

function contentPart(entry: Entry): Part {
  return {
    text:
      'insert into baton.record_content (workspace, subject, number, salt, text) ' +
      'select w.workspace, $1::text, $2::bigint, $3::bytea, $4::text from w',
    values: [entry.subject, entry.number, entry.salt, entry.text],
  };
}

// Statements of the same shape share one prepared plan on each connection.
const NAMES = new Map<string, string>();

function nameOf(text: string): string {
  let name = NAMES.get(text);
  if (name === undefined) {
    name = `append_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
    NAMES.set(text, name);
  }
  return name;
}
