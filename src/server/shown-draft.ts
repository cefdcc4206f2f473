import { Temporal } from 'temporal-polyfill';
import { sayMoment } from '#clocks/say.js';
import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import type { Evidence } from '#domain/evidence.js';
import { plainText } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { draftFollowUp } from '#outputs/follow-up/follow-up.js';
import { checkColdLead } from '#reading/cold-lead/check.js';
import type { ColdFacts, ColdFinding } from '#reading/cold-lead/cold-facts.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import { letterState } from '#views/deal/letter.js';
import { showQuote } from '#views/deal/quote.js';
import { type DealState, lifeOf } from '#views/deal/state.js';
import { numbered } from '#views/handoff/answers.js';
import { namesIn } from '#views/workspace/names.js';

/** What is looked at when a follow-up is shown or checked. */
export type Drafting = {
  readonly viewing: Viewing;
  readonly state: DealState;
  readonly facts: FollowUpFacts;
  readonly cold: ColdFacts;
  /** Whether there is a server that mail can be handed to. */
  readonly canSend: boolean;
};

/** The first follow-up as the handoff shows it, its sentences numbered as the brief and the mail are. */
export function showDraft(drafting: Drafting): DraftShown {
  const { viewing, state, facts } = drafting;
  const draft = draftFollowUp(facts);
  const { text, sentences } = plainText(draft);
  const marks = marksOf(drafting);
  const { sender } = facts;
  return {
    deal: state.deal,
    from: sender.email === null ? null : { name: sender.name, address: sender.email },
    to: [...draft.to],
    cc: [...draft.cc],
    subject: draft.subject,
    language: draft.language,
    text,
    sentences: sentences.map(({ start, end, gap, rests }) => ({
      start,
      end,
      gap,
      marks: [...new Set(rests.flatMap((each) => marks(each) ?? []))],
      quotes: rests.map((each) => showQuote(each, facts.mail.language, marks(each))),
    })),
    missing: [...draft.missing],
    made: 'Written from the mail, no model used',
    findings: findingsIn(text, drafting),
    may: maySend(drafting),
    sent: sentWords(viewing, state),
  };
}

/** What the check finds in a text, each with its sentence and the words that answer it. */
export function findingsIn(text: string, drafting: Drafting): ColdShown[] {
  const marks = marksOf(drafting);
  const { language } = drafting.facts.mail;
  return checkColdLead(text, drafting.cold).map((found) => ({
    kind: found.kind,
    start: found.start,
    end: found.end,
    words: found.words,
    about: found.about,
    sentence: sentenceFor(found),
    answers: found.answers.map(({ evidence, question }) =>
      showQuote(evidence, language, marks(evidence, question)),
    ),
  }));
}

const TIMES = ['', '', ', twice', ', three times'] as const;

function sentenceFor({ kind, words, answers }: ColdFinding): string {
  switch (kind) {
    case 'cold-question': {
      const count = answers.length;
      const already =
        count === 1
          ? 'The mail already answers it.'
          : count === 2
            ? 'The mail already answers both.'
            : 'The mail already answers all of it.';
      return `Cold question${TIMES[Math.min(count, 3)]}. ${already}`;
    }
    case 'no-next-step':
      return 'Next step missing. Nobody does anything by any time.';
    case 'unsourced':
      return `“${words}” stands in no source. Check it, or take it out.`;
    case 'open-gap':
      return 'A gap is left. Fill it, or take it out.';
  }
}

/**
 * The number that words carry in the mail beside the draft, or null where they carry none: that of the question
 * where it is known, else the one whose quotes share most with them.
 */
function marksOf({
  viewing,
  state,
  facts,
}: Drafting): (evidence: Evidence, question?: string | null) => number | null {
  const { answers, marks } = numbered(viewing, state);
  return (evidence, question = null) => {
    if (evidence.arrival !== facts.mail.arrival || evidence.part !== facts.mail.part) return null;
    const shared = (number: number) =>
      marks
        .filter((each) => each.number === number)
        .reduce(
          (sum, each) =>
            sum + Math.max(0, Math.min(each.end, evidence.end) - Math.max(each.start, evidence.start)),
          0,
        );
    const own = answers.find((each) => each.question === question)?.number;
    if (own !== undefined && shared(own) > 0) return own;
    const numbers = [...new Set(marks.map((each) => each.number))].sort(
      (one, other) => shared(other) - shared(one),
    );
    const [best] = numbers;
    return best !== undefined && shared(best) > 0 ? best : null;
  };
}

function maySend({ state, canSend, viewing }: Drafting): DraftShown['may'] {
  const no = (because: string) => ({ send: false, because });
  const life = lifeOf(state);
  if (life === 'arrived') return no('Take the intro first. The text stays here.');
  if (life !== 'taken') return no('It is not open any more.');
  if (viewing.viewer === null) return no('Somebody has to sign in and send it.');
  const isGoing = state.notebook.letters.some(
    (each) => each.purpose === 'follow-up' && letterState(each) === 'going',
  );
  if (isGoing) return no('A mail to the buyer is on its way already. See the outbox.');
  if (!canSend) return no('There is no outgoing server. Set one up in Settings, or copy the text.');
  return { send: true, because: null };
}

function sentWords({ workspace, viewer }: Viewing, state: DealState): DraftShown['sent'] {
  const letter = state.notebook.letters.findLast((each) => each.purpose === 'follow-up');
  if (letter === undefined) return null;
  const when = sayMoment(Temporal.Instant.from(letter.letGoAt), zoneFor(workspace, viewer));
  return { state: letterState(letter), words: `Let out by ${namesIn(workspace).person(letter.by)}, ${when}` };
}
