/** Whom a mail speaks of in the third person and the follow-up speaks to. */
export type SpokenOf = {
  /** "Joanna", or null where the mail gives no first name. */
  readonly first: string | null;
  readonly full: string | null;
  readonly company: string | null;
  /** Whether "she", "he" or "they" at the beginning can mean nobody else. */
  readonly pronouns: boolean;
};

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s');
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function countWords(text: string): number {
  return (text.match(/[\p{L}\p{N}$€£][\p{L}\p{N}'’.,:-]*/gu) ?? []).length;
}
