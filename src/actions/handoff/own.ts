import { action } from '#actions/decision.js';
import { clockIn } from '#actions/intro/owned.js';
import { ownerHappening } from '#actions/intro/take.js';
import { buyerCalled } from '#domain/buyer.js';
import type { Id } from '#domain/id.js';
import { type Refusal, refuse } from '#domain/refusal.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import { backupOf, buyerName, isClockRunning, lifeOf, ownerOf } from '#views/deal/state.js';
import type { Known } from '#views/known.js';

export type ToOwn = {
  readonly deal: Id<'deal'>;
  /** Null is nobody: a state that alarms. */
  readonly owner: Id<'person'> | null;
  /** Undefined leaves the backup as it is. */
  readonly backup?: Id<'person'> | null | undefined;
};

/** Names the owner, and with them the week in which the clock runs; the clock's start stays where it was. */
export const nameOwner = action<ToOwn>({
  name: 'handoff.own',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, owner, backup }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    // A backup that stands is not asked about: whoever left must not keep others from being named.
    const wrong = refuseLeft(known, [owner, backup ?? null]) ?? refuseSame(owner, backup ?? null);
    if (wrong !== null) return wrong;
    const standingBackup = backup === undefined ? backupOf(state) : backup;
    const notebook = notebookOf(deal);
    const appends: { to: Subject; happening: Happening }[] = [
      lifeOf(state) === 'taken'
        ? { to: deal, happening: ownerHappening(known, owner) }
        : { to: notebook, happening: { kind: 'owner.proposed', content: { owner, rule: null } } },
    ];
    const nextBackup = standingBackup === owner ? null : standingBackup;
    if (nextBackup !== backupOf(state)) {
      appends.push({ to: notebook, happening: { kind: 'backup.named', content: { backup: nextBackup } } });
    }
    const startedAt = state.notebook.clock?.clock.startedAt;
    if (startedAt !== undefined && isClockRunning(state) && owner !== ownerOf(state)) {
      appends.push({ to: notebook, happening: clockIn(known.workspace, owner, startedAt, 'owner') });
    }
    const name = known.workspace.people.find((each) => each.id === owner)?.name ?? 'Nobody';
    return { appends, said: `${name} has ${buyerCalled(buyerName(state))} now.`, deal };
  },
});

/** Names the backup alone. */
export const nameBackup = action<{ readonly deal: Id<'deal'>; readonly backup: Id<'person'> | null }>({
  name: 'handoff.back',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, { deal, backup }) => {
    const state = known.deal(deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    const wrong = refuseLeft(known, [backup]) ?? refuseSame(ownerOf(state), backup);
    if (wrong !== null) return wrong;
    const name = known.workspace.people.find((each) => each.id === backup)?.name ?? 'Nobody';
    return {
      appends: [{ to: notebookOf(deal), happening: { kind: 'backup.named', content: { backup } } }],
      said: `${name} is the backup for ${buyerCalled(buyerName(state))}.`,
      deal,
    };
  },
});

function refuseLeft(known: Known, ids: readonly (Id<'person'> | null)[]): Refusal | null {
  for (const id of ids) {
    const person = known.workspace.people.find((each) => each.id === id);
    if (id !== null && person === undefined) return refuse('person.unknown', 'There is no such colleague.');
    if (person?.active === false)
      return refuse('person.left', `${person.name} left. Name somebody who is here.`);
  }
  return null;
}

function refuseSame(owner: Id<'person'> | null, backup: Id<'person'> | null): Refusal | null {
  if (owner === null || owner !== backup) return null;
  return refuse(
    'handoff.same-person',
    'Owner and backup are two people: the backup is there for when the owner is not.',
  );
}
