import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** A try of an outgoing server, and what a person said of its mail. */
export type OutgoingTry = ContentOf<'outgoing.tried'> & {
  readonly at: string;
  readonly by: string;
  /** Null until somebody says so. */
  readonly arrived: boolean | null;
};

export type OutgoingState = {
  /** The server that was set here; null means the environment's, or none. */
  readonly server:
    | (ContentOf<'outgoing.set'> & { readonly setAt: string; readonly secretSetAt: string | null })
    | null;
  /** The last tries, the newest first. */
  readonly tries: readonly OutgoingTry[];
};

export const NO_OUTGOING: OutgoingState = { server: null, tries: [] };

const TRIES_KEPT = 2;

export function foldOutgoing(state: OutgoingState, { kind, content, entry }: Happened): OutgoingState {
  switch (kind) {
    case 'outgoing.set': {
      const isSame = content.secret !== null && content.secret === state.server?.secret;
      const secretSetAt = isSame ? (state.server?.secretSetAt ?? null) : entry.recordedAt;
      const server = { ...content, setAt: entry.recordedAt, secretSetAt };
      return { ...state, server: content.secret === null ? { ...server, secretSetAt: null } : server };
    }
    case 'outgoing.removed':
      return { ...state, server: null };
    case 'outgoing.tried': {
      const tried = { ...content, at: entry.recordedAt, by: entry.actor, arrived: null };
      return { ...state, tries: [tried, ...state.tries].slice(0, TRIES_KEPT) };
    }
    case 'outgoing.confirmed': {
      const [last, ...before] = state.tries;
      return last === undefined
        ? state
        : { ...state, tries: [{ ...last, arrived: content.arrived }, ...before] };
    }
    default:
      return state;
  }
}

/** Whether the server of a try took its mail. */
export function wasTaken(tried: OutgoingTry): boolean {
  return tried.steps.some((each) => each.step === 'taken' && each.went === 'yes');
}
