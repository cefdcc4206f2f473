/** Whether each typed word begins some word of the text: "harb arch" finds "Harbor Mutual, architecture". */
export function matches(typed: string, text: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(typed)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)) || fold(text).includes(part));
}

/** Without case and accents, so that "ines" finds Inês. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
