import type { Transaction } from '#database/workspace.js';
import type { Id } from '#domain/id.js';
import { dealOf, notebookOf, type Subject } from '#domain/subject.js';
import type { Part } from '#record/append.js';
import { loadSubjects } from '#record/load.js';
import { saveArrivalPart } from '#views/arrival/save.store.js';
import { saveDealPart } from '#views/deal/save.store.js';
import { emptyFold, foldOn } from '#views/folded.js';
import { Known } from '#views/known.js';
import { saveWorkspacePart } from '#views/workspace/save.store.js';

/**
 * Throws the saved views of a workspace away and folds them anew from the record, in the caller's transaction.
 * It reads no mail again: readings are entries. Returns how many rows were written.
 */
export async function rebuild(
  tx: Transaction,
  workspace: string,
  progress: (done: number, all: number) => void,
): Promise<number> {
  // Nobody appends between the fold and the row: the lock is the one that `perform` meets on its rows.
  await tx.query(
    'lock table baton.view_arrival, baton.view_deal, baton.view_workspace in share row exclusive mode',
  );
  for (const table of ['view_arrival', 'view_deal', 'view_workspace']) {
    await tx.query(`delete from baton.${table} where workspace = $1`, [workspace]);
  }
  const groups = await groupsOf(tx, workspace);
  for (const [place, group] of groups.entries()) {
    await save(tx, workspace, await rowOf(tx, workspace, group));
    progress(place + 1, groups.length);
  }
  return groups.length;
}

/** Each saved row with the chains that it is folded from: a deal has two. */
async function groupsOf(tx: Transaction, workspace: string): Promise<readonly (readonly Subject[])[]> {
  const found = await tx.query<{ subject: Subject }>({
    text: 'select distinct subject from baton.record_entry where workspace = $1 order by subject',
    values: [workspace],
  });
  const subjects = found.rows.map((row) => row.subject);
  const deals = [...new Set(subjects.map(dealOf).filter((deal) => deal !== null))];
  const single = subjects.filter((subject) => dealOf(subject) === null);
  return [...single.map((subject) => [subject]), ...deals.map((deal) => [deal, notebookOf(deal)])];
}

async function rowOf(tx: Transaction, workspace: string, group: readonly Subject[]): Promise<Part> {
  const entries = await loadSubjects(
    tx,
    workspace,
    group.map((subject) => ({ subject, after: 0 })),
  );
  const known = new Known(
    new Map(
      group.map((subject) => [
        subject,
        foldOn(
          subject,
          emptyFold(subject),
          entries.filter((each) => each.subject === subject),
        ),
      ]),
    ),
  );
  const first = group[0] ?? 'workspace';
  const deal = dealOf(first);
  if (deal !== null) {
    const numbers = {
      record: known.chain(deal).head.number,
      notebook: known.chain(notebookOf(deal)).head.number,
    };
    return saveDealPart(known.deal(deal), numbers);
  }
  if (first.startsWith('arrival_')) {
    const arrival = first as Id<'arrival'>;
    return saveArrivalPart(arrival, known.arrival(arrival), known.chain(arrival).head.number);
  }
  return saveWorkspacePart(known.workspace, known.chain('workspace').head.number);
}

// A part reads the workspace `from w`: here it is given that.
async function save(tx: Transaction, workspace: string, part: Part): Promise<void> {
  const text = part.text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + 1}`);
  await tx.query({
    text: `with w as materialized (select $1::uuid as workspace), p as (${text}) select 1`,
    values: [workspace, ...part.values],
  });
}
