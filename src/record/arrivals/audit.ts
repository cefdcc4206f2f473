import { createHash } from 'node:crypto';
import type { Transaction } from '#database/workspace.js';
import { unlock } from '#record/arrivals/cipher.js';
import { bytesAbout, wrappedAbout } from '#record/arrivals/keep.js';
import type { Voucher } from '#record/arrivals/voucher.js';
import type { Broken } from '#record/verify.js';

type Kept = { sealed: Buffer; sha256: Buffer };
type ArrivalRow = Kept & { content_hash: Buffer; message_id: string | null; wrapped_key: Buffer };
type PartRow = Kept & { part: string };
type DeliveryRow = { delivery: string; sealed: Buffer };

export type ArrivalAudit = { readonly count: number; readonly broken: readonly Broken[] };

/**
 * Holds everything that is kept of arrivals to what their chains say of it: nothing is missing, nothing is
 * there that no entry speaks of, the hashes are those of the entries, and every byte opens under its key
 * (AES-256-GCM binds it to its arrival and part). `wrap` null leaves the bytes unopened. `vouchers` are those
 * of the chains that hold; of an arrival in `doubted` the chain is broken and said so already.
 */
export async function auditArrivals(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array | null,
  vouchers: ReadonlyMap<string, Voucher>,
  doubted: ReadonlySet<string>,
): Promise<ArrivalAudit> {
  const names = await namesKept(tx, workspace);
  const broken: Broken[] = [];
  for (const arrival of [...new Set([...vouchers.keys(), ...names.all])].sort()) {
    if (doubted.has(arrival)) continue;
    const voucher = vouchers.get(arrival);
    const complain = (number: number, code: string, because: string) =>
      broken.push({ subject: arrival, number, code, because });
    if (voucher === undefined) {
      complain(0, 'arrival.unrecorded', 'Something is kept that no entry speaks of.');
      continue;
    }
    const row = await rowOf(tx, workspace, arrival);
    if (row === undefined) {
      if (voucher.received !== null)
        complain(voucher.received.number, 'arrival.missing', 'The bytes that came are gone.');
      continue;
    }
    const key = wrap === null ? null : keyOf(workspace, arrival, wrap, row);
    const number = voucher.received?.number ?? 0;
    if (key === 'locked') {
      const because =
        'The kept bytes do not open, so they are not what came, or the key file is another one.';
      complain(number, 'arrival.changed', because);
      continue;
    }
    const looking = { tx, workspace, arrival, key, voucher, complain };
    if (!isAsReceived(row, voucher.received) || !opensTo(looking, 'raw', row))
      complain(number, 'arrival.changed', 'The kept bytes are not what came.');
    await auditTexts(looking);
    await auditDeliveries(looking);
  }
  return { count: names.arrivals, broken };
}

type Looking = {
  readonly tx: Transaction;
  readonly workspace: string;
  readonly arrival: string;
  /** The arrival's own key, or null where nothing is to be opened. */
  readonly key: Uint8Array | null;
  readonly voucher: Voucher;
  readonly complain: (number: number, code: string, because: string) => void;
};

async function auditTexts(looking: Looking): Promise<void> {
  const { tx, workspace, arrival, voucher, complain } = looking;
  const found = await tx.query<PartRow>({
    name: 'audit_parts',
    text: 'select part, sealed, sha256 from baton.arrival_part where workspace = $1 and arrival = $2 order by part',
    values: [workspace, arrival],
  });
  for (const each of found.rows) {
    const vouched = voucher.texts.find(({ part }) => part === each.part);
    const isOther = vouched !== undefined && vouched.sha256 !== each.sha256.toString('hex');
    if (isOther || !opensTo(looking, each.part, each)) {
      complain(
        vouched?.number ?? 0,
        'arrival.text-changed',
        `The kept text "${each.part}" is not what was read.`,
      );
    }
  }
  for (const { part, number } of voucher.texts) {
    if (!found.rows.some((each) => each.part === part))
      complain(number, 'arrival.text-missing', `The kept text "${part}", which is quoted, is gone.`);
  }
}

async function auditDeliveries(looking: Looking): Promise<void> {
  const { tx, workspace, arrival, voucher, complain } = looking;
  const found = await tx.query<DeliveryRow>({
    name: 'audit_deliveries',
    text: 'select delivery, sealed from baton.delivery where workspace = $1 and arrival = $2 order by delivery',
    values: [workspace, arrival],
  });
  for (const { delivery, sealed } of found.rows) {
    const vouched = voucher.deliveries.find((each) => each.delivery === delivery);
    if (vouched === undefined) {
      // An entry whose content was erased may have been the one that spoke of it.
      if (!voucher.erased) complain(0, 'delivery.unrecorded', 'A delivery is kept that no entry speaks of.');
    } else if (!opensTo(looking, delivery, { sealed, sha256: null })) {
      complain(vouched.number, 'delivery.changed', 'The kept headers of a delivery are not what came.');
    }
  }
  for (const { delivery, number } of voucher.deliveries) {
    if (!found.rows.some((each) => each.delivery === delivery))
      complain(number, 'delivery.missing', 'The kept headers of a delivery are gone.');
  }
}

async function namesKept(tx: Transaction, workspace: string) {
  const found = await tx.query<{ arrival: string; whole: boolean }>({
    text: `
      select arrival, true as whole from baton.arrival where workspace = $1
      union all select distinct arrival, false from baton.arrival_part where workspace = $1
      union all select distinct arrival, false from baton.delivery where workspace = $1`,
    values: [workspace],
  });
  return {
    all: found.rows.map((row) => row.arrival),
    arrivals: found.rows.filter((row) => row.whole).length,
  };
}

async function rowOf(tx: Transaction, workspace: string, arrival: string): Promise<ArrivalRow | undefined> {
  const found = await tx.query<ArrivalRow>({
    name: 'audit_arrival',
    text:
      'select content_hash, message_id, wrapped_key, sealed, sha256 from baton.arrival ' +
      'where workspace = $1 and arrival = $2',
    values: [workspace, arrival],
  });
  return found.rows[0];
}

function isAsReceived(row: ArrivalRow, received: Voucher['received']): boolean {
  if (received === null) return true;
  return (
    row.sha256.toString('hex') === received.sha256 &&
    row.content_hash.toString('hex') === received.contentHash &&
    row.message_id === received.messageId
  );
}

function keyOf(workspace: string, arrival: string, wrap: Uint8Array, row: ArrivalRow): Uint8Array | 'locked' {
  try {
    return unlock(wrap, wrappedAbout(workspace, arrival), row.wrapped_key);
  } catch {
    return 'locked';
  }
}

function opensTo(
  { workspace, arrival, key }: Looking,
  part: string,
  kept: { sealed: Buffer; sha256: Buffer | null },
): boolean {
  if (key === null) return true;
  try {
    const plain = unlock(key, bytesAbout(workspace, arrival, part), kept.sealed);
    return kept.sha256 === null || createHash('sha256').update(plain).digest().equals(kept.sha256);
  } catch {
    return false;
  }
}
