import { contentOf } from '#record/bundle/words.js';
import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';
import { EVERY_KIND } from '#record/kinds/every.js';
import { sentenceOf } from '#record/sentence.js';

/** The sentence of an entry, also of one that a later Baton wrote or somebody bent: then only its kind is said. */
export function saidBy(entry: Entry, names: Names): string {
  if (entry.text === null) return sentenceOf(entry, names);
  const kind = EVERY_KIND.find((each) => each.kind === entry.kind);
  const isRead = kind?.content.safeParse(contentOf(entry)).success === true;
  return isRead ? sentenceOf(entry, names) : `An entry of the kind ${entry.kind}.`;
}
