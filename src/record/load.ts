import type { Transaction } from '#database/workspace.js';
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

const LOAD = `
select e.subject, e.number, e.kind,
       to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at,
       e.occurred_at, e.actor, e.digest, e.seal, c.salt, c.text as content
  from unnest($2::text[], $3::bigint[]) as wanted (name, after)
  join baton.record_entry e on e.workspace = $1::uuid and e.subject = wanted.name and e.number > wanted.after
  left join baton.record_content c
    on c.workspace = e.workspace and c.subject = e.subject and c.number = e.number
 order by e.subject, e.number`;

/** The entries of each subject after the number that is known already, in order. */
export async function loadSubjects(
  tx: Transaction,
  workspace: string,
  wanted: readonly { readonly subject: Subject; readonly after: number }[],
): Promise<readonly Entry[]> {
  if (wanted.length === 0) return [];
  const answer = await tx.query<Row>({
    name: 'load_subjects',
    text: LOAD,
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
