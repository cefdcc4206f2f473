/** How dots widen: the distance to the first, the first gap, and how much wider each gap is than the last. */
export type Widening = { readonly first: number; readonly gap: number; readonly ratio: number };

export const ROW_WIDENING: Widening = { first: 5, gap: 3.2, ratio: 1.22 };
export const DEAL_WIDENING: Widening = { first: 9, gap: 4.2, ratio: 1.17 };

/**
 * Places of the dots that stand for silence, from the last pass towards now: each gap is wider than the one
 * before it. None stands closer to `to` than 2 units, so that the line of now stays clear. At most 80 dots.
 */
export function silenceDots(from: number, to: number, widening: Widening): number[] {
  const dots: number[] = [];
  let x = from + widening.first;
  let gap = widening.gap;
  while (x <= to - 2 && dots.length < 80) {
    dots.push(x);
    x += gap;
    gap *= widening.ratio;
  }
  return dots;
}
