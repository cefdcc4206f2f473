/** A piece of a text; `href` where it is a link of this Baton. `at` is where the piece begins. */
export type Piece = { readonly at: number; readonly words: string; readonly href: string | null };

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** Cuts a text at the links that lead to pages of this origin. All others stay words. */
export function linked(text: string, origin: string = location.origin): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: link, index } of text.matchAll(LINK)) {
    if (!URL.canParse(link) || new URL(link).origin !== origin) continue;
    pieces.push({ at: end, words: text.slice(end, index), href: null });
    pieces.push({ at: index, words: link, href: link });
    end = index + link.length;
  }
  pieces.push({ at: end, words: text.slice(end), href: null });
  return pieces.filter(({ words }) => words !== '');
}
