import type { KeyObject } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { Transaction } from '#database/workspace.js';
import type { Subject } from '#domain/subject.js';
import { unlock } from '#record/arrivals/cipher.js';
import { bytesAbout, wrappedAbout } from '#record/arrivals/keep.js';
import { originOf } from '#record/checkpoint.js';
import { loadSubjects } from '#record/load.js';
import { type Checkpoint, openNote } from '#record/note.js';
import { type Broken, type ChainReport, verifyChain } from '#record/verify.js';

export type Audit = {
  readonly chains: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly arrivals: number;
  readonly unsigned: readonly { readonly subject: string; readonly entries: number }[];
  readonly broken: readonly Broken[];
};

type From = { readonly name: string; readonly publicKey: KeyObject };

/**
 * Checks every chain of a workspace against its own seals, against the checkpoints that stand in the database
 * and against those that were kept outside (`kept`, signed notes), and every arrival against its hash.
 * `wrap` null leaves the arrivals' bytes unopened. `progress` hears how many chains of how many are done.
 */
export async function audit(options: {
  readonly tx: Transaction;
  readonly workspace: string;
  readonly from: From;
  readonly kept: readonly string[];
  readonly wrap: Uint8Array | null;
  readonly progress: (done: number, all: number) => void;
}): Promise<Audit> {
  const { tx, workspace } = options;
  const outside = options.kept.map((note) => ({ note, checkpoint: openNote(note, options.from) }));
  const subjects = await subjectsOf(
    tx,
    workspace,
    outside.flatMap((each) => each.checkpoint ?? []),
  );
  const broken: Broken[] = outside.flatMap((each) => (each.checkpoint === null ? [foreign(each.note)] : []));
  const reports: ChainReport[] = [];
  let checkpoints = 0;
  for (const [place, subject] of subjects.entries()) {
    const entries = await loadSubjects(tx, workspace, [{ subject, after: 0 }]);
    const stored = await storedNotes(tx, workspace, subject);
    const opened = stored.map((row) => ({ row, checkpoint: openNote(row.note, options.from) }));
    checkpoints += stored.length;
    for (const { row, checkpoint } of opened) {
      if (checkpoint?.origin !== originOf(workspace, subject) || checkpoint.number !== row.number) {
        const because = `The checkpoint at entry ${row.number} is not what was signed.`;
        broken.push({ subject, number: row.number, code: 'checkpoint.changed', because });
      }
    }
    const origin = originOf(workspace, subject);
    const vouching = [...opened, ...outside].flatMap(({ checkpoint }) =>
      checkpoint?.origin === origin ? [checkpoint] : [],
    );
    reports.push(verifyChain(subject, entries, vouching));
    options.progress(place + 1, subjects.length);
  }
  const arrivals = await auditArrivals(tx, workspace, options.wrap);
  return {
    chains: reports.length,
    entries: reports.reduce((sum, each) => sum + each.entries, 0),
    checkpoints,
    arrivals: arrivals.count,
    unsigned: reports
      .filter((each) => each.unsigned > 0)
      .map((each) => ({ subject: each.subject, entries: each.unsigned })),
    broken: [...reports.flatMap((each) => each.broken), ...broken, ...arrivals.broken],
  };
}

// A chain that was removed whole is known only from a checkpoint that was kept outside.
async function subjectsOf(
  tx: Transaction,
  workspace: string,
  kept: readonly Checkpoint[],
): Promise<readonly Subject[]> {
  const found = await tx.query<{ subject: Subject }>({
    text:
      'select subject from baton.record_entry where workspace = $1 union select subject from baton.record_content where workspace = $1 ' +
      'union select subject from baton.checkpoint where workspace = $1 order by subject',
    values: [workspace],
  });
  const prefix = originOf(workspace, '');
  const named = kept
    .filter((each) => each.origin.startsWith(prefix))
    .map((each) => each.origin.slice(prefix.length) as Subject);
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

function foreign(note: string): Broken {
  const subject = note.split('\n')[0] ?? 'unknown';
  return {
    subject,
    number: 0,
    code: 'checkpoint.foreign',
    because: 'This checkpoint was not signed by this workspace.',
  };
}

async function auditArrivals(tx: Transaction, workspace: string, wrap: Uint8Array | null) {
  const ids = await tx.query<{ arrival: string }>({
    text: 'select arrival from baton.arrival where workspace = $1 order by arrival',
    values: [workspace],
  });
  const broken: Broken[] = [];
  for (const { arrival } of wrap === null ? [] : ids.rows) {
    const row = await tx.query<{ wrapped_key: Buffer; sealed: Buffer; sha256: Buffer }>({
      name: 'audit_arrival',
      text: 'select wrapped_key, sealed, sha256 from baton.arrival where workspace = $1 and arrival = $2',
      values: [workspace, arrival],
    });
    const kept = row.rows[0];
    if (kept !== undefined && !opens(workspace, arrival, wrap as Uint8Array, kept)) {
      broken.push({
        subject: arrival,
        number: 0,
        code: 'arrival.changed',
        because: 'The kept bytes are not what came.',
      });
    }
  }
  return { count: ids.rows.length, broken };
}

function opens(
  workspace: string,
  arrival: string,
  wrap: Uint8Array,
  kept: { wrapped_key: Buffer; sealed: Buffer; sha256: Buffer },
): boolean {
  try {
    const key = unlock(wrap, wrappedAbout(workspace, arrival), kept.wrapped_key);
    const bytes = unlock(key, bytesAbout(workspace, arrival, 'raw'), kept.sealed);
    return createHash('sha256').update(bytes).digest().equals(kept.sha256);
  } catch {
    return false;
  }
}
