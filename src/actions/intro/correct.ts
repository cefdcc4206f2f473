import { action } from '#actions/decision.js';
import { type Evidence, stands } from '#domain/evidence.js';
import type { Id } from '#domain/id.js';
import type { Question } from '#domain/intro.js';
import type { Side } from '#domain/party.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';

export type ToCorrect = {
  readonly deal: Id<'deal'>;
  readonly question: Question;
  readonly about: 'money' | 'scope' | 'competitor' | null;
  /** The words that answer it, and the kept text in which they must stand; null says that it is not there. */
  readonly answer: { readonly evidence: Evidence; readonly text: string } | null;
};

/** A person's answer wins over any reader's, and passes the same gate: its words stand where it says. */
export const correctAnswer = action<ToCorrect>({
  name: 'intro.correct',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, question, about, answer }) => {
    if (known.deal(deal).notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (answer !== null && !stands(answer.evidence, answer.text)) {
      return refuse(
        'evidence.does-not-stand',
        'Those words do not stand there in the mail. Nothing was changed.',
      );
    }
    const content = {
      question,
      about: question === 'stakes' ? about : null,
      evidence: answer?.evidence ?? null,
    };
    return {
      appends: [{ to: notebookOf(deal), happening: { kind: 'answer.corrected', content } }],
      said: answer === null ? 'Marked as not in the mail.' : 'Your words answer it now.',
      deal,
    };
  },
});

type ToSide = {
  readonly deal: Id<'deal'>;
  readonly email: string | null;
  readonly name: string | null;
  readonly side: Side;
};

/** Puts a person on a side. The mail is read again with it, and what hung on the old side is derived anew. */
export const correctSide = action<ToSide>({
  name: 'intro.side',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, email, name, side }) => {
    const opened = known.deal(deal).notebook.opened;
    if (opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (email === null && name === null)
      return refuse('person.unnamed', 'Say who it is, by address or by name.');
    return {
      appends: [
        { to: notebookOf(deal), happening: { kind: 'side.corrected', content: { email, name, side } } },
      ],
      errands: [{ kind: 'read', subject: opened.arrival }],
      said: `${name ?? email} sits on the ${side} side now. The mail is read again.`,
      deal,
    };
  },
});
