/**
 * The words of the mail that are selected in the page, or none. Pieces carry the place of their first letter,
 * so that numbers drawn between the words do not get into the quote.
 */
export function selectedWords(box: HTMLElement, text: string): string {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return '';
  const range = selection.getRangeAt(0);
  const start = placeOf(box, range.startContainer, range.startOffset);
  const end = placeOf(box, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? '' : text.slice(start, end);
}

function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  if (!box.contains(node)) return null;
  const piece = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-start]',
  );
  if (piece != null) return Number(piece.getAttribute('data-start')) + (node instanceof Text ? offset : 0);
  // Between two pieces, on a number say: what counts is the end of the last piece before it.
  const before = [...box.querySelectorAll<HTMLElement>('[data-start]')].findLast(
    (one) => (node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  );
  return before === undefined
    ? null
    : Number(before.getAttribute('data-start')) + (before.textContent?.length ?? 0);
}
