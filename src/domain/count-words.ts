const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many, as a sentence says it: in words up to ten. */
export function countWords(count: number): string {
  return WORDS[count] ?? count.toLocaleString('en');
}

/** The same at the beginning of a sentence. */
export function countFirst(count: number): string {
  const words = countWords(count);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How often: once, twice, three times. */
export function timesWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${countWords(count)} times`;
}
