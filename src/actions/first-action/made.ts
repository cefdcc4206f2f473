import { Temporal } from 'temporal-polyfill';
import { workingMinutesBetween } from '#clocks/working-time.js';
import type { Id } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { ContentOf, Happening } from '#record/kinds/every.js';
import { type DealState, isClockRunning } from '#views/deal/state.js';
import type { Known } from '#views/known.js';

export type Made = {
  readonly how: ContentOf<'action.made'>['how'];
  /** When the buyer could see it: an instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: Id<'person'> | null;
  readonly to: readonly { readonly name: string | null; readonly email: string | null }[];
  readonly letter: Id<'letter'> | null;
  readonly arrival: Id<'arrival'> | null;
};

type Append = { readonly to: Subject; readonly happening: Happening };

/**
 * An action that the buyer can see. The first one closes the first step and stops the clock, and nothing weaker
 * does: thanks to the partner, a note or an entry elsewhere leave it running.
 */
export function actionMade(known: Known, state: DealState, made: Made): readonly Append[] {
  const { deal, record, notebook } = state;
  const isFirst = record.actions.length === 0;
  const person = known.workspace.people.find((each) => each.id === made.by);
  const content = {
    isFirst,
    how: made.how,
    by: made.by,
    name: person?.name ?? null,
    to: made.to.map(({ name, email }) => ({ name, email })),
  };
  const appends: Append[] = [
    { to: deal, happening: { kind: 'action.made', content, occurredAt: made.at } },
    ...(record.step?.isFirstAction === true
      ? [
          {
            to: deal,
            happening: {
              kind: 'step.closed' as const,
              content: { step: record.step.step, how: 'done' as const },
              occurredAt: made.at,
            },
          },
        ]
      : []),
  ];
  if (!isFirst && notebook.stopped !== null) return appends;
  const { how, at, letter, arrival } = made;
  const stopped = { how, at, usedMinutes: usedMinutes(state, at), letter, arrival };
  return [
    ...appends,
    { to: notebookOf(deal), happening: { kind: 'clock.stopped', content: stopped, occurredAt: at } },
  ];
}

function usedMinutes(state: DealState, at: string): number | null {
  const clock = state.notebook.clock?.clock;
  if (clock === undefined || !isClockRunning(state)) return null;
  const used = workingMinutesBetween(
    clock.week,
    Temporal.Instant.from(clock.startedAt),
    Temporal.Instant.from(at),
  );
  return Math.max(0, Math.round(used));
}
