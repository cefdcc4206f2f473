import { buyerCalled } from '#domain/buyer.js';
import type { Question } from '#domain/intro.js';
import type { FindingHeld } from '#record/kinds/shapes.js';
import { briefOf } from '#views/deal/brief.js';
import { buyerName, type DealState, peopleOf } from '#views/deal/state.js';

export type StepWords = {
  readonly what: string;
  readonly quote: Pick<FindingHeld, 'arrival' | 'part' | 'start' | 'end' | 'quote'> | null;
};

/**
 * The first step in words: what the partner asks of us, in the partner's own words where they are plain, else
 * the first action to whoever the buyer is. The quote is what it rests on.
 */
export function stepWords(state: DealState): StepWords {
  const ask = state.notebook.reading?.asks.find((each) => each.of === 'host');
  const buyer = peopleOf(state).find((each) => each.side === 'buyer' && each.name !== null);
  const fallback = `first action to ${buyer?.name ?? buyerCalled(buyerName(state))}`;
  if (ask !== undefined) return { what: plainAsk(ask.quote) ?? fallback, quote: quoted(ask) };
  const brief = briefOf(state.notebook);
  const answer = (question: Question) => brief.find((each) => each.question === question)?.quotes[0];
  const next = answer('expectsNext') ?? answer('whyNow');
  return { what: fallback, quote: next === undefined ? null : quoted(next) };
}

type Quoted = NonNullable<StepWords['quote']>;

function quoted({ arrival, part, start, end, quote }: Quoted): Quoted {
  return { arrival, part, start, end, quote };
}

// "Dana, could you send Joanna two or three times for next week, ideally …?" says "send Joanna two or …".
const ASKING =
  /\b(?:could|can|would|will) you (?:please |kindly |maybe |possibly )?(?=[a-z])|\bplease (?=[a-z])/i;
const LONGEST = 70;

function plainAsk(quote: string): string | null {
  const hit = ASKING.exec(quote);
  if (hit === null) return null;
  const rest = quote.slice(hit.index + hit[0].length).replace(/\s+/g, ' ');
  const clause = (/^[^,;:.?!()]+/.exec(rest)?.[0] ?? '').trim();
  if (clause.length < 4 || clause.length > LONGEST || /^(?:don['’]t|not|let me know)\b/i.test(clause))
    return null;
  return clause;
}
