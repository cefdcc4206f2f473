import { action } from '#actions/decision.js';
import { buyerFirst } from '#domain/buyer.js';
import type { Ending, Friction } from '#domain/deal.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import { buyerName, lifeOf } from '#views/deal/state.js';
import { stepWords } from '#views/deal/step.js';

export type ToClose = {
  readonly deal: Id<'deal'>;
  readonly as: Ending;
  /** In words, for this company alone. */
  readonly why: string;
  /** Where it died in the handoff: of what. */
  readonly friction: Friction | null;
};

const SAID: Record<Ending, string> = { won: 'is won', lost: 'is lost', 'not-pursued': 'is not pursued' };

/** A deal ends, with a reason that stays here. The partner sees that it ended, and how. */
export const closeDeal = action<ToClose>({
  name: 'deal.close',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, as, why, friction }) => {
    const state = known.deal(deal);
    const life = lifeOf(state);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (life === 'arrived' || life === 'declined')
      return refuse('intro.not-taken', 'Nobody took it, so there is nothing to close. Decline it instead.');
    if (life === 'closed') return refuse('deal.closed', 'It is closed already.');
    if (as === 'won' && friction !== null)
      return refuse('deal.won', 'A deal that was won did not die of anything.');
    const step = state.record.step;
    const appends: { to: Subject; happening: Happening }[] = [
      { to: deal, happening: { kind: 'deal.closed', content: { as } } },
      { to: notebookOf(deal), happening: { kind: 'deal.reasoned', content: { why, friction } } },
    ];
    if (step !== null) {
      const content = { step: step.step, how: 'ended' as const };
      appends.unshift({ to: deal, happening: { kind: 'step.closed', content } });
    }
    return { appends, said: `${buyerFirst(buyerName(state))} ${SAID[as]}.`, deal };
  },
});

/** It is live again. After a first action it has no step until somebody names one, and that alarms. */
export const reopenDeal = action<{ readonly deal: Id<'deal'> }>({
  name: 'deal.reopen',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal }, { mint }) => {
    const state = known.deal(deal);
    if (lifeOf(state) !== 'closed') return refuse('deal.open', 'It is open.');
    const appends: { to: Subject; happening: Happening }[] = [
      { to: deal, happening: { kind: 'deal.reopened', content: {} } },
    ];
    // The buyer has seen nothing yet: what is owed is the first action, as before.
    if (state.record.actions.length === 0) {
      const due = state.notebook.clock?.clock.dueAt ?? null;
      const content = {
        step: mint('step'),
        what: stepWords(state).what,
        due,
        isFirstAction: true,
        owner: null,
      };
      appends.push({ to: deal, happening: { kind: 'step.opened', content } });
    }
    return { appends, said: `${buyerFirst(buyerName(state))} is open again. What is the next step?`, deal };
  },
});
