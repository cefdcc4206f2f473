import { action } from '#actions/decision.js';
import { occurrences } from '#clocks/first-action.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { isClockRunning } from '#views/deal/state.js';

/**
 * Rings what is due. The chain itself is the unique key of an occurrence: a rule that rang for this clock
 * never rings again, on any number of servers, and one that was missed rings late rather than never.
 */
export const ringClock = action<{ readonly deal: Id<'deal'> }>({
  name: 'clock.ring',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal }, { now }) => {
    const state = known.deal(deal);
    const clock = state.notebook.clock?.clock;
    if (clock === undefined || !isClockRunning(state)) return refuse('clock.stopped', 'No clock runs here.');
    const due = occurrences(clock).filter((each) => Date.parse(each.at) <= Date.parse(now));
    const waiting = due.filter((each) => !state.notebook.rang.includes(each.rule));
    if (waiting.length === 0) return refuse('clock.rang', 'It rang already.');
    return {
      appends: waiting.map(({ rule, at }) => ({
        to: notebookOf(deal),
        happening: { kind: 'clock.rang' as const, content: { rule, at: new Date(at).toISOString() } },
      })),
      said: 'The clock rang.',
      deal,
      undoable: false,
    };
  },
});
