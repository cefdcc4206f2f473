import type { Entry } from '#record/entry.js';
import { type Happening, kindCalled } from '#record/kinds/every.js';

/** An entry that was read back and checked against its kind; null where its content was erased. */
export type Happened = Happening & { readonly entry: Entry };

export function happened(entry: Entry): Happened | null {
  if (entry.text === null) return null;
  const content = kindCalled(entry.kind).content.parse(JSON.parse(entry.text));
  return { kind: entry.kind, content, entry } as Happened;
}

/** The entries of one chain as they are to be read: without those that a later entry took back. */
export function standing(entries: readonly Entry[]): readonly Happened[] {
  const read = entries.map(happened).filter((each) => each !== null);
  const undone = new Set(read.flatMap((each) => ('numbers' in each.content ? each.content.numbers : [])));
  return read.filter((each) => !undone.has(each.entry.number));
}

/** Whether folding on from a kept state would miss that something earlier was taken back. */
export function takesBack(entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.kind.endsWith('.undone'));
}
