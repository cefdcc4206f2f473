import type { Transaction } from '#database/workspace.js';
import type { Subject } from '#domain/subject.js';
import { type Signer, signCheckpoint } from '#record/note.js';

export function originOf(workspace: string, subject: string): string {
  return `baton/${workspace}/${subject}`;
}

type Grown = { subject: Subject; number: string; seal: Buffer };

/**
 * Signs a checkpoint for each chain that grew since its last one. `since` bounds the search to entries that
 * were recorded after that instant; null looks at every chain, as after a start. Returns how many were signed.
 */
export async function signGrown(
  tx: Transaction,
  workspace: string,
  signer: Signer,
  now: string,
  since: string | null,
): Promise<number> {
  const grown = await tx.query<Grown>({
    name: since === null ? 'grown_ever' : 'grown_since',
    text: `
      select distinct on (e.subject) e.subject, e.number, e.seal
        from baton.record_entry e
       where e.workspace = $1 ${since === null ? '' : 'and e.recorded_at > $2::timestamptz'}
         and not exists (select from baton.checkpoint c
                          where c.workspace = e.workspace and c.subject = e.subject and c.number >= e.number)
       order by e.subject, e.number desc`,
    values: since === null ? [workspace] : [workspace, since],
  });
  if (grown.rows.length === 0) return 0;
  const notes = grown.rows.map((row) =>
    signCheckpoint(signer, {
      origin: originOf(workspace, row.subject),
      number: Number(row.number),
      seal: row.seal,
    }),
  );
  await tx.query({
    name: 'insert_checkpoints',
    text:
      'insert into baton.checkpoint (workspace, subject, number, note, signed_at) ' +
      'select $1, s, n, t, $5 from unnest($2::text[], $3::bigint[], $4::text[]) as g (s, n, t) on conflict do nothing',
    values: [
      workspace,
      grown.rows.map((row) => row.subject),
      grown.rows.map((row) => row.number),
      notes,
      now,
    ],
  });
  return grown.rows.length;
}

/** The newest checkpoint of a chain as a signed note, or null before the first. */
export async function newestNote(
  tx: Transaction,
  workspace: string,
  subject: string,
): Promise<string | null> {
  const found = await tx.query<{ note: string }>({
    name: 'newest_note',
    text: 'select note from baton.checkpoint where workspace = $1 and subject = $2 order by number desc limit 1',
    values: [workspace, subject],
  });
  return found.rows[0]?.note ?? null;
}

/** When a chain was last signed (ISO 8601), or null before the first checkpoint. */
export async function lastSignedAt(
  tx: Transaction,
  workspace: string,
  subject: string,
): Promise<string | null> {
  const found = await tx.query<{ at: string | null }>({
    name: 'signed_at',
    text: `select to_char(max(signed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
             from baton.checkpoint where workspace = $1 and subject = $2`,
    values: [workspace, subject],
  });
  return found.rows[0]?.at ?? null;
}

/** The newest checkpoint of every chain. */
export async function newestNotes(tx: Transaction, workspace: string): Promise<readonly string[]> {
  const found = await tx.query<{ note: string }>({
    name: 'newest_notes',
    text: 'select distinct on (subject) note from baton.checkpoint where workspace = $1 order by subject, number desc',
    values: [workspace],
  });
  return found.rows.map((row) => row.note);
}
