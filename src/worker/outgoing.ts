import type { Room } from '#actions/perform.js';
import { secretInUse } from '#actions/settings/outgoing.js';
import { type OutgoingServer, serverFromUrl } from '#connections/outgoing/server.js';
import { type Submission, type Submitted, submit } from '#connections/outgoing/submit.js';
import { inWorkspace, readWorkspace, type Transaction } from '#database/workspace.js';
import type { Mailbox } from '#domain/party.js';
import { fetchSecret, forgetSecrets } from '#record/secret.js';
import { Known } from '#views/known.js';
import type { OutgoingState } from '#views/workspace/outgoing.js';

/** The outgoing server of the environment: an address with its password in it, and who Baton's own mails come from. */
export type EnvironmentServer = { readonly url: string; readonly from: string };

/** The server that mail goes out through now, and who mails of Baton itself come from. */
export type InForce = {
  readonly server: OutgoingServer;
  readonly from: Mailbox;
  readonly by: 'page' | 'environment';
};

/** A server that was set on the page goes before the environment's. Null where there is neither. */
export function outgoingInForce(room: Room, environment: EnvironmentServer | null): Promise<InForce | null> {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const { server } = await stateOf(room, tx);
    if (server === null) {
      if (environment === null) return null;
      const from = { name: null, address: environment.from };
      return { server: serverFromUrl(environment.url), from, by: 'environment' };
    }
    const { host, port, security, user, secret, from } = server;
    const password = secret === null ? null : await fetchSecret(tx, room.workspace, room.wrap, secret);
    return { server: { host, port, security, user, password }, from, by: 'page' };
  });
}

/** Hands mails over to whatever server is in force when they go. */
export function submitterOf(outgoing: () => Promise<InForce | null>) {
  return async (mail: Submission): Promise<Submitted> => {
    const inForce = await outgoing();
    if (inForce === null) return { went: 'not-reached', words: 'There is no outgoing server.', refused: [] };
    return submit(inForce.server, mail);
  };
}

// Longer than anything can be undone, and a server that was set before may stand again.
const FORGET_AFTER = 3_600_000;

/** Forgets the passwords of servers that mail no longer goes out through. */
export async function forgetOldSecrets(room: Room): Promise<void> {
  const before = new Date(Date.parse(room.now()) - FORGET_AFTER).toISOString();
  await inWorkspace(room.pool, room.workspace, async (tx) => {
    const state = await stateOf(room, tx);
    await forgetSecrets(tx, room.workspace, secretInUse(state), before);
  });
}

async function stateOf(room: Room, tx: Transaction): Promise<OutgoingState> {
  return new Known(await room.memory.fresh(tx, room.workspace, ['workspace'])).workspace.outgoing;
}
