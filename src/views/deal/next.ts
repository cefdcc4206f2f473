import { dayAhead, dayIn } from '#clocks/step.js';
import { FRICTION_WORDS } from '#domain/deal.js';
import type { Viewing } from '#views/deal/baton.js';
import { isSame } from '#views/deal/record-half.js';
import { type DealState, lifeOf, ownerOf, peopleOf } from '#views/deal/state.js';
import { colleagueCalled, type PersonSeen, showColleague, showPerson } from '#views/person/show.js';
import { weekOf } from '#views/workspace/state.js';

/** What can be done with a deal as it stands: exactly what its actions would not refuse. */
export function mayOf(state: DealState) {
  const life = lifeOf(state);
  const isTaken = life === 'taken';
  const { step, actions } = state.record;
  return {
    take: life === 'arrived',
    decline: life === 'arrived',
    wrote: isTaken && actions.length === 0,
    step: isTaken && step?.isFirstAction !== true,
    done: isTaken && step !== null && !step.isFirstAction,
    close: isTaken,
    reopen: life === 'closed',
  };
}

// Today counts for nothing: whoever gets a step this evening has two whole days for it.
const DAYS_AHEAD = 2;

/** The step that the dialog begins with: the open one to be moved, else that the buyer picks a time. */
export function offerOf(viewing: Viewing, state: DealState) {
  const { workspace, now } = viewing;
  const people = peopleFor(viewing, state);
  const owner = ownerOf(state);
  const week = weekOf(workspace, owner);
  const open = state.record.step;
  const isOpen = open !== null && !open.isFirstAction;
  const buyer = people.find((each) => each.side === 'buyer') ?? null;
  const held = isOpen ? open.owner : null;
  const holder = isOpen
    ? held === null
      ? colleagueCalled(workspace, owner)
      : (people.find((each) => isSame(each, held)) ?? null)
    : (buyer ?? colleagueCalled(workspace, owner));
  const dueWeek = weekOf(workspace, holder?.id ?? null);
  return {
    what: isOpen ? open.what : buyer === null ? 'agree on a time' : 'pick a time',
    due: isOpen && open.due !== null ? dayIn(dueWeek.zone, open.due) : dayAhead(week, now, DAYS_AHEAD),
    owner: holder === null ? null : people.findIndex((each) => isSame(each, holder)),
    people,
  };
}

// The owner first, then colleagues, the partner's people and the buyer's. An unknown side owes nothing yet.
function peopleFor({ workspace }: Viewing, state: DealState): PersonSeen[] {
  const owner = ownerOf(state);
  const active = workspace.people.filter((each) => each.active || each.id === owner);
  const own = [...active.filter((each) => each.id === owner), ...active.filter((each) => each.id !== owner)];
  const known = peopleOf(state).map((each) => showPerson(workspace, each));
  const colleagues = own.map((each) => showColleague(workspace, each));
  return [
    ...colleagues,
    ...known.filter((each) => each.side === 'partner'),
    ...known.filter((each) => each.side === 'buyer'),
  ];
}

/** Why a closed deal ended, in the words of whoever closed it, and what it died of; null while it is open. */
export function endedOf({ record, notebook }: DealState) {
  if (record.ended === null) return null;
  const { reason } = notebook;
  return {
    as: record.ended.as,
    why: reason?.why ?? null,
    friction: reason?.friction == null ? null : FRICTION_WORDS[reason.friction],
  };
}
