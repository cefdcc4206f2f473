import { action } from '#actions/decision.js';
import { clockIn } from '#actions/intro/owned.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { isSameContent } from '#record/same.js';
import { isClockRunning, ownerOf } from '#views/deal/state.js';

/** A running clock in a week that was changed since: it keeps its start and is measured in the week as it is now. */
export const deriveClock = action<{ readonly deal: Id<'deal'> }>({
  name: 'clock.derive',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal }) => {
    const state = known.deal(deal);
    const standing = state.notebook.clock?.clock;
    if (standing === undefined || !isClockRunning(state))
      return refuse('clock.stopped', 'No clock runs here.');
    const happening = clockIn(known.workspace, ownerOf(state), standing.startedAt, 'week');
    if (isSameContent('clock.started', happening.content, { clock: standing, because: 'week' })) {
      return refuse('clock.same', 'The clock stands as it should.');
    }
    return {
      appends: [{ to: notebookOf(deal), happening }],
      said: 'The clock was set by the changed week.',
      deal,
      undoable: false,
    };
  },
});
