import type { ReactNode } from 'react';
import type { HandoffPage } from '#contract/deal.js';
import type { Carry } from '#web/handoff/carry.jsx';
import { takeWords } from '#web/handoff/take-words.js';
import { Caps } from '#web/key/caps.jsx';

/** What can be done from the list, each with its key; the one thing that is asked for first, in ink. */
export function Possible({ page, carry }: { page: HandoffPage; carry: Carry }) {
  const { may } = page;
  return (
    <section aria-label="What you can do">
      <h3 className="mb-2">{page.owner === null ? 'Give it an owner' : 'Who carries it'}</h3>
      <div className="grid gap-1.5">
        {may.answerClock ? (
          <>
            <Deed keys="1" primary run={() => carry.answerClock('start')}>
              Start the clock
            </Deed>
            <Deed keys="2" run={() => carry.answerClock('already-handled')}>
              Already handled
            </Deed>
          </>
        ) : null}
        {may.take ? (
          <Deed keys="c" primary={!may.answerClock} run={carry.take}>
            {takeWords(page)}
          </Deed>
        ) : null}
        {may.edit ? (
          <Deed keys="h" run={() => carry.open('owner')}>
            {page.owner === null ? 'Hand it to somebody' : 'Hand it to somebody else'}
          </Deed>
        ) : null}
        {may.decline ? (
          <Deed keys="x" run={() => carry.open('decline')}>
            Not ours: decline it
          </Deed>
        ) : null}
      </div>
    </section>
  );
}

function Deed({
  keys,
  primary = false,
  run,
  children,
}: {
  keys: string;
  primary?: boolean;
  run: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={`button ${primary ? 'primary' : ''}`} onClick={run}>
      {children} <Caps keys={keys} />
    </button>
  );
}
