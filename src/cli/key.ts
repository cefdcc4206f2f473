import { perform } from '#actions/perform.js';
import { makeKey } from '#actions/settings/key.js';
import { refuseAtTerminal } from '#cli/say.js';
import { isRefusal } from '#domain/refusal.js';
import type { Core } from '#worker/core.js';

/** Makes a key of the API and prints it, alone, so that a script can take it. */
export async function key(core: Core, name: string, email: string | null): Promise<number> {
  const { access, room } = core;
  const members = await access.membersOf(room.workspace);
  const owner = email === null ? null : members.find((each) => each.email === email.trim().toLowerCase());
  if (owner === undefined)
    return refuseAtTerminal({ refused: 'person.unknown', because: `Nobody here has the address ${email}.` });
  const person = owner?.person ?? null;
  const made = await access.makeKey({
    workspace: room.workspace,
    person,
    role: owner?.role ?? 'admin',
    name,
  });
  const asked = { key: made.id, name, person };
  const done = await perform(room, {
    action: makeKey,
    asked,
    actor: 'baton',
    operation: room.mint('operation'),
    body: asked,
  });
  if (isRefusal(done)) {
    await access.revokeKey(room.workspace, made.id);
    return refuseAtTerminal(done);
  }
  process.stdout.write(`${made.key}\n`);
  return 0;
}
