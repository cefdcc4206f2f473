import { action } from '#actions/decision.js';
import { SETTLE } from '#actions/settings/settle.js';
import { calendarSpelled } from '#clocks/holiday.js';
import { checkWeek } from '#clocks/week-check.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';
import type { WorkingWeek } from '#domain/week.js';
import { namesIn } from '#views/workspace/names.js';

type ToSet = { readonly person: Id<'person'> | null; readonly week: WorkingWeek | null };

/** Sets the working week of the company or of one person; running clocks are measured in it again. */
export const setWeek = action<ToSet>({
  name: 'week.set',
  touches: () => ({ workspace: true }),
  decide: (known, { person, week }) => {
    if (person === null && week === null) return refuse('week.missing', 'The company needs a working week.');
    if (person !== null && !known.workspace.people.some((each) => each.id === person)) {
      return refuse('person.unknown', 'There is no such colleague.');
    }
    const held = heldWeek(week);
    const problem = held === null ? null : checkWeek(held);
    if (problem !== null) return problem;
    const whose = person === null ? 'The company' : namesIn(known.workspace).person(person);
    return {
      appends: [{ to: 'workspace', happening: { kind: 'week.set', content: { person, week: held } } }],
      errands: SETTLE,
      said: `${whose}’s working week is set. Running clocks are measured in it.`,
    };
  },
});

/** A week as an entry holds it, its calendar spelled as it is known however it was typed. */
export function heldWeek(week: WorkingWeek | null) {
  if (week === null) return null;
  const { holidays } = week;
  return {
    ...week,
    holidays: holidays === null ? null : (calendarSpelled(holidays) ?? holidays),
    days: [...week.days],
    closed: week.closed.map((each) => ({ ...each })),
    open: [...week.open],
  };
}

export const setStandard = action<{ readonly days: number }>({
  name: 'standard.set',
  touches: () => ({ workspace: true }),
  decide: (_known, { days }) => ({
    appends: [{ to: 'workspace', happening: { kind: 'standard.set', content: { days } } }],
    errands: SETTLE,
    said: 'The time to the first action is set.',
  }),
});
