import type { Access } from '#access/access.js';
import type { Room } from '#actions/perform.js';
import { readWorkspace } from '#database/workspace.js';
import { Known } from '#views/known.js';

/**
 * Makes sign-ins, addresses and keys agree with the workspace's chain. The entry commits first and names the
 * ids; this comes after, as often as it must: each step changes nothing where it is so already.
 */
export async function settleAccess(room: Room, access: Access): Promise<void> {
  const chains = await readWorkspace(room.pool, room.workspace, (tx) =>
    room.memory.fresh(tx, room.workspace, ['workspace']),
  );
  const { people, addresses, keys } = new Known(chains).workspace;
  for (const { id, email, role, active } of people) {
    await access.makeMember({ workspace: room.workspace, person: id, email, role });
    await access.setActive(room.workspace, id, active);
    // Whoever never signed in has an open invitation to be handed over; one that ended is made anew.
    if (active) await access.invite(id);
  }
  for (const member of await access.membersOf(room.workspace)) {
    const known = people.some((each) => each.id === member.person);
    // A sign-in whose entry was taken back opens nothing.
    if (!known) await access.setActive(room.workspace, member.person, false);
  }
  await access.setAddresses(room.workspace, 'intro', addresses);
  for (const key of keys) if (key.revoked) await access.revokeKey(room.workspace, key.id);
}
