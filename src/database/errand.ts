import type { Pool } from 'pg';
import type { Queue } from '#database/queue.js';
import { inWorkspace, readOne, type Transaction } from '#database/workspace.js';

/** What must happen after a commit: written with it, turned into a job later, gone when it is done. */
export type Errand = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  /** Ids, never content. */
  readonly detail: Readonly<Record<string, string>>;
};

// One pass stays short, so that a long backlog does not hold its rows for long.
const BATCH = 200;

/**
 * Turns the errands of one workspace that are due at `now` (ISO 8601) into jobs, each once on any number of
 * servers, and wakes the workers of this one. Returns how many there were; BATCH of them means that there may be more.
 */
export async function relayErrands(
  pool: Pool,
  queue: Queue,
  workspace: string,
  now: string,
): Promise<number> {
  const kinds = [...queue.kinds];
  const relayed = await inWorkspace(pool, workspace, async (tx) => {
    const due = await tx.query<{ id: string; kind: string }>({
      name: 'errands-due',
      text: `select id, kind from baton.errand
              where workspace = $1::uuid and relayed_at is null and not_before <= $2::timestamptz and kind = any($3::text[])
              order by not_before, id limit ${BATCH} for update skip locked`,
      values: [workspace, now, kinds],
    });
    if (due.rows.length === 0) return [];
    await queue.put(tx, workspace, due.rows);
    await tx.query({
      name: 'errands-relayed',
      text: 'update baton.errand set relayed_at = $2::timestamptz where workspace = $1::uuid and id = any($3::text[])',
      values: [workspace, now, due.rows.map((row) => row.id)],
    });
    return due.rows;
  });
  queue.wake(new Set(relayed.map((row) => row.kind)));
  return relayed.length;
}

/** When the next errand of a workspace falls due (ISO 8601), or null where none waits. */
export async function nextErrandAt(pool: Pool, workspace: string): Promise<string | null> {
  const rows = await readOne<{ at: Date | null }>(pool, workspace, {
    name: 'errand-next',
    text: `select min(not_before) as at from baton.errand
            where workspace = $1::uuid and relayed_at is null and not_before < 'infinity'`,
    values: [workspace],
  });
  return rows[0]?.at?.toISOString() ?? null;
}

/** The errand that a job names; null where it was cancelled, or is done already: then there is nothing to do. */
export async function readErrand(pool: Pool, workspace: string, id: string): Promise<Errand | null> {
  const rows = await readOne<Errand>(pool, workspace, {
    name: 'errand-read',
    text: 'select id, kind, subject, detail from baton.errand where workspace = $1::uuid and id = $2',
    values: [workspace, id],
  });
  return rows[0] ?? null;
}

/** The ids of the errands of a subject that still wait. */
export async function waitingErrands(
  tx: Transaction,
  workspace: string,
  subject: string,
): Promise<readonly string[]> {
  const found = await tx.query<{ id: string }>({
    name: 'errands-waiting',
    text: 'select id from baton.errand where workspace = $1::uuid and subject = $2 and relayed_at is null',
    values: [workspace, subject],
  });
  return found.rows.map((row) => row.id);
}

/** The ids of the errands of a kind that are jobs by now and not done yet. */
export async function relayedErrands(
  pool: Pool,
  workspace: string,
  kind: string,
): Promise<readonly string[]> {
  const rows = await readOne<{ id: string }>(pool, workspace, {
    name: 'errands-of-kind',
    text: 'select id from baton.errand where workspace = $1::uuid and kind = $2 and relayed_at is not null',
    values: [workspace, kind],
  });
  return rows.map((row) => row.id);
}

/** Forgets an errand that is done. In the transaction of its effect where the effect is in this database. */
export async function finishErrand(tx: Transaction, workspace: string, id: string): Promise<void> {
  await tx.query({
    name: 'errand-finish',
    text: 'delete from baton.errand where workspace = $1::uuid and id = $2',
    values: [workspace, id],
  });
}

/** Takes back the errands of a subject that still wait, of the given kinds. Returns their ids; the others have left. */
export async function cancelErrands(
  tx: Transaction,
  workspace: string,
  subject: string,
  kinds: readonly string[],
): Promise<readonly string[]> {
  const gone = await tx.query<{ id: string }>({
    name: 'errands-cancel',
    text: `delete from baton.errand
            where workspace = $1::uuid and subject = $2 and kind = any($3::text[]) and relayed_at is null returning id`,
    values: [workspace, subject, [...kinds]],
  });
  return gone.rows.map((row) => row.id);
}

/** How many errands of a workspace are held for review, as all are after a restore. */
export async function heldErrands(pool: Pool, workspace: string): Promise<number> {
  const rows = await readOne<{ held: number }>(pool, workspace, {
    name: 'errands-held',
    text: `select count(*)::int as held from baton.errand where workspace = $1::uuid and not_before = 'infinity'`,
    values: [workspace],
  });
  return rows[0]?.held ?? 0;
}

/** Lets the held errands of these kinds go at `now` (ISO 8601), after a person has looked. Returns how many. */
export async function releaseErrands(
  tx: Transaction,
  workspace: string,
  kinds: readonly string[],
  now: string,
): Promise<number> {
  const freed = await tx.query({
    name: 'errands-release',
    text: `update baton.errand set not_before = $3::timestamptz
            where workspace = $1::uuid and kind = any($2::text[]) and not_before = 'infinity'`,
    values: [workspace, [...kinds], now],
  });
  return freed.rowCount ?? 0;
}

/** How many errands were due before an instant (ISO 8601) and are not done: more than none means that no worker runs. */
export async function countLate(pool: Pool, workspace: string, before: string): Promise<number> {
  const rows = await readOne<{ late: number }>(pool, workspace, {
    name: 'errands-late',
    text: 'select count(*)::int as late from baton.errand where workspace = $1::uuid and not_before < $2::timestamptz',
    values: [workspace, before],
  });
  return rows[0]?.late ?? 0;
}
