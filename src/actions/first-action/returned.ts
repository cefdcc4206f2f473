import type { Moment } from '#actions/decision.js';
import type { Id } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import type { DealState } from '#views/deal/state.js';
import { stepWords } from '#views/deal/step.js';

type Append = { readonly to: Subject; readonly happening: Happening };

const LONGEST = 200;

/**
 * What a bounce makes of the last action, which is nothing unless it names everybody of the buyer's that the
 * mail went to: one who got it has seen it. Bounces that never come here cannot be known, and nothing says so.
 */
export function actionReturned(
  state: DealState,
  bounce: { readonly arrival: Id<'arrival'>; readonly text: string },
  { mint }: Pick<Moment, 'mint'>,
): readonly Append[] {
  const { deal, record, notebook } = state;
  const last = record.actions.at(-1);
  if (last === undefined || record.ended !== null) return [];
  const text = bounce.text.toLowerCase();
  const isNamed = last.to.every((each) => each.email !== null && text.includes(each.email.toLowerCase()));
  if (last.to.length === 0 || !isNamed) return [];
  const letter = notebook.stopped?.letter ?? null;
  const words = bounce.text.trim().replace(/\s+/g, ' ').slice(0, LONGEST);
  const appends: Append[] = [
    { to: deal, happening: { kind: 'action.returned', content: {} } },
    {
      to: notebookOf(deal),
      happening: { kind: 'letter.returned', content: { letter, arrival: bounce.arrival, words } },
    },
  ];
  if (!last.isFirst) return appends;
  if (record.step !== null) {
    const content = { step: record.step.step, how: 'replaced' as const };
    appends.push({ to: deal, happening: { kind: 'step.closed', content } });
  }
  const due = notebook.clock?.clock.dueAt ?? null;
  const content = { step: mint('step'), what: stepWords(state).what, due, isFirstAction: true, owner: null };
  return [...appends, { to: deal, happening: { kind: 'step.opened', content } }];
}
