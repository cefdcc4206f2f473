import type { HandoffPage } from '#contract/deal.js';
import type { Carry } from '#web/handoff/carry.jsx';
import { takeWords } from '#web/handoff/take-words.js';
import { Caps } from '#web/key/caps.jsx';

/** What the baton bar of a handoff offers: the one thing that is asked for first, in ink. */
export function Deeds({ page, carry }: { page: HandoffPage; carry: Carry }) {
  if (page.may.answerClock) {
    return (
      <>
        <button type="button" className="button primary" onClick={() => carry.answerClock('start')}>
          Start the clock <Caps keys="1" />
        </button>
        <button type="button" className="button" onClick={() => carry.answerClock('already-handled')}>
          Already handled <Caps keys="2" />
        </button>
      </>
    );
  }
  return (
    <>
      {page.may.take ? (
        <button type="button" className="button primary" onClick={carry.take}>
          {takeWords(page)} <Caps keys="c" />
        </button>
      ) : null}
      {page.may.edit ? (
        <button type="button" className="button" onClick={() => carry.open('owner')}>
          Hand over <Caps keys="h" />
        </button>
      ) : null}
    </>
  );
}
