import type { Evidence } from '#domain/evidence.js';
import type { Mailbox } from '#domain/party.js';

/** What a sentence leaves for the writer: times, an answer, a day. It stands in brackets until it is filled. */
type Gap = 'times' | 'answer' | 'day';

export type DraftSentence = {
  readonly text: string;
  /** The words that it rests on; a sentence that claims nothing rests on nothing. */
  readonly rests: readonly Evidence[];
  readonly gap: Gap | null;
};

/** A first follow-up before anybody has read it. Plain text; nothing in it is sent by itself. */
export type Draft = {
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  readonly language: string;
  readonly paragraphs: readonly { readonly sentences: readonly DraftSentence[] }[];
  /** What could not be written and why, and what to mind before it goes, as sentences. */
  readonly missing: readonly string[];
};

/** A sentence in the text as it is sent. Offsets are UTF-16 code units, end exclusive. */
export type PlacedSentence = DraftSentence & { readonly start: number; readonly end: number };

/** The draft as plain text: sentences behind each other, an empty line between paragraphs. */
export function plainText(draft: Draft): { text: string; sentences: PlacedSentence[] } {
  const sentences: PlacedSentence[] = [];
  let text = '';
  for (const [place, paragraph] of draft.paragraphs.entries()) {
    if (place > 0) text += '\n\n';
    for (const [nth, sentence] of paragraph.sentences.entries()) {
      if (nth > 0) text += ' ';
      sentences.push({ ...sentence, start: text.length, end: text.length + sentence.text.length });
      text += sentence.text;
    }
  }
  return { text, sentences };
}
