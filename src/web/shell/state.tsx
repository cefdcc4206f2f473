import type { ReactNode } from 'react';
import { Refused } from '#web/door/refused.js';

/** Shown only after 300 ms, so that a quick answer never flickers. */
export function Loading() {
  return (
    <div className="loading" aria-busy="true">
      <span className="hidden-words">Loading</span>
      <i style={{ width: '42%' }} />
      <i style={{ width: '30%' }} />
    </div>
  );
}

/** A page that could not be read: what is true, what still works, one thing to do; and the code for a search. */
export function Failed({ error, again }: { error: Error; again: () => void }) {
  const problem = error instanceof Refused ? error.problem : null;
  return (
    <div className="px-[var(--gutter)] py-5">
      <h1>{problem?.status === 404 ? 'There is nothing here.' : 'This page could not be read.'}</h1>
      <div className="note max-w-[620px]">
        <p>
          {problem?.detail ??
            'Baton does not answer. What it was told before is safe. Try again when the line is back.'}
        </p>
        {problem === null ? null : (
          <p className="mono third mt-1">
            {problem.code} {problem.correlation}
          </p>
        )}
        <p className="mt-2 flex gap-2">
          <button type="button" className="button little" onClick={again}>
            Try again
          </button>
          <a className="button little text" href="/">
            Go to Today
          </a>
        </p>
      </div>
    </div>
  );
}

type Read<Shown> = { data: Shown | undefined; error: Error | null; refetch: () => unknown };

/** Draws what was read; while there is nothing, says that it loads or why it failed. Old data outlives a failed reread. */
export function Shown<Answer>({
  read,
  children,
}: {
  read: Read<Answer>;
  children: (answer: Answer) => ReactNode;
}) {
  if (read.data !== undefined) return children(read.data);
  if (read.error !== null) return <Failed error={read.error} again={() => void read.refetch()} />;
  return <Loading />;
}
