import { stands } from '#domain/evidence.js';
import { type Finding, ofBundle } from '#record/bundle/finding.js';
import type { Bundle, TextHeld } from '#record/bundle/shape.js';
import { fileOf } from '#record/bundle/text-file.js';
import { contentOf, quotesIn, sha256Of, sharedIn } from '#record/bundle/words.js';
import type { Entry } from '#record/entry.js';

type Named = { readonly arrival: string; readonly part: string };

/** Whether the texts are those that were shared, and every quote stands in its text, exactly, at its place. */
export function checkEvidence(bundle: Bundle, entries: readonly Entry[]): readonly Finding[] {
  const { evidence } = bundle;
  const at = (named: Named) =>
    evidence.find((each) => each.arrival === named.arrival && each.part === named.part) ?? null;
  const spoken = new Set<TextHeld | null>();
  const wrong = entries.flatMap((entry) => {
    const content = contentOf(entry);
    const say = (code: string, because: string): Finding => ({
      code,
      chain: entry.subject,
      number: entry.number,
      because,
    });
    const shared = sharedIn(content).flatMap((each) => {
      spoken.add(at(each));
      const held = at(each);
      if (held !== null && held.text === each.text && sha256Of(each.text) === each.sha256) return [];
      return [say('evidence.other', `The text of ${fileOf(each)} is not the one that it shared.`)];
    });
    const quotes = quotesIn(content).flatMap((each) => {
      spoken.add(at(each));
      const held = at(each);
      // The text of a quote may have been erased; what the partner sees quotes shared words alone.
      if (held === null ? !isRecord(entry) : stands(each, held.text)) return [];
      return [say('quote.elsewhere', `It quotes words that do not stand in ${fileOf(each)} where it says.`)];
    });
    return [...shared, ...quotes];
  });
  return [...evidence.flatMap(wrongText), ...outOfOrder(evidence), ...unspoken(evidence, spoken), ...wrong];
}

function wrongText(held: TextHeld): readonly Finding[] {
  if (sha256Of(held.text) === held.sha256) return [];
  return [ofBundle('evidence.changed', `The text of ${fileOf(held)} is not what its SHA-256 says.`)];
}

function outOfOrder(evidence: readonly TextHeld[]): readonly Finding[] {
  const names = evidence.map((each) => `${each.arrival} ${each.part}`);
  const isSorted = names.every((name, place) => place === 0 || (names[place - 1] ?? '') < name);
  return isSorted
    ? []
    : [ofBundle('evidence.order', 'The texts do not stand in order, or one stands there twice.')];
}

function unspoken(evidence: readonly TextHeld[], spoken: ReadonlySet<TextHeld | null>): readonly Finding[] {
  return evidence
    .filter((each) => !spoken.has(each))
    .map((each) => ofBundle('evidence.unspoken', `No entry speaks of ${fileOf(each)}: it was slipped in.`));
}

function isRecord(entry: Entry): boolean {
  return !entry.subject.endsWith('.notebook');
}
