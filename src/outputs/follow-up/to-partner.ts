import { isForbidden } from '#outputs/follow-up/asked.js';
import { type Cut, cutOf, piece } from '#outputs/follow-up/cut.js';
import type { Draft, DraftSentence } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts, Spoken } from '#outputs/follow-up/facts.js';
import type { Frame } from '#outputs/follow-up/frame.js';
import { plain } from '#outputs/follow-up/paragraph.js';

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
  return [
    { sentences: [plain(frame.greet(partner))] },
    { sentences: [plain(frame.thanks), ...heeded] },
    ...questions,
    { sentences: [plain(frame.afterwards)] },
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
