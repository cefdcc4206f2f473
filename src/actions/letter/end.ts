import { createHash } from 'node:crypto';
import { action, type Decision } from '#actions/decision.js';
import { actionMade } from '#actions/first-action/made.js';
import { nextAttempt } from '#actions/letter/again.js';
import type { OneLetter } from '#actions/letter/begin.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import type { ContentOf } from '#record/kinds/every.js';
import type { Letter } from '#views/deal/letter.js';
import { type DealState, peopleOf } from '#views/deal/state.js';

/** What came of handing the mail to the server, and the mail itself, to be kept as what was said. */
export type ToEnd = OneLetter & {
  readonly outcome: ContentOf<'letter.ended'>['outcome'];
  readonly words: string;
  /** Addresses that the server would not take; not called `refused`, which is what a Refusal is known by. */
  readonly missed: readonly { readonly address: string; readonly words: string }[];
  readonly sent: {
    readonly bytes: Uint8Array;
    readonly contentHash: Uint8Array;
    readonly fresh: Id<'arrival'>;
    /** The same mail, where a copy of it came in before. */
    readonly known: { readonly arrival: Id<'arrival'>; readonly key: Uint8Array } | null;
  };
};

/** How an attempt ended. Only a server that took the mail makes it an action that the buyer can see. */
export const endLetter = action<ToEnd>({
  name: 'letter.end',
  touches: ({ deal, sent }) => ({ deals: [deal], arrivals: [sent.known?.arrival ?? sent.fresh] }),
  decide: (known, asked, { now, mint }) => {
    const state = known.deal(asked.deal);
    const letter = state.notebook.letters.find((each) => each.letter === asked.letter);
    if (letter === undefined || !letter.isOnItsWay)
      return refuse('letter.ended', 'What became of it is known already.');
    const refused = new Set(asked.missed.map((each) => each.address.toLowerCase()));
    const reached = [...letter.to, ...letter.cc].filter((each) => !refused.has(each.address.toLowerCase()));
    const buyers = reached.filter((each) => sideOf(state, each.address) === 'buyer');
    // The server may take a mail for the copies alone: then the buyer has seen nothing.
    const isMissed = asked.outcome === 'taken' && letter.purpose === 'follow-up' && buyers.length === 0;
    const outcome = isMissed ? 'refused' : asked.outcome;
    const again = nextAttempt({ attempts: letter.attempts, outcome }, now);
    const content = {
      letter: asked.letter,
      attempt: letter.attempts,
      outcome,
      words: isMissed ? (asked.missed[0]?.words ?? asked.words) : asked.words,
      refused: asked.missed.map((each) => ({ ...each })),
      again,
    };
    const base: Decision = {
      appends: [{ to: notebookOf(asked.deal), happening: { kind: 'letter.ended', content } }],
      said: 'What became of the mail is noted.',
      deal: asked.deal,
      undoable: false,
      ...(again === null ? {} : { errands: [sendAgain(asked, now, again)] }),
    };
    if (asked.outcome !== 'taken') return base;
    const kept = keptAsSent(asked, letter, mint);
    if (letter.purpose !== 'follow-up') return withAppends(base, [], {});
    const shared = sharedBy(state, letter, reached, kept);
    if (isMissed) return withAppends(base, [...kept.appends, ...shared], kept.rest);
    const made = actionMade(known, state, {
      how: 'sent',
      at: now,
      by: letter.by.startsWith('person_') ? (letter.by as Id<'person'>) : null,
      to: buyers.map(({ name, address }) => ({ name, email: address })),
      letter: asked.letter,
      arrival: kept.arrival,
    });
    return withAppends(base, [...kept.appends, ...made, ...shared], kept.rest);
  },
});

function withAppends(base: Decision, appends: Decision['appends'], rest: Partial<Decision>): Decision {
  return { ...base, ...rest, appends: [...base.appends, ...appends] };
}

function sendAgain(asked: ToEnd, now: string, again: string) {
  const after = (Date.parse(again) - Date.parse(now)) / 1000;
  return { kind: 'send', subject: asked.letter, detail: { deal: asked.deal }, after };
}

type Kept = {
  readonly arrival: Id<'arrival'>;
  readonly appends: Decision['appends'];
  readonly rest: Partial<Decision>;
};

const PART = 'letter';

/** The mail is kept like anything else that was said, so that its words can be quoted later. */
function keptAsSent(asked: ToEnd, letter: Letter, mint: <N extends 'delivery'>(named: N) => Id<N>): Kept {
  const { sent, deal } = asked;
  const text = letter.text;
  if (sent.known !== null) {
    const { arrival, key } = sent.known;
    return { arrival, appends: [], rest: { texts: [{ arrival, key, part: PART, text }] } };
  }
  const arrival = sent.fresh;
  const delivery = mint('delivery');
  const received = {
    arrival,
    delivery,
    via: 'sent' as const,
    how: 'Sent from here',
    contentHash: Buffer.from(sent.contentHash).toString('hex'),
    sha256: createHash('sha256').update(sent.bytes).digest('hex'),
    bytes: sent.bytes.length,
    messageId: letter.messageId,
    from: letter.from,
    subject: letter.subject,
    date: letter.date,
    twin: null,
  };
  return {
    arrival,
    appends: [
      { to: arrival, happening: { kind: 'arrival.received', content: received } },
      { to: arrival, happening: { kind: 'arrival.joined', content: { deal, as: 'sent' } } },
    ],
    rest: {
      keeps: {
        arrival: { arrival, contentHash: sent.contentHash, messageId: letter.messageId, bytes: sent.bytes },
        delivery: { delivery, arrival, receivedAt: letter.date, envelope: null, headers: '' },
        texts: [{ part: PART, text }],
      },
    },
  };
}

// Whoever is in copy has read it: with one of the partner's people among them, its words are shared.
function sharedBy(state: DealState, letter: Letter, reached: Letter['to'], kept: Kept): Decision['appends'] {
  const hasPartner = reached.some((each) => sideOf(state, each.address) === 'partner');
  if (!hasPartner) return [];
  const sha256 = createHash('sha256').update(letter.text, 'utf8').digest('hex');
  const content = { arrival: kept.arrival, part: PART, sha256, text: letter.text };
  return [{ to: state.deal, happening: { kind: 'part.shared', content } }];
}

function sideOf(state: DealState, address: string) {
  return (
    peopleOf(state).find((each) => each.email?.toLowerCase() === address.toLowerCase())?.side ?? 'unknown'
  );
}
