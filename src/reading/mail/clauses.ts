import type { Sentence } from '#reading/mail/sentences.js';

/** A part of a sentence that says one thing. `of` is where its sentence starts. */
export type Clause = Sentence & { readonly of: number };

/** Words that join two things said in one sentence, behind a comma. */
const JOIN =
  /,\s(?=(?:and|but|so|while|und|aber|doch|et|mais|y|pero|luego|e|ma|och|men|en|maar|så|mas)\s)|\s(?=(?:but|so please|so do not|so don't|aber|mais|pero|ma|men|maar)\s)|;\s|\s[–—-]{1,2}\s|:\s(?=\S)/giu;

/** The fewest words that a part needs on either side to stand alone. */
const SHORTEST = 3;

/** Cuts a sentence into its clauses. Offsets stay exact; a sentence that says one thing is one clause. */
export function clausesOf(sentence: Sentence): Clause[] {
  const { text } = sentence;
  const parts: Clause[] = [];
  let start = 0;
  const push = (end: number) => {
    const cut = text.slice(start, end).trimEnd();
    if (cut !== '')
      parts.push({
        start: sentence.start + start,
        end: sentence.start + start + cut.length,
        text: cut,
        paragraph: sentence.paragraph,
        of: sentence.start,
      });
  };
  for (const match of text.matchAll(JOIN)) {
    const at = match.index;
    if (at < start || countWords(text.slice(start, at)) < SHORTEST || countWords(text.slice(at)) < SHORTEST)
      continue;
    push(match[0].startsWith(',') || match[0].trim() === '' ? at : at + match[0].trimEnd().length);
    start = at + match[0].length;
  }
  push(text.length);
  return parts;
}

function countWords(text: string): number {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu) ?? []).length;
}
