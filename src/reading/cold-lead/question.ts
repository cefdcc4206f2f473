import { sentencesOf } from '#reading/mail/sentences.js';

/** A sentence that asks the reader to tell something. */
export type QuestionFound = { readonly start: number; readonly end: number; readonly text: string };

/** Asking without a question mark. */
const TELL =
  /\b(?:(?:please |kindly )?(?:tell me|let me know|advise|remind me|fill me in)\s(?:what|when|how|who|which|whether|why|about|more|a little|a bit|something)|please (?:share|send|provide|describe|explain|outline)|(?:i|we)(?:['’]d| would) (?:like|love|need) to (?:know|understand|hear)|(?:i|we) (?:need|want) to (?:know|understand)|i wonder (?:what|when|how|who|whether|why)|(?:could|can|would) you (?:please )?(?:share|tell|send|describe|explain|confirm)|what i (?:still )?need (?:to know )?is)\b/i;
const TELL_GERMAN =
  /\b(?:(?:sagen|nennen|schildern|beschreiben|schicken|senden|teilen|erklären) Sie (?:mir|uns)|bitte\b[^.?!]{0,60}\b(?:nennen|sagen|schildern|beschreiben|mitteilen|schicken|senden|erklären)|(?:ich|wir) (?:würde|würden|wüsste|wüssten|möchte|möchten|müsste|müssten)\b[^.?!]{0,50}\b(?:wissen|erfahren|verstehen|gern|gerne)|lassen Sie (?:mich|uns) wissen)/i;

/** Questions that propose a time, a call or the reader's choice: they wait for a yes and for no knowledge. */
const PROPOSES =
  /\b(?:(?:does|do|would|will|could|can|is|are|shall|how about|what about)\b[^?]{0,80}\b(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|tomorrow|today|next week|this week|o['’]clock|\d{1,2}(?::\d\d)?\s?(?:am|pm)?|morning|afternoon|work for you|suit you|work better|these times|any of (?:these|them))\b[^?]{0,40}\?|which (?:of (?:these|those|them|the (?:two|three))|one|time|day|slot)\b[^?]{0,60}\b(?:suits?|works?|prefer|best)|(?:when|what time|what day|which day)\b[^?]{0,40}\b(?:suits?|works?|free|available|convenient|(?:we|i) (?:\w+ )?(?:talk|speak|meet|call|ring|reach|visit|come))\b|shall (?:we|i)\b)/i;
const PROPOSES_GERMAN =
  /\b(?:passt|passen|ginge|recht)\b[^?]*\?|\bwann (?:passt|hätten|haben Sie|können wir|sprechen wir|darf ich|erreiche|sind Sie)\b|\bwelche[rs]?\b[^?]{0,40}\b(?:termine?|passt|lieber)\b|\b(?:könnten|können|wollen|sollen) wir\b[^?]{0,80}\b(?:montag|dienstag|mittwoch|donnerstag|freitag|woche|uhr|telefonieren|sprechen|treffen)\b/i;

/** Every question of a text that wants an answer, with its place. */
export function questionsOf(text: string): QuestionFound[] {
  return sentencesOf(text)
    .filter(({ text: said }) => /\?["”’)\]]*$/.test(said) || TELL.test(said) || TELL_GERMAN.test(said))
    .filter(({ text: said }) => !isProposal(said))
    .map(({ start, end, text: said }) => ({ start, end, text: said }));
}

// "When is the audit, and does Tuesday work?" asks twice: the part that proposes takes nothing from the other.
function isProposal(sentence: string): boolean {
  const parts = sentence.split(/,\s(?=(?:and|und|or|oder)\s)/i);
  return parts.every((part) => {
    const asked = /\?/.test(part) ? part : `${part}?`;
    return PROPOSES.test(asked) || PROPOSES_GERMAN.test(asked);
  });
}
