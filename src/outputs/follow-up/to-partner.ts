import type { Evidence } from '#domain/evidence.js';
import { isForbidden } from '#outputs/follow-up/asked.js';
import { type Cut, cutOf, piece } from '#outputs/follow-up/cut.js';
import type { Draft, DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts, Spoken } from '#outputs/follow-up/facts.js';
import type { Frame } from '#outputs/follow-up/frame.js';
import { plain } from '#outputs/follow-up/paragraph.js';
import { isWriting } from '#outputs/follow-up/step.js';

const QUESTION = /[?]|^(?:if it['’]s a yes|give|send|tell|what i need|schick|gib|envoie|manda|dime)/i;
const ONLY_WHEN = /^(?:could|can|would|will) you let (?:me|us) know/i;

/** Where no buyer can be written to yet, the first answer goes to the partner: what was asked, each with a gap. */
export function partnerParagraphs(facts: FollowUpFacts, frame: Frame, partner: string): Draft['paragraphs'] {
  const asks = facts.asks.filter((each) => each.side === 'host');
  const questions = asks
    .map((each) => ({ ask: each, cut: wholeOf(facts, each) }))
    .filter(
      ({ ask, cut }) => !isForbidden(ask.quote) && QUESTION.test(cut.words) && !ONLY_WHEN.test(cut.words),
    )
    .filter(({ cut }) => !isWriting(cut.words))
    .slice(0, 2)
    .map(({ cut }) => ({
      sentences: [
        { text: frame.youAsk(cut.words), rests: [cut.evidence], gap: null },
        { text: `[${frame.answerGap}]`, rests: [], gap: 'answer' as const },
      ],
    }));
  const heeded = asks
    .filter((each) => isForbidden(each.quote))
    .slice(0, 1)
    .map((each): DraftSentence => {
      const { words, evidence } = cutOf(each);
      return { text: frame.heeds(words), rests: [evidence], gap: null };
    });
  const called = toBeCalled(facts);
  const next =
    called === null || frame.calls === null
      ? plain(frame.afterwards)
      : { text: frame.calls(called.name), rests: [called.evidence], gap: 'day' as const };
  return [
    { sentences: [plain(frame.greetPartner(partner))] },
    { sentences: [plain(frame.thanks), ...heeded] },
    ...questions,
    { sentences: [next] },
    { sentences: [plain(frame.close(facts.sender.name.split(' ')[0] ?? facts.sender.name))] },
  ];
}

// "What I need from you now:" asks with what stands behind its colon.
function wholeOf({ mail }: FollowUpFacts, ask: Spoken): Cut {
  if (!/:\s*$/.test(ask.quote) || ask.arrival !== mail.arrival || ask.part !== mail.part) return cutOf(ask);
  const rest = /^[^.!?]{1,200}/.exec(mail.text.slice(ask.end))?.[0] ?? '';
  const quote = mail.text.slice(ask.start, ask.end + rest.length);
  return piece({ ...ask, end: ask.end + rest.length, quote }, 0, quote.length);
}

const NUMBER = /(?<!\d)(?:\+|00?)?\d[\d ()/-]{6,16}\d(?!\d)/;

/** Somebody of the buyer's whose number the mail gives and whose address it does not: they are called. */
function toBeCalled({ people, mail }: FollowUpFacts): { name: string; evidence: Evidence } | null {
  const person = people.find(
    (each) => each.side !== 'host' && each.side !== 'partner' && each.email === null && each.name !== null,
  );
  const found = NUMBER.exec(mail.text);
  if (person?.name == null || found === null) return null;
  const { arrival, part } = mail;
  const [start, end] = [found.index, found.index + found[0].length];
  return { name: person.name, evidence: { arrival, part, start, end, quote: found[0] } };
}
