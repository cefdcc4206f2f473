import { partnerCalled } from '#domain/buyer.js';
import type { Question } from '#domain/intro.js';
import type { Viewing } from '#views/deal/baton.js';
import { briefOf } from '#views/deal/brief.js';
import { showQuote } from '#views/deal/quote.js';
import { type DealState, partnerName, peopleOf } from '#views/deal/state.js';
import type { Mark } from '#views/intake/mail.js';
import { firstName, showPerson } from '#views/person/show.js';
import { namesIn } from '#views/workspace/names.js';

const ABOUT = { money: 'Money', scope: 'Scope', competitor: 'Competitor' } as const;

/** The six answers as the brief shows them, numbered as they stand there. */
export function answersOf(viewing: Viewing, state: DealState) {
  const names = namesIn(viewing.workspace);
  const lang = state.notebook.reading?.language ?? null;
  const buyers = peopleOf(state).filter((each) => each.side === 'buyer');
  return briefOf(state.notebook).map((answer, place) => ({
    question: answer.question,
    title: titleOf(answer.question, state),
    number: place + 1,
    quotes: answer.quotes.map((each) => ({
      ...showQuote(each, lang, isInMail(state, each) ? place + 1 : null),
      about: each.about === null ? null : ABOUT[each.about],
      correctedBy: each.correction === null ? null : names.person(each.correction.by),
    })),
    people: answer.question === 'buyer' ? buyers.map((each) => showPerson(viewing.workspace, each)) : [],
    missing: [...answer.missing],
  }));
}

/** The answers, with the marks that they make in the mail; asks and promises go on counting. */
export function numbered(viewing: Viewing, state: DealState) {
  const answers = answersOf(viewing, state);
  const reading = state.notebook.reading;
  const further = [...(reading?.asks ?? []), ...(reading?.promises ?? [])].map((each, place) => ({
    start: each.start,
    end: each.end,
    number: answers.length + 1 + place,
  }));
  const marks: Mark[] = answers.flatMap((answer) =>
    answer.quotes.flatMap((each) =>
      each.mark === null ? [] : [{ start: each.start, end: each.end, number: each.mark }],
    ),
  );
  return { answers, marks: [...marks, ...further] };
}

// A note that a colleague typed is an arrival of its own: its words are not in this mail.
function isInMail(state: DealState, each: { readonly arrival: string; readonly part: string }): boolean {
  return each.arrival === state.notebook.opened?.arrival && each.part === state.notebook.reading?.part;
}

function titleOf(question: Question, state: DealState): string {
  const buyer = peopleOf(state).find((each) => each.side === 'buyer' && each.name !== null);
  return {
    buyer: 'Who is the buyer',
    whyNow: 'Why now',
    credibility: `Why they trust ${partnerCalled(partnerName(state))}`,
    problem: 'Problem on the table',
    expectsNext: `What ${buyer?.name ? firstName(buyer.name) : 'the buyer'} expects next`,
    stakes: 'Stakes',
  }[question];
}
