import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import type { ContentOf } from '#record/kinds/every.js';
import { lifeOf } from '#views/deal/state.js';

export type ToOpen = {
  readonly deal: Id<'deal'>;
  readonly what: string;
  /** Instant, ISO 8601 in UTC. A step without a day is a wish. */
  readonly due: string;
  /** Null is whoever owns the deal. */
  readonly owner: ContentOf<'step.opened'>['owner'];
};

/** The one next owned step of a deal. One that was open gives way to it: a deal never has two. */
export const openStep = action<ToOpen>({
  name: 'step.open',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, what, due, owner }, { now, mint }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (lifeOf(state) === 'arrived')
      return refuse('intro.not-taken', 'Nobody has taken it yet. Take it first.');
    if (lifeOf(state) !== 'taken') return refuse('deal.closed', 'It is closed. Open it again first.');
    if (Date.parse(due) <= Date.parse(now))
      return refuse('step.past', 'That day is over. Name one that is ahead.');
    const open = state.record.step;
    if (open?.isFirstAction === true)
      return refuse('step.first-action', 'The buyer has seen nothing yet: the first action comes first.');
    const who = owner?.name ?? owner?.email ?? null;
    const content = { step: mint('step'), what, due, isFirstAction: false, owner };
    return {
      appends: [
        ...(open === null
          ? []
          : [
              {
                to: deal,
                happening: {
                  kind: 'step.closed' as const,
                  content: { step: open.step, how: 'replaced' as const },
                },
              },
            ]),
        { to: deal, happening: { kind: 'step.opened', content } },
      ],
      said: who === null ? `Next: ${what}.` : `Next: ${what}, by ${who}.`,
      deal,
    };
  },
});

/** The open step is done. Until the next one is named the baton is on the track, and the screen asks for it. */
export const finishStep = action<{ readonly deal: Id<'deal'> }>({
  name: 'step.finish',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal }) => {
    const open = known.deal(deal).record.step;
    if (open === null) return refuse('step.none', 'No step is open here.');
    if (open.isFirstAction)
      return refuse(
        'step.first-action',
        'The first action is done when the buyer has seen it: send it, or say that you did.',
      );
    return {
      appends: [{ to: deal, happening: { kind: 'step.closed', content: { step: open.step, how: 'done' } } }],
      said: 'Done. What is the next step?',
      deal,
    };
  },
});
