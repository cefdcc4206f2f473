import type { Entry } from '#record/entry.js';
import { type Happening, kindCalled } from '#record/kinds/every.js';

/** An entry that was read back and checked against its kind; null where its content was erased. */
export type Happened = Happening & { readonly entry: Entry };

export function happened(entry: Entry): Happened | null {
  if (entry.text === null) return null;
  const content = kindCalled(entry.kind).content.parse(JSON.parse(entry.text));
  return { kind: entry.kind, content, entry } as Happened;
}

/** What is to be read of one chain: without that which a later entry took back. */
export function standing(read: readonly Happened[]): readonly Happened[] {
  const undone = undoneNumbers(read);
  return undone.size === 0 ? read : read.filter((each) => !undone.has(each.entry.number));
}

export function undoneNumbers(read: readonly Happened[]): ReadonlySet<number> {
  return new Set(read.flatMap((each) => ('numbers' in each.content ? each.content.numbers : [])));
}

/** Whether folding on would miss that something earlier was taken back. */
export function takesBack(read: readonly Happened[]): boolean {
  return read.some((each) => 'numbers' in each.content);
}
