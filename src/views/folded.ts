import type { Subject } from '#domain/subject.js';
import { emptyHead, type Head } from '#record/chain.js';
import type { Entry } from '#record/entry.js';
import { EMPTY_ARRIVAL, foldArrival } from '#views/arrival/state.js';
import { EMPTY_NOTEBOOK, foldNotebook } from '#views/deal/notebook-half.js';
import { EMPTY_RECORD, foldRecord } from '#views/deal/record-half.js';
import { type Happened, happened as readEntry, standing, takesBack } from '#views/happened.js';
import { EMPTY_WORKSPACE, foldWorkspace } from '#views/workspace/state.js';

/** One chain, folded: where it ends, what stands in it, and what that tells. */
export type Folded = { readonly head: Head; readonly happened: readonly Happened[]; readonly state: unknown };

type Fold = { readonly empty: unknown; readonly step: (state: never, happened: Happened) => unknown };

function foldOf(subject: Subject): Fold {
  if (subject.startsWith('arrival_')) return { empty: EMPTY_ARRIVAL, step: foldArrival };
  if (subject.endsWith('.notebook')) return { empty: EMPTY_NOTEBOOK, step: foldNotebook };
  if (subject.startsWith('deal_')) return { empty: EMPTY_RECORD, step: foldRecord };
  return { empty: EMPTY_WORKSPACE, step: foldWorkspace };
}

export function emptyFold(subject: Subject): Folded {
  return { head: emptyHead(subject), happened: [], state: foldOf(subject).empty };
}

/** Folds further entries on. Where they take something back, the whole chain is folded anew. */
export function foldOn(subject: Subject, before: Folded, entries: readonly Entry[]): Folded {
  const last = entries.at(-1);
  if (last === undefined) return before;
  const { empty, step } = foldOf(subject);
  const further = entries.map(readEntry).filter((each) => each !== null);
  const happened = [...before.happened, ...further];
  const state = takesBack(further)
    ? standing(happened).reduce<unknown>((so, each) => step(so as never, each), empty)
    : further.reduce<unknown>((so, each) => step(so as never, each), before.state);
  return { head: { subject, number: last.number, seal: last.seal }, happened, state };
}
