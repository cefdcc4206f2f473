/** A label's wish: where it stands, how wide it is, which row of text it is in, and how much it matters. */
export type LabelWish = {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Higher wins. Of two passes the newer one does. */
  readonly weight: number;
};

/** About the width of one letter at 11 px in the interface's type, measured on this font's latin text. */
const LETTER = 5.9;

/** Keeps the labels that fit: where two would touch, the lighter one goes. Order of the kept ones is kept. */
export function fitLabels<L extends LabelWish>(
  wishes: readonly L[],
  box: { left: number; right: number },
): L[] {
  const kept: L[] = [];
  for (const wish of [...wishes].sort((a, b) => b.weight - a.weight)) {
    const [from, to] = reachOf(wish);
    if (from < box.left || to > box.right) continue;
    const clash = kept.some((other) => {
      const [otherFrom, otherTo] = reachOf(other);
      return Math.abs(other.y - wish.y) < 13 && from < otherTo + 6 && otherFrom < to + 6;
    });
    if (!clash) kept.push(wish);
  }
  return wishes.filter((wish) => kept.includes(wish));
}

export function reachOf(wish: Pick<LabelWish, 'x' | 'text' | 'anchor'>): [number, number] {
  const width = wish.text.length * LETTER;
  const from = { start: wish.x, middle: wish.x - width / 2, end: wish.x - width }[wish.anchor];
  return [from, from + width];
}
