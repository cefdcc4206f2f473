import type { Id } from '#domain/id.js';
import { LOOK_ALIKE } from '#domain/look-alike/look-alike.js';
import type { Problem } from '#domain/problem.js';
import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** An arrival as its chain tells it. */
export type ArrivalState = {
  readonly received: ContentOf<'arrival.received'> | null;
  readonly receivedAt: string | null;
  readonly by: string | null;
  readonly deliveries: readonly { readonly at: string; readonly how: string }[];
  readonly read: ContentOf<'arrival.read'> | null;
  readonly readAt: string | null;
  /** A person's word on what it is; it beats the reader's. */
  readonly word: 'intro' | 'not-an-intro' | null;
  readonly why: string | null;
  readonly deal: Id<'deal'> | null;
  readonly joinedAs: 'intro' | 'reply' | 'note' | 'sent' | null;
};

export const EMPTY_ARRIVAL: ArrivalState = {
  received: null,
  receivedAt: null,
  by: null,
  deliveries: [],
  read: null,
  readAt: null,
  word: null,
  why: null,
  deal: null,
  joinedAs: null,
};

export function foldArrival(state: ArrivalState, { kind, content, entry }: Happened): ArrivalState {
  switch (kind) {
    case 'arrival.received':
      return {
        ...state,
        received: content,
        receivedAt: entry.occurredAt,
        by: entry.actor,
        deliveries: [{ at: entry.occurredAt, how: content.how }],
      };
    case 'arrival.delivered':
      return { ...state, deliveries: [...state.deliveries, { at: entry.occurredAt, how: content.how }] };
    case 'arrival.read':
      return { ...state, read: content, readAt: entry.recordedAt };
    case 'arrival.taken':
      return { ...state, word: 'intro', why: null };
    case 'arrival.set-aside':
      return { ...state, word: 'not-an-intro', why: content.why };
    case 'arrival.joined':
      return { ...state, deal: content.deal, joinedAs: content.as };
    default:
      return state;
  }
}

/** Which part of Intake it stands in. What waits for a person is first; what is being read waits for Baton. */
export function boxOf(state: ArrivalState): 'needs-you' | 'taken' | 'not-taken' | 'note' | 'reading' {
  if (state.joinedAs === 'note' || state.joinedAs === 'sent') return 'note';
  if (state.word === 'not-an-intro') return 'not-taken';
  if (state.deal !== null) return 'taken';
  if (state.read === null) return 'reading';
  if (state.read.verdict === 'unreadable' || isLookAlike(state)) return 'needs-you';
  if (state.word === 'intro' || state.read.verdict === 'intro') return 'needs-you';
  return unclear(state.read) ? 'needs-you' : 'not-taken';
}

/** What could not be made of the file that it came as, and what could not be read in it. */
export function problemsOf({ received, read }: ArrivalState): readonly Problem[] {
  return [...(received?.problems ?? []), ...(read?.problems ?? [])];
}

/** Whether the sender's domain looks like a partner's and is not: it is held until a person decides. */
export function isLookAlike({ read }: ArrivalState): boolean {
  return read?.problems.some(({ code }) => code === LOOK_ALIKE) ?? false;
}

// Below this the reader itself is not sure, and a person looks. The figure is a choice, not a measurement.
const UNSURE = 0.6;

function unclear(read: ContentOf<'arrival.read'>): boolean {
  return read.verdict === 'not-intro' && (read.whyNot === 'question' || read.confidence < UNSURE);
}
