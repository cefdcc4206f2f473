import type { Person } from '#domain/party.js';
import type { NotebookHalf } from '#views/deal/notebook-half.js';
import { type DealState, peopleOf } from '#views/deal/state.js';

type Seen = NotebookHalf['replies'][number] & { readonly buyers: readonly Person[] };

/** Mails of colleagues to the buyer that came here as a copy, the oldest first: each may be the first action. */
export function seenMails(state: DealState): readonly Seen[] {
  const people = peopleOf(state);
  return state.notebook.replies.flatMap((reply) => {
    const isMachine = reply.whyNot === 'out-of-office' || reply.whyNot === 'bounce';
    const side = people.find((each) => each.email !== null && each.email === reply.from.email)?.side;
    if (isMachine || (side ?? reply.from.side) !== 'host') return [];
    const to = reply.to.map((each) => each.address.toLowerCase());
    const buyers = people.filter(
      (each) => each.side === 'buyer' && each.email !== null && to.includes(each.email.toLowerCase()),
    );
    return buyers.length === 0 ? [] : [{ ...reply, buyers }];
  });
}
