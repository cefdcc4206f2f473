import type { KeyObject } from 'node:crypto';
import type { Transaction } from '#database/workspace.js';
import type { Subject } from '#domain/subject.js';
import { auditArrivals } from '#record/arrivals/audit.js';
import { type Voucher, voucherOf } from '#record/arrivals/voucher.js';
import { originOf } from '#record/checkpoint.js';
import { loadSubjects } from '#record/load.js';
import { type Checkpoint, openNote } from '#record/note.js';
import { type Broken, type ChainReport, verifyChain } from '#record/verify.js';

export type Audit = {
  readonly chains: number;
  readonly entries: number;
  /** Entries whose content was erased: their seals still hold. */
  readonly erased: number;
  readonly checkpoints: number;
  readonly arrivals: number;
  readonly unsigned: readonly { readonly subject: string; readonly entries: number }[];
  readonly broken: readonly Broken[];
};

type From = { readonly name: string; readonly publicKey: KeyObject };
type Kept = { readonly note: string; readonly checkpoint: Checkpoint | null };
type ChainAudit = {
  readonly report: ChainReport;
  readonly voucher: Voucher | null;
  readonly erased: number;
  readonly checkpoints: number;
  readonly broken: readonly Broken[];
};

/**
 * Checks every chain of a workspace against its own seals, against the checkpoints that stand in the database
 * and against those that were kept outside (`kept`, signed notes), and everything that is kept of arrivals
 * against what their chains say of it. `wrap` null leaves the arrivals' bytes unopened. `progress` hears how
 * many chains of how many are done. A cut end, or a chain that was computed anew, is found only against a
 * checkpoint; a checkpoint that was taken away with it, only against one that was kept outside.
 */
export async function audit(options: {
  readonly tx: Transaction;
  readonly workspace: string;
  readonly from: From;
  readonly kept: readonly string[];
  readonly wrap: Uint8Array | null;
  readonly progress: (done: number, all: number) => void;
}): Promise<Audit> {
  const { tx, workspace, from } = options;
  const outside = options.kept.map((note) => keptOutside(note, workspace, from));
  const subjects = await subjectsOf(tx, workspace, outside);
  const chains: ChainAudit[] = [];
  for (const [place, subject] of subjects.entries()) {
    chains.push(await auditChain(tx, workspace, subject, from, outside));
    options.progress(place + 1, subjects.length);
  }
  const found = chains.flatMap(({ report, broken }) => [...report.broken, ...broken]);
  const doubted = new Set(found.map((each) => each.subject));
  const loose = (await looseContents(tx, workspace)).filter((each) => !doubted.has(each.subject));
  const vouchers = new Map(
    chains.flatMap(({ report, voucher }) => (voucher === null ? [] : [[report.subject, voucher] as const])),
  );
  const arrivals = await auditArrivals(tx, workspace, options.wrap, vouchers, doubted);
  const sum = (of: (chain: ChainAudit) => number) => chains.reduce((all, each) => all + of(each), 0);
  return {
    chains: chains.length,
    entries: sum(({ report }) => report.entries),
    erased: sum((each) => each.erased),
    checkpoints: sum((each) => each.checkpoints),
    arrivals: arrivals.count,
    unsigned: chains.flatMap(({ report }) =>
      report.unsigned > 0 ? [{ subject: report.subject, entries: report.unsigned }] : [],
    ),
    broken: [
      ...found,
      ...loose,
      ...outside.flatMap((each) => (each.checkpoint === null ? [foreign(each.note)] : [])),
      ...arrivals.broken,
    ],
  };
}

export async function auditChain(
  tx: Transaction,
  workspace: string,
  subject: Subject,
  from: From,
  outside: readonly Kept[],
): Promise<ChainAudit> {
  const entries = await loadSubjects(tx, workspace, [{ subject, after: 0 }]);
  const stored = await storedNotes(tx, workspace, subject);
  const origin = originOf(workspace, subject);
  const opened = stored.map((row) => ({ row, checkpoint: openNote(row.note, from) }));
  const here = (each: { checkpoint: Checkpoint | null }) =>
    each.checkpoint?.origin === origin ? [each.checkpoint] : [];
  const changed = opened.flatMap(({ row, checkpoint }) =>
    checkpoint?.origin === origin && checkpoint.number === row.number ? [] : [changedNote(subject, row)],
  );
  const report = verifyChain(subject, entries, [...opened, ...outside].flatMap(here));
  // Where the chain itself is broken that is what is told; a checkpoint that is gone as well says no more.
  const gone =
    report.broken.length > 0 || changed.length > 0
      ? []
      : outside.flatMap(here).filter(({ number }) => !stored.some((row) => row.number === number));
  return {
    report,
    voucher: subject.startsWith('arrival_') && report.broken.length === 0 ? voucherOf(entries) : null,
    erased: entries.filter((entry) => entry.text === null).length,
    checkpoints: stored.length,
    broken: [...changed, ...gone.map(({ number }) => goneNote(subject, number))],
  };
}

// A chain that was removed whole is known only from a checkpoint that was kept outside.
async function subjectsOf(
  tx: Transaction,
  workspace: string,
  outside: readonly Kept[],
): Promise<readonly Subject[]> {
  const found = await tx.query<{ subject: Subject }>({
    text:
      'select subject from baton.record_entry where workspace = $1 ' +
      'union select subject from baton.checkpoint where workspace = $1 order by subject',
    values: [workspace],
  });
  const prefix = originOf(workspace, '');
  const named = outside.flatMap(({ checkpoint }) =>
    checkpoint === null ? [] : [checkpoint.origin.slice(prefix.length) as Subject],
  );
  return [...new Set([...found.rows.map((row) => row.subject), ...named])];
}

async function storedNotes(tx: Transaction, workspace: string, subject: string) {
  const found = await tx.query<{ number: string; note: string }>({
    name: 'notes_of',
    text: 'select number, note from baton.checkpoint where workspace = $1 and subject = $2 order by number',
    values: [workspace, subject],
  });
  return found.rows.map((row) => ({ number: Number(row.number), note: row.note }));
}

/** Contents at numbers where no entry stands: what is left when the end of a chain was cut in haste. */
async function looseContents(tx: Transaction, workspace: string): Promise<readonly Broken[]> {
  const found = await tx.query<{ subject: string; number: string }>({
    text: `
      select distinct on (c.subject) c.subject, c.number from baton.record_content c
       where c.workspace = $1
         and not exists (select from baton.record_entry e
                          where e.workspace = c.workspace and e.subject = c.subject and e.number = c.number)
       order by c.subject, c.number`,
    values: [workspace],
  });
  return found.rows.map(({ subject, number }) => ({
    subject,
    number: Number(number),
    code: 'content.unrecorded',
    because: `There is content for entry ${number}, and no such entry: it was taken away, or the content was slipped in.`,
  }));
}

function keptOutside(note: string, workspace: string, from: From): Kept {
  const checkpoint = openNote(note, from);
  return { note, checkpoint: checkpoint?.origin.startsWith(originOf(workspace, '')) ? checkpoint : null };
}

function changedNote(subject: string, { number }: { number: number }): Broken {
  const because = `The checkpoint at entry ${number} is not what was signed.`;
  return { subject, number, code: 'checkpoint.changed', because };
}

function goneNote(subject: string, number: number): Broken {
  const because = `A checkpoint was signed at entry ${number} and kept outside, and it is no longer stored here.`;
  return { subject, number, code: 'checkpoint.missing', because };
}

function foreign(note: string): Broken {
  const because = 'This checkpoint was not signed by this workspace.';
  return { subject: note.split('\n')[0] ?? 'unknown', number: 0, code: 'checkpoint.foreign', because };
}
