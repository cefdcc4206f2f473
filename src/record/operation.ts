import type { Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import type { Subject } from '#domain/subject.js';
import type { Part } from '#record/append.js';

/** What an action answers, kept under the caller's operation id: the same id, the same answer. */
export type Answer = {
  readonly operation: string;
  readonly action: string;
  readonly said: string;
  readonly deal: Id<'deal'> | null;
  readonly arrival: Id<'arrival'> | null;
  readonly at: string;
  readonly actor: string;
  readonly entries: readonly { readonly subject: Subject; readonly numbers: readonly number[] }[];
  readonly errands: readonly string[];
  readonly undoable: boolean;
};

const ANSWER =
  'insert into baton.operation (workspace, operation, body_hash, answer, made_at) ' +
  'select w.workspace, $1::text, $2::bytea, $3::text, $4::timestamptz from w';

export function answerPart(operation: string, bodyHash: Uint8Array, answer: Answer, now: string): Part {
  return {
    text: ANSWER,
    values: [operation, bodyHash, JSON.stringify(answer), now],
  };
}

export async function findAnswer(
  tx: Transaction,
  workspace: string,
  operation: string,
): Promise<{ answer: Answer; bodyHash: Uint8Array } | null> {
  const found = await tx.query<{ answer: string; body_hash: Buffer }>({
    name: 'answer_of',
    text: 'select answer, body_hash from baton.operation where workspace = $1 and operation = $2',
    values: [workspace, operation],
  });
  const row = found.rows[0];
  return row === undefined ? null : { answer: JSON.parse(row.answer) as Answer, bodyHash: row.body_hash };
}
