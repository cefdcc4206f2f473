/** A stretch of a domain, and whether it is what the two differ in. */
export type Stretch = { readonly text: string; readonly off: boolean };

/** Two domains side by side: of each, which letters the other has not at that place. */
export function lettersOff(one: string, other: string): [readonly Stretch[], readonly Stretch[]] {
  const [left, right] = [[...one], [...other]];
  const start = countSame(left, right);
  const end = countSame(left.slice(start).reverse(), right.slice(start).reverse());
  if (left.length !== right.length) return [cut(left, start, end), cut(right, start, end)];
  // Of equal length each letter is held against its own: several may have been put for others.
  const differs = left.map((letter, place) => letter !== right[place]);
  return [runs(left, differs), runs(right, differs)];
}

/** Whether one becomes the other by one letter put in, left out or put for another, or by two swapped. */
export function isOneEdit(one: string, other: string): boolean {
  const [left, right] = [[...one], [...other]];
  const start = countSame(left, right);
  const end = countSame(left.slice(start).reverse(), right.slice(start).reverse());
  const [gone, come] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (gone.length + come.length === 0) return false;
  if (gone.length <= 1 && come.length <= 1) return true;
  return isSwap(gone, come);
}

/** Whether two letters that stand beside each other changed places, and nothing else. */
export function isSwapped(one: string, other: string): boolean {
  const off = lettersOff(one, other).map((side) => side.filter((each) => each.off).map(({ text }) => text));
  return (
    off[0]?.length === 1 && off[1]?.length === 1 && isSwap([...(off[0][0] ?? '')], [...(off[1][0] ?? '')])
  );
}

function isSwap(gone: readonly string[], come: readonly string[]): boolean {
  return gone.length === 2 && come.length === 2 && gone[0] === come[1] && gone[1] === come[0];
}

function countSame(left: readonly string[], right: readonly string[]): number {
  const first = left.findIndex((letter, place) => letter !== right[place]);
  return first === -1 ? left.length : first;
}

function cut(letters: readonly string[], start: number, end: number): Stretch[] {
  const off = letters.map((_, place) => place >= start && place < letters.length - end);
  return runs(letters, off);
}

function runs(letters: readonly string[], off: readonly boolean[]): Stretch[] {
  const found: { text: string; off: boolean }[] = [];
  for (const [place, letter] of letters.entries()) {
    const last = found.at(-1);
    if (last !== undefined && last.off === off[place]) last.text += letter;
    else found.push({ text: letter, off: off[place] ?? false });
  }
  return found;
}
