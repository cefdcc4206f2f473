import { bundleOrigin, bundleText, wholeHash } from '#record/bundle/bundle.js';
import { filesOf } from '#record/bundle/folder.js';
import type { Bundle } from '#record/bundle/shape.js';
import { entriesIn } from '#record/bundle/shape.js';
import { originOf } from '#record/checkpoint.js';
import { type Signer, signCheckpoint, verifierKey } from '#record/note.js';
import { digestOf, NO_SEAL, sealOf } from '#record/seal.js';
import { DEAL, forHost, forPartner, SIGNER, WORKSPACE } from './harbor.js';

/** A bundle in the hands of somebody who means to change it, as it is written and as it lies in its folder. */
export type Draft = { bundle: Bundle; bytes: Uint8Array | null; readonly files: Map<string, Uint8Array> };

/** One way to change a bundle, and what must be found. */
export type Way = {
  readonly way: string;
  readonly host?: true;
  readonly change: (draft: Draft) => void;
  /** The code that is found first, and the entry that is named: "record 3", "notebook 1". */
  readonly code: string;
  readonly at?: string;
  /** Checkpoints that were kept outside; where there are none, none are asked. */
  readonly kept?: readonly string[];
};

export type Changed = {
  readonly bytes: Uint8Array;
  readonly files: ReadonlyMap<string, Uint8Array> | null;
  readonly kept: readonly string[] | null;
};

/** Carries a way out. A change of the one file is looked at as the one file. */
export function changed({ host, change, kept }: Way): Changed {
  const bundle = host ? forHost() : forPartner();
  const files = new Map(
    [...filesOf(bundle)].map(([path, text]) => [path, Buffer.from(text, 'utf8') as Uint8Array] as const),
  );
  const draft: Draft = { bundle: structuredClone(bundle), bytes: null, files };
  const before = JSON.stringify([...files]);
  change(draft);
  const isFolder = JSON.stringify([...draft.files]) !== before;
  return {
    bytes: draft.bytes ?? Buffer.from(bundleText(draft.bundle), 'utf8'),
    files: isFolder ? draft.files : null,
    kept: kept ?? null,
  };
}

export function chainIn({ bundle }: Draft, place = 0) {
  const chain = bundle.chains[place];
  if (chain === undefined) throw new Error(`There is no chain ${place}.`);
  return chain;
}

export function entryIn(draft: Draft, number: number, chain = 0) {
  const entry = chainIn(draft, chain).entries[number - 1];
  if (entry === undefined) throw new Error(`There is no entry ${number}.`);
  return entry;
}

export function evidenceIn({ bundle }: Draft, place = 0) {
  const held = bundle.evidence[place];
  if (held === undefined) throw new Error(`There is no text ${place}.`);
  return held;
}

/** The first letter of a hash exchanged for another. */
export function bent(hash: string): string {
  return `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`;
}

/** A note about a chain, as whoever holds the key can write it. */
export function noteOn(subject: string, number: number, seal: string, signer: Signer = SIGNER): string {
  return signCheckpoint(signer, {
    origin: originOf(WORKSPACE, subject),
    number,
    seal: Buffer.from(seal, 'hex'),
  });
}

/** The record's checkpoint as somebody kept it when it had so many entries. */
export function keptAt(number: number): string {
  return forPartner(number).chains[0]?.checkpoint ?? '';
}

/** Computes a chain anew after its entries were changed: digests, numbers and seals. */
export function sealAnew(draft: Draft): void {
  let seal: Uint8Array = NO_SEAL;
  const chain = chainIn(draft);
  for (const [place, held] of chain.entries.entries()) {
    held.number = place + 1;
    const salt = Buffer.from(held.salt ?? '', 'hex');
    if (held.text !== null) held.digest = Buffer.from(digestOf(salt, held.text)).toString('hex');
    const entry = entriesIn(draft.bundle, chain)[place];
    if (entry === undefined) throw new Error('There is an entry.');
    seal = sealOf(seal, entry.digest, entry);
    held.seal = Buffer.from(seal).toString('hex');
  }
}

/** Signs the end of the record and the whole afresh, with the key or with somebody's own. */
export function signAnew(draft: Draft, signer: Signer = SIGNER): void {
  const chain = chainIn(draft);
  draft.bundle.key = verifierKey(signer);
  chain.checkpoint = noteOn(DEAL, chain.entries.length, chain.entries.at(-1)?.seal ?? '', signer);
  signWhole(draft, signer);
}

export function signWhole(draft: Draft, signer: Signer = SIGNER): void {
  const { signature: _, ...rest } = draft.bundle;
  draft.bundle.signature = signCheckpoint(signer, {
    origin: bundleOrigin(WORKSPACE, DEAL, draft.bundle.for),
    number: draft.bundle.chains.reduce((all, each) => all + each.entries.length, 0),
    seal: wholeHash(rest),
  });
}
