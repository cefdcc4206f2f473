import type { Mailbox, Person, Side } from '#domain/party.js';
import type { Member, WorkspaceState } from '#views/workspace/state.js';

/** Somebody as a screen names them: the name, else the address; never nothing. */
export function showPerson(workspace: WorkspaceState, person: Person) {
  const colleague = workspace.people.find((each) => each.email === person.email?.toLowerCase());
  return {
    id: colleague?.id ?? null,
    name: person.name ?? colleague?.name ?? person.email ?? 'Somebody',
    email: person.email,
    side: person.side,
    company: person.company,
    role: person.role ?? colleague?.title ?? null,
  };
}

export type PersonSeen = ReturnType<typeof showPerson>;

export function showColleague(workspace: WorkspaceState, member: Member): PersonSeen {
  const { id, name, email, title } = member;
  return { id, name, email, side: 'host' as Side, company: workspace.company, role: title };
}

/** A colleague by id; null where nobody is meant. */
export function colleagueCalled(workspace: WorkspaceState, id: string | null): PersonSeen | null {
  const member = workspace.people.find((each) => each.id === id);
  return member === undefined ? null : showColleague(workspace, member);
}

/** A mailbox of a header, with what the deal or the workspace knows of it. An unknown side stays unknown. */
export function showMailbox(
  workspace: WorkspaceState,
  people: readonly Person[],
  mailbox: Mailbox,
): PersonSeen {
  const known = people.find((each) => each.email?.toLowerCase() === mailbox.address.toLowerCase());
  const own = workspace.domains.some((domain) => mailbox.address.toLowerCase().endsWith(`@${domain}`));
  const side: Side = known?.side ?? (own ? 'host' : 'unknown');
  return showPerson(workspace, {
    name: known?.name ?? mailbox.name,
    email: mailbox.address,
    side,
    company: known?.company ?? (own ? workspace.company : null),
    role: known?.role ?? null,
  });
}

/** "Dana" of "Dana Whitlock": what a sentence calls somebody. */
export function firstName(name: string): string {
  return name.includes('@') ? name : (name.split(' ')[0] ?? name);
}
