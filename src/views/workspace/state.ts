import type { Role } from '#domain/handoff.js';
import type { Id } from '#domain/id.js';
import type { Colleague } from '#domain/party.js';
import { STANDARD_WEEK, type WorkingWeek } from '#domain/week.js';
import type { Happened } from '#views/happened.js';
import { foldInvitation, type Invitation } from '#views/workspace/invitation.js';
import { foldOutgoing, NO_OUTGOING, type OutgoingState } from '#views/workspace/outgoing.js';

type Partner = {
  readonly id: Id<'partner'>;
  readonly name: string;
  readonly domains: readonly string[];
  readonly people: readonly { readonly name: string; readonly email: string }[];
};

type Rule = {
  readonly id: Id<'rule'>;
  readonly partner: Id<'partner'> | null;
  readonly owner: Id<'person'> | null;
  readonly backup: Id<'person'> | null;
  readonly role: Role | null;
};

export type Member = Colleague & {
  readonly active: boolean;
  readonly week: WorkingWeek | null;
  readonly singleKeys: boolean;
  /** The invitation that was mailed to them last, or null where none was. */
  readonly mailed: Invitation | null;
};

/** The workspace as its chain tells it. */
export type WorkspaceState = {
  readonly company: string | null;
  readonly domains: readonly string[];
  /** Null until somebody answers: the standard week in UTC is used and the screens say so. */
  readonly week: WorkingWeek | null;
  readonly standardDays: number;
  readonly people: readonly Member[];
  readonly partners: readonly Partner[];
  readonly rules: readonly Rule[];
  readonly addresses: readonly string[];
  readonly keys: readonly { readonly id: Id<'key'>; readonly name: string; readonly revoked: boolean }[];
  readonly outgoing: OutgoingState;
  readonly lastChange: { readonly at: string; readonly actor: string; readonly number: number } | null;
};

export const EMPTY_WORKSPACE: WorkspaceState = {
  company: null,
  domains: [],
  week: null,
  standardDays: 1,
  people: [],
  partners: [],
  rules: [],
  addresses: [],
  keys: [],
  outgoing: NO_OUTGOING,
  lastChange: null,
};

export function weekOf(state: WorkspaceState, person: string | null): WorkingWeek {
  const own = state.people.find((each) => each.id === person)?.week;
  return own ?? state.week ?? { ...STANDARD_WEEK, zone: 'UTC', holidays: null };
}

export function foldWorkspace(state: WorkspaceState, happened: Happened): WorkspaceState {
  const next = stepWorkspace(state, happened);
  const { recordedAt, actor, number } = happened.entry;
  return { ...next, lastChange: { at: recordedAt, actor, number } };
}

function stepWorkspace(state: WorkspaceState, happened: Happened): WorkspaceState {
  const { kind, content } = happened;
  switch (kind) {
    case 'company.named':
      return { ...state, company: content.company };
    case 'domain.added':
      return { ...state, domains: [...without(state.domains, content.domain), content.domain] };
    case 'domain.removed':
      return { ...state, domains: without(state.domains, content.domain) };
    case 'address.added':
      return { ...state, addresses: [...without(state.addresses, content.address), content.address] };
    case 'address.removed':
      return { ...state, addresses: without(state.addresses, content.address) };
    case 'week.set':
      return content.person === null
        ? { ...state, week: content.week }
        : { ...state, people: changed(state.people, content.person, { week: content.week }) };
    case 'standard.set':
      return { ...state, standardDays: content.days };
    case 'colleague.added': {
      const { person, ...said } = content;
      return {
        ...state,
        people: [
          ...state.people,
          { id: person, ...said, active: true, week: null, singleKeys: true, mailed: null },
        ],
      };
    }
    case 'colleague.changed': {
      const { person, ...said } = content;
      return { ...state, people: changed(state.people, person, said) };
    }
    case 'colleague.single-keys':
      return { ...state, people: changed(state.people, content.person, { singleKeys: content.on }) };
    case 'partner.added': {
      const { partner, ...said } = content;
      return { ...state, partners: [...state.partners, { id: partner, ...said }] };
    }
    case 'partner.changed': {
      const { partner, ...said } = content;
      return { ...state, partners: changed(state.partners, partner, said) };
    }
    case 'rule.set': {
      const { rule, ...said } = content;
      const kept = state.rules.filter((each) => each.id !== rule && each.partner !== said.partner);
      return { ...state, rules: [...kept, { id: rule, ...said }] };
    }
    case 'rule.removed':
      return { ...state, rules: state.rules.filter((each) => each.id !== content.rule) };
    case 'key.made':
      return { ...state, keys: [...state.keys, { id: content.key, name: content.name, revoked: false }] };
    case 'key.revoked':
      return { ...state, keys: changed(state.keys, content.key, { revoked: true }) };
    default:
      return stepMail(state, happened);
  }
}

function stepMail(state: WorkspaceState, happened: Happened): WorkspaceState {
  const { kind, content } = happened;
  switch (kind) {
    case 'outgoing.set':
    case 'outgoing.removed':
    case 'outgoing.tried':
    case 'outgoing.confirmed':
      return { ...state, outgoing: foldOutgoing(state.outgoing, happened) };
    case 'invitation.let-go':
    case 'invitation.begun':
    case 'invitation.ended': {
      const standing = state.people.find((each) => each.id === content.person)?.mailed ?? null;
      return {
        ...state,
        people: changed(state.people, content.person, { mailed: foldInvitation(standing, happened) }),
      };
    }
    default:
      return state;
  }
}

function without(list: readonly string[], gone: string): readonly string[] {
  return list.filter((each) => each !== gone);
}

// Fields that are not named stay as they are; JSON leaves them out.
function changed<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  said: { readonly [K in keyof T]?: T[K] | undefined },
): readonly T[] {
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return list.map((each) => (each.id === id ? { ...each, ...named } : each));
}
