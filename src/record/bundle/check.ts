import { bundleOrigin, wholeHash } from '#record/bundle/bundle.js';
import { against, walk } from '#record/bundle/check-chain.js';
import { checkEvidence } from '#record/bundle/check-evidence.js';
import { type Check, type Finding, ofBundle } from '#record/bundle/finding.js';
import { openBundle } from '#record/bundle/open.js';
import { type Bundle, type ChainHeld, entriesIn } from '#record/bundle/shape.js';
import { contentOf, quotesIn } from '#record/bundle/words.js';
import { originOf } from '#record/checkpoint.js';
import type { Entry } from '#record/entry.js';
import { openNote, publicKeyFrom } from '#record/note.js';

type From = NonNullable<ReturnType<typeof publicKeyFrom>>;

export type Report = {
  /** Null where it cannot be read. */
  readonly bundle: Bundle | null;
  readonly checks: readonly Check[];
};

/** Checks the bytes of a bundle against themselves: no database, no network, nothing but what is in them. Pure. */
export function checkBundle(bytes: Uint8Array): Report {
  const { bundle, findings } = openBundle(bytes);
  const written = { what: 'It is one bundle, written as the form says.', findings };
  if (bundle === null) return { bundle, checks: [written] };
  const key = keyOf(bundle);
  const chains = bundle.chains.map((chain) => ({ chain, entries: entriesIn(bundle, chain) }));
  const whose = {
    what: `It is the ${bundle.for}'s, with the chains that the ${bundle.for} may see, and a key of its workspace.`,
    findings: [...wrongChains(bundle), ...(key === null ? [ofBundle('key.other', OTHER_KEY)] : [])],
  };
  const entries = chains.flatMap((each) => each.entries);
  const checks = [
    written,
    whose,
    ...chains.map(({ chain, entries: own }) => checkChain(bundle, chain, own, key)),
    { what: textsWords(bundle, entries), findings: checkEvidence(bundle, entries) },
  ];
  const isWell = checks.every((each) => each.findings.length === 0);
  return { bundle, checks: [...checks, checkWhole(bundle, entries.length, key, isWell)] };
}

const OTHER_KEY = 'The key in it is not written as a key of this workspace is.';

function keyOf(bundle: Bundle): From | null {
  const from = publicKeyFrom(bundle.key);
  return from?.name === `baton.${bundle.workspace}` ? from : null;
}

function wrongChains(bundle: Bundle): readonly Finding[] {
  const { deal } = bundle;
  const wanted = bundle.for === 'host' ? [deal, `${deal}.notebook`] : [deal];
  const held = bundle.chains.map((each) => each.chain);
  if (held.join(' ') === wanted.join(' ')) return [];
  return [
    ofBundle('chain.other', `It holds ${held.join(' and ')}, and should hold ${wanted.join(' and ')}.`),
  ];
}

function checkChain(bundle: Bundle, held: ChainHeld, entries: readonly Entry[], key: From | null): Check {
  const { chain } = held;
  const erased = entries.filter((each) => each.text === null).length;
  const name = chain.endsWith('.notebook') ? 'Notebook' : 'Record';
  const what = `${name}: ${count(entries.length, 'entry', 'entries')} without a gap, each sealed onto the one before it, and the end signed.${erased === 0 ? '' : ` The words of ${erased} were erased.`}`;
  const say = (code: string, because: string, number: number | null = null): Finding => ({
    code,
    chain,
    number,
    because,
  });
  const end = key === null ? null : openNote(held.checkpoint, key);
  const walked = walk(chain, entries, end);
  if (end === null) return { what, findings: [...walked, say('checkpoint.signature', NOT_SIGNED)] };
  if (end.origin !== originOf(bundle.workspace, chain)) {
    const because = `Its checkpoint is that of ${end.origin}.`;
    return { what, findings: [...walked, say('checkpoint.other-chain', because)] };
  }
  if (end.number < entries.length) {
    const because = `The chain was signed with ${end.number} entries: this one was added.`;
    return { what, findings: [...walked, say('entry.added', because, end.number + 1)] };
  }
  return { what, findings: walked.length > 0 ? walked : against(chain, entries, end) };
}

const NOT_SIGNED = 'Its checkpoint was not signed with the key of this bundle, or was changed since.';

function textsWords(bundle: Bundle, entries: readonly Entry[]): string {
  const quotes = entries.flatMap((each) => quotesIn(contentOf(each)));
  const isHere = (quote: (typeof quotes)[number]) =>
    bundle.evidence.some((each) => each.arrival === quote.arrival && each.part === quote.part);
  const gone = quotes.filter((each) => !isHere(each)).length;
  const counted = `${count(bundle.evidence.length, 'text')} and ${count(quotes.length - gone, 'quote')}`;
  const absent = gone === 0 ? '' : ` The texts of ${count(gone, 'further quote')} are not here.`;
  return `Evidence: ${counted}. Each text is what was shared or read, each quote stands where it says.${absent}`;
}

function count(many: number, one: string, several = `${one}s`): string {
  return `${many} ${many === 1 ? one : several}`;
}

/** Last, the signature over everything: also over what no seal covers, such as the minutes. */
function checkWhole(bundle: Bundle, entries: number, key: From | null, isWell: boolean): Check {
  const { signature, ...rest } = bundle;
  const signed = key === null ? null : openNote(signature, key);
  const isSigned =
    signed !== null &&
    signed.origin === bundleOrigin(bundle.workspace, bundle.deal, bundle.for) &&
    signed.number === entries &&
    Buffer.from(signed.seal).equals(Buffer.from(wholeHash(rest)));
  const because = isWell
    ? 'It is not what was signed: the signature, the minutes, or something else that no seal covers was changed, or words were taken out.'
    : 'It is not what was signed.';
  return {
    what: `All of it is signed by ${bundle.key.split('+', 2).join('+')}, its minutes too.`,
    findings: isSigned ? [] : [ofBundle('bundle.signature', because)],
  };
}
