import { against } from '#record/bundle/check-chain.js';
import { type Check, type Finding, ofBundle } from '#record/bundle/finding.js';
import { type Bundle, entriesIn } from '#record/bundle/shape.js';
import { originOf } from '#record/checkpoint.js';
import { openNote, publicKeyFrom } from '#record/note.js';

/**
 * Checks a bundle against checkpoints that were kept elsewhere: they find what a bundle cannot say of itself, that
 * it was computed anew from end to end, or that its end was cut off and signed afresh. Pure.
 */
export function checkKept(bundle: Bundle, kept: readonly string[]): Check {
  const key = publicKeyFrom(bundle.key);
  let used = 0;
  const findings = kept.flatMap((note): readonly Finding[] => {
    const chain = bundle.chains.find((each) =>
      note.startsWith(`${originOf(bundle.workspace, each.chain)}\n`),
    );
    if (chain === undefined) return [];
    used += 1;
    const checkpoint = key === null ? null : openNote(note, key);
    if (checkpoint !== null) return against(chain.chain, entriesIn(bundle, chain), checkpoint);
    return [{ code: 'checkpoint.other-key', chain: chain.chain, number: null, because: OTHER_KEY }];
  });
  const what = `${used} of ${kept.length} checkpoints kept outside are of this deal, and say the same.`;
  return { what, findings: used === 0 ? [ofBundle('checkpoint.other-deal', OTHER_DEAL)] : findings };
}

const OTHER_KEY =
  'A checkpoint kept outside was not signed with the key of this bundle, or was changed since.';
const OTHER_DEAL = 'None of the checkpoints kept outside is of a chain in this bundle.';
