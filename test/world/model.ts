import { isFreeMail } from '#domain/free-mail.js';
import type { Id } from '#domain/id.js';
import { notebookOf } from '#domain/subject.js';
import { DANA, MARCUS } from './room.js';

type Person = Id<'person'>;

/** What somebody wants done, in the smallest words that tell one wish from another. */
export type Intent = { readonly by: Person } & (
  | { readonly wish: 'company'; readonly company: string }
  | { readonly wish: 'domain'; readonly domain: string }
  | { readonly wish: 'no-domain'; readonly domain: string }
  | { readonly wish: 'partner'; readonly name: string }
  | { readonly wish: 'leave' | 'return'; readonly person: Person }
  | { readonly wish: 'own'; readonly deal: Id<'deal'>; readonly owner: Person | null }
  | { readonly wish: 'decline' | 'take'; readonly deal: Id<'deal'> }
  | { readonly wish: 'undo'; readonly done: string }
);

type Deal = {
  readonly life: 'arrived' | 'declined' | 'taken';
  /** By the notebook, and by the record once it was taken. */
  readonly proposed: Person | null;
  readonly named: Person | null | undefined;
  readonly backup: Person | null;
};

type State = {
  readonly company: string;
  readonly domains: readonly string[];
  readonly partners: readonly string[];
  readonly left: readonly Person[];
  readonly deals: Readonly<Record<Id<'deal'>, Deal>>;
};

/** How many entries on which chains. */
export type Entries = Readonly<Record<string, number>>;
type Step = { readonly entries: Entries; readonly effect: (state: State) => State };
type Op = Step & { readonly operation: string; readonly by: Person; readonly undoes: string | null };

/** What an action comes to, as far as this model knows: a refusal's code, or the entries that it leaves. */
export type Outcome = { readonly refused: string } | { readonly entries: Entries };

/**
 * The record in a few lines: operations in order, of which some were taken back. It knows nothing of chains,
 * seals, folds, memory or SQL; what those make of the same wishes must come to the same.
 */
export class Model {
  readonly #start: State;
  readonly #ops: readonly Op[];

  constructor(deals: readonly Id<'deal'>[], ops: readonly Op[] = []) {
    const deal: Deal = { life: 'arrived', proposed: MARCUS, named: undefined, backup: DANA };
    this.#start = {
      company: 'Northbeam',
      domains: ['northbeam.example'],
      partners: ['Kestrel'],
      left: [],
      deals: Object.fromEntries(deals.map((each) => [each, deal])),
    };
    this.#ops = ops;
  }

  get operations(): readonly string[] {
    return this.#ops.map((each) => each.operation);
  }

  get state(): State {
    const undone = new Set(this.#ops.map((each) => each.undoes));
    return this.#ops
      .filter((each) => !undone.has(each.operation))
      .reduce((state, each) => each.effect(state), this.#start);
  }

  get lengths(): Entries {
    const all: Record<string, number> = {};
    for (const { entries } of this.#ops)
      for (const [chain, count] of Object.entries(entries)) all[chain] = (all[chain] ?? 0) + count;
    return all;
  }

  /** The wish carried out under an operation id, and what it comes to. */
  carry(intent: Intent, operation: string): { readonly model: Model; readonly outcome: Outcome } {
    const step = intent.wish === 'undo' ? this.#undo(intent.done, intent.by) : decide(this.state, intent);
    if (typeof step === 'string') return { model: this, outcome: { refused: step } };
    const op = { ...step, operation, by: intent.by, undoes: intent.wish === 'undo' ? intent.done : null };
    const deals = Object.keys(this.#start.deals) as Id<'deal'>[];
    return { model: new Model(deals, [...this.#ops, op]), outcome: { entries: step.entries } };
  }

  #undo(done: string, by: Person): Step | string {
    const place = this.#ops.findIndex((each) => each.operation === done);
    const op = this.#ops[place];
    if (op === undefined || op.undoes !== null) return 'undo.never';
    if (op.by !== by) return 'undo.not-yours';
    if (this.#ops.some((each) => each.undoes === done)) return 'undo.already';
    const chains = Object.keys(op.entries);
    const isFollowed = this.#ops
      .slice(place + 1)
      .some((each) => chains.some((chain) => chain in each.entries));
    if (isFollowed) return 'undo.something-after';
    return { entries: Object.fromEntries(chains.map((chain) => [chain, 1])), effect: (state) => state };
  }
}

function decide(state: State, intent: Exclude<Intent, { wish: 'undo' }>): Step | string {
  switch (intent.wish) {
    case 'company':
      return onWorkspace((so) => ({ ...so, company: intent.company }));
    case 'domain': {
      const { domain } = intent;
      if (isFreeMail(domain)) return 'domain.free-mail';
      if (state.domains.includes(domain)) return 'domain.known';
      if (domain === 'kestrel.example') return 'domain.partner';
      return onWorkspace((so) => ({ ...so, domains: [...so.domains, domain] }));
    }
    case 'no-domain': {
      const { domain } = intent;
      if (!state.domains.includes(domain)) return 'domain.unknown';
      return onWorkspace((so) => ({ ...so, domains: so.domains.filter((each) => each !== domain) }));
    }
    case 'partner':
      if (state.partners.includes(intent.name)) return 'partner.known';
      return onWorkspace((so) => ({ ...so, partners: [...so.partners, intent.name] }));
    case 'leave':
      if (intent.person === DANA) return 'colleague.last-admin';
      return onWorkspace((so) => ({ ...so, left: [...without(so.left, intent.person), intent.person] }));
    case 'return':
      return onWorkspace((so) => ({ ...so, left: without(so.left, intent.person) }));
    default:
      return decideOnDeal(state, intent);
  }
}

function decideOnDeal(
  state: State,
  intent: Extract<Intent, { wish: 'own' | 'decline' | 'take' }>,
): Step | string {
  const { deal } = intent;
  const standing = state.deals[deal];
  if (standing === undefined) return 'deal.unknown';
  const notebook = notebookOf(deal);
  const owner = standing.named === undefined ? standing.proposed : standing.named;
  const change = (changes: Partial<Deal>) => (so: State) => {
    const before = so.deals[deal] ?? standing;
    return { ...so, deals: { ...so.deals, [deal]: { ...before, ...changes } } };
  };
  if (intent.wish === 'own') {
    if (intent.owner !== null && state.left.includes(intent.owner)) return 'person.left';
    const isTaken = standing.life === 'taken';
    const isBackup = standing.backup !== null && standing.backup === intent.owner;
    const isMoved = intent.owner !== owner && standing.life !== 'declined';
    const further = (isBackup ? 1 : 0) + (isMoved ? 1 : 0);
    return {
      entries: isTaken ? some({ [deal]: 1, [notebook]: further }) : { [notebook]: 1 + further },
      effect: change({
        ...(isTaken ? { named: intent.owner } : { proposed: intent.owner }),
        ...(isBackup ? { backup: null } : {}),
      }),
    };
  }
  if (standing.life === 'taken') return 'intro.taken';
  if (standing.life === 'declined') return 'intro.declined';
  if (intent.wish === 'decline') return { entries: { [notebook]: 1 }, effect: change({ life: 'declined' }) };
  const named = owner === null || state.left.includes(owner) ? intent.by : owner;
  return {
    entries: some({ [deal]: 5, [notebook]: named === owner ? 0 : 1 }),
    effect: change({ life: 'taken', named }),
  };
}

function onWorkspace(effect: (state: State) => State): Step {
  return { entries: { workspace: 1 }, effect };
}

function without<T>(list: readonly T[], gone: T): readonly T[] {
  return list.filter((each) => each !== gone);
}

function some(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([, count]) => count > 0));
}
