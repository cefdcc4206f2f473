import * as keys from '#access/api-key.store.js';
import { makeFirstAdminLink } from '#access/first-admin.store.js';
import * as guests from '#access/guest-link.store.js';
import * as addresses from '#access/inbound-address.store.js';
import { openLibrary } from '#access/library.js';
import * as links from '#access/link.store.js';
import * as members from '#access/member.store.js';
import type { Premises, Role } from '#access/premises.js';
import * as sessions from '#access/session.js';
import * as signIn from '#access/sign-in.js';
import { sweep } from '#access/sweep.store.js';
import * as workspaces from '#access/workspace.store.js';
import type { Id } from '#domain/id.js';

type Asking = sessions.Asking;

/**
 * Everything about who may come in, over the auth login's pool. Each function promises what the one that it
 * calls does; refusals are returned, and a database that does not answer is a thrown fault.
 */
export function openAccess(premises: Premises) {
  const library = openLibrary(premises);
  return {
    sessionOf: (headers: Headers) => sessions.sessionOf(premises, library, headers),
    isOwnOrigin: (headers: Headers) => sessions.isOwn(premises, headers),
    signInWithPassword: (given: { readonly email: string; readonly password: string }, asking: Asking) =>
      sessions.signInWithPassword(premises, library, given, asking),
    setPassword: (password: string, asking: Asking) =>
      sessions.setPassword(premises, library, password, asking),
    signOut: (asking: Asking) => sessions.signOut(premises, library, asking),

    askLink: (email: string, asking: Asking) => signIn.askLink(premises, email, asking),
    askFreshLink: (token: string, asking: Asking) => signIn.askFreshLink(premises, token, asking),
    lookAtLink: (token: string) => signIn.lookAtLink(premises, token),
    useLink: (
      token: string,
      admin: { readonly name: string; readonly email: string } | null,
      asking: Asking,
    ) => signIn.useLink(premises, library, token, admin, asking),
    firstAdminLink: (workspace: string) => makeFirstAdminLink(premises, workspace),
    linkAtTerminal: (email: string) => links.linkAtTerminal(premises, email),

    makeMember: (member: members.NewMember) => members.makeMember(premises, member),
    setActive: (workspace: string, person: Id<'person'>, active: boolean) =>
      members.setActive(premises, workspace, person, active),
    membersOf: (workspace: string) => members.membersOf(premises, workspace),
    invite: (person: string) => links.invite(premises, person),
    openInvitation: (person: string) => links.openInvitation(premises, person),

    makeKey: (asked: {
      readonly workspace: string;
      readonly person: Id<'person'> | null;
      readonly role: Role;
      readonly name: string;
    }) => keys.makeKey(premises, asked),
    keyOf: (authorization: string | null) => keys.keyOf(premises, authorization),
    keysOf: (workspace: string) => keys.keysOf(premises, workspace),
    revokeKey: (workspace: string, id: string) => keys.revokeKey(premises, workspace, id),

    recipientOf: (address: string) => addresses.recipientOf(premises, address),
    addAddress: (workspace: string, address: string, purpose: string) =>
      addresses.addAddress(premises, workspace, address, purpose),
    setAddresses: (workspace: string, purpose: string, wanted: readonly string[]) =>
      addresses.setAddresses(premises, workspace, purpose, wanted),
    dropAddress: (workspace: string, address: string) => addresses.dropAddress(premises, workspace, address),

    keepGuestLink: (link: guests.GuestLink) => guests.keepGuestLink(premises, link),
    findGuestLink: (token: string) => guests.findGuestLink(premises, token),

    workspaces: () => workspaces.workspacesOf(premises),
    addWorkspace: (id: string) => workspaces.addWorkspace(premises, id),
    firstWorkspace: (id: string) => workspaces.firstWorkspace(premises, id),

    sweep: () => sweep(premises),
  };
}

export type Access = ReturnType<typeof openAccess>;
