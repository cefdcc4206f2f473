import type { Pool, PoolClient } from 'pg';
import type { Subject } from '#domain/subject.js';
import type { Actor, Entry } from '#record/entry.js';

type Row = {
  subject: Subject;
  number: string;
  kind: string;
  recorded_at: string;
  occurred_at: string;
  actor: Actor;
  digest: Buffer;
  seal: Buffer;
  salt: Buffer | null;
  content: string | null;
};

/** The entries of each subject after the number that is known already, in order; one round trip. */
export async function loadSubjects(
  from: Pool | PoolClient,
  workspace: string,
  wanted: readonly { readonly subject: Subject; readonly after: number }[],
): Promise<readonly Entry[]> {
  if (wanted.length === 0) return [];
  const answer = await from.query<Row>({
    name: 'load_subjects',
    text: 'select * from baton.load_subjects($1, $2, $3)',
    values: [workspace, wanted.map((each) => each.subject), wanted.map((each) => each.after)],
  });
  return answer.rows.map((row) => ({
    workspace,
    subject: row.subject,
    number: Number(row.number),
    kind: row.kind,
    recordedAt: row.recorded_at,
    occurredAt: row.occurred_at,
    actor: row.actor,
    digest: row.digest,
    seal: row.seal,
    salt: row.salt,
    text: row.content,
  }));
}
