import { z } from 'zod';
import type { Subject } from '#domain/subject.js';
import { ASKERS } from '#record/bundle/asker.js';
import type { Actor, Entry } from '#record/entry.js';
import { Instant } from '#record/kinds/shapes.js';

/** The form of a bundle. What docs/bundle.md says of it holds for ever; another form gets another number. */
export const FORM = 'baton-bundle/1';

// Everything is bound to its letters, so that no two readings of one file are possible, and no file name made of
// it leads out of the folder.
const Deal = z.string().regex(/^deal_[0-9a-z]{1,40}$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const EntryHeld = z.strictObject({
  number: z.number().int().min(1),
  kind: z.string().min(1),
  recordedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  occurredAt: Instant,
  actor: z.string().min(1),
  digest: Sha256,
  seal: Sha256,
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  text: z.string().nullable(),
});
type EntryHeld = z.output<typeof EntryHeld>;

const ChainHeld = z.strictObject({
  chain: z.string().regex(/^deal_[0-9a-z]{1,40}(\.notebook)?$/),
  checkpoint: z.string(),
  entries: z.array(EntryHeld),
});
export type ChainHeld = z.output<typeof ChainHeld>;

/** A decoded text that entries quote or share. */
export const TextHeld = z.strictObject({
  arrival: z.string().regex(/^arrival_[0-9a-z]{1,40}$/),
  part: z.string().regex(/^[0-9a-z][0-9a-z-]{0,60}$/),
  sha256: Sha256,
  text: z.string(),
});
export type TextHeld = z.output<typeof TextHeld>;

export const BundleHeld = z.strictObject({
  format: z.literal(FORM),
  for: z.enum(ASKERS),
  workspace: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  deal: Deal,
  /** The key that signed it, in the vkey form of a signed note. */
  key: z.string(),
  chains: z.array(ChainHeld).min(1).max(2),
  evidence: z.array(TextHeld),
  /** The record in sentences, as Markdown. */
  minutes: z.string(),
  signature: z.string(),
});
export type Bundle = z.output<typeof BundleHeld>;

export function holdEntry(entry: Entry): EntryHeld {
  return {
    number: entry.number,
    kind: entry.kind,
    recordedAt: entry.recordedAt,
    occurredAt: entry.occurredAt,
    actor: entry.actor,
    digest: hex(entry.digest),
    seal: hex(entry.seal),
    salt: entry.salt === null ? null : hex(entry.salt),
    text: entry.text,
  };
}

/** The entries of a chain as the record has them. */
export function entriesIn(bundle: Bundle, chain: ChainHeld): readonly Entry[] {
  return chain.entries.map((held) => ({
    ...held,
    workspace: bundle.workspace,
    subject: chain.chain as Subject,
    actor: held.actor as Actor,
    digest: Buffer.from(held.digest, 'hex'),
    seal: Buffer.from(held.seal, 'hex'),
    salt: held.salt === null ? null : Buffer.from(held.salt, 'hex'),
  }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
