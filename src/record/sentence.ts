import type { Entry } from '#record/entry.js';
import type { Names } from '#record/kind.js';
import { kindCalled } from '#record/kinds/every.js';

/** An entry in one English sentence. The timeline of a deal is these sentences. */
export function sentenceOf(entry: Entry, names: Names): string {
  if (entry.text === null) return 'What stood here was erased. Its seal still holds.';
  const kind = kindCalled(entry.kind);
  return kind.say(kind.content.parse(JSON.parse(entry.text)), names);
}
