import { createHash } from 'node:crypto';
import type { Id } from '#domain/id.js';
import { must } from '#domain/must.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Asker } from '#record/bundle/asker.js';
import { minutesOf } from '#record/bundle/minutes.js';
import {
  type Bundle,
  BundleHeld,
  type ChainHeld,
  FORM,
  holdEntry,
  type TextHeld,
} from '#record/bundle/shape.js';
import { contentOf, quotesIn, sha256Of, sharedIn } from '#record/bundle/words.js';
import { originOf } from '#record/checkpoint.js';
import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';
import { type Signer, signCheckpoint, verifierKey } from '#record/note.js';
import { canonicalText, NO_SEAL } from '#record/seal.js';

type Kept = Pick<TextHeld, 'arrival' | 'part' | 'text'>;

/** What a bundle is made of. A partner's is handed the record and nothing else, so nothing else can be in it. */
type Ingredients = {
  readonly workspace: string;
  readonly deal: Id<'deal'>;
  readonly record: readonly Entry[];
  readonly signer: Signer;
} & (
  | { readonly for: 'partner' }
  | {
      readonly for: 'host';
      readonly notebook: readonly Entry[];
      /** The texts that the notebook quotes. */
      readonly texts: readonly Kept[];
      readonly names: Names;
    }
);

/**
 * A deal to take along. The same entries give the same bytes: no time of asking, no checkpoint of the past (when
 * those were signed depends on what else was written), only one signed here at the end of each chain.
 */
export function bundleOf(of: Ingredients): Bundle {
  const { workspace, deal, record, signer } = of;
  const notebook = of.for === 'host' ? of.notebook : [];
  const chains = [
    chainOf(workspace, deal, record, signer),
    ...(of.for === 'host' ? [chainOf(workspace, notebookOf(deal), notebook, signer)] : []),
  ];
  const evidence = evidenceOf([...record, ...notebook], of.for === 'host' ? of.texts : []);
  const names = of.for === 'host' ? of.names : null;
  const minutes = minutesOf({ asker: of.for, record, notebook, evidence, names });
  const unsigned = {
    format: FORM,
    for: of.for,
    workspace,
    deal,
    key: verifierKey(signer),
    chains,
    evidence,
    minutes,
  } as const;
  const signature = signCheckpoint(signer, {
    origin: bundleOrigin(workspace, deal, of.for),
    number: record.length + notebook.length,
    seal: wholeHash(unsigned),
  });
  return BundleHeld.parse({ ...unsigned, signature });
}

/** The bytes of `bundle.json`. */
export function bundleText(bundle: Bundle): string {
  return canonicalText(bundle);
}

export function bundleOrigin(workspace: string, deal: string, asker: Asker): string {
  return `${originOf(workspace, deal)}/bundle/${asker}`;
}

/** What the signature of a bundle is over: all of it but itself. */
export function wholeHash(unsigned: Omit<Bundle, 'signature'>): Uint8Array {
  return createHash('sha256').update(canonicalText(unsigned), 'utf8').digest();
}

function chainOf(workspace: string, chain: Subject, entries: readonly Entry[], signer: Signer): ChainHeld {
  const last = entries.at(-1);
  must(
    entries.every((each, place) => each.subject === chain && each.number === place + 1),
    `all entries of ${chain} are here, and no others`,
  );
  const head = { origin: originOf(workspace, chain), number: last?.number ?? 0, seal: last?.seal ?? NO_SEAL };
  return { chain, checkpoint: signCheckpoint(signer, head), entries: entries.map(holdEntry) };
}

/** Each text once, in order of its name: those that entries hold whole, and of the others those that are quoted. */
function evidenceOf(entries: readonly Entry[], kept: readonly Kept[]): TextHeld[] {
  const contents = entries.map(contentOf);
  const quoted = new Set(contents.flatMap(quotesIn).map(nameOf));
  const texts = new Map(kept.filter((each) => quoted.has(nameOf(each))).map((each) => [nameOf(each), each]));
  for (const each of contents.flatMap(sharedIn)) texts.set(nameOf(each), each);
  return [...texts.keys()].sort().map((name) => {
    const { arrival, part, text } = texts.get(name) as Kept;
    return { arrival, part, sha256: sha256Of(text), text };
  });
}

function nameOf({ arrival, part }: { readonly arrival: string; readonly part: string }): string {
  return `${arrival} ${part}`;
}
