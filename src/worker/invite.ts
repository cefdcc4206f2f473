import type { Access } from '#access/access.js';
import { perform, type Room } from '#actions/perform.js';
import { beginInvitation, endInvitation, mailedOf, type OneInvitation } from '#actions/settings/invite.js';
import { inWorkspace, readWorkspace } from '#database/workspace.js';
import { Fault } from '#domain/fault.js';
import { isRefusal } from '#domain/refusal.js';
import { invitationMail } from '#outputs/invitation/invitation-mail.js';
import type { ContentOf } from '#record/kinds/every.js';
import { Known } from '#views/known.js';
import { holds, type Submitter } from '#worker/send.js';

type Ended = Pick<ContentOf<'invitation.ended'>, 'outcome' | 'words'>;

/**
 * One attempt to mail one invitation. It is begun in the record, the sign-in is made where it is not there yet,
 * the mail is handed over, and what became of it is an entry. As with a letter, a lock of the database keeps two
 * servers from handing it over at once, and an attempt that died without an answer is one that is not known.
 */
export async function mailInvitation(
  room: Room,
  access: Access,
  submitter: Submitter,
  one: OneInvitation,
): Promise<void> {
  await inWorkspace(room.pool, room.workspace, async (tx) => {
    if (!(await holds(tx, room.workspace, one.letter)))
      throw new Fault('letter.being-sent', 'Another server is sending it.', { retry: 'soon' });
    const before = await look(room, one);
    if (before?.mailed.isOnItsWay === true)
      await end(room, one, { outcome: 'unknown', words: 'Baton stopped while it was being handed over.' });
    const begun = await perform(room, {
      action: beginInvitation,
      asked: one,
      actor: 'baton',
      operation: room.mint('operation'),
    });
    if (isRefusal(begun)) return;
    await end(room, one, await attempt(room, access, submitter, one));
  });
}

async function attempt(room: Room, access: Access, submitter: Submitter, one: OneInvitation): Promise<Ended> {
  const found = await look(room, one);
  if (found === null) return { outcome: 'not-needed', words: 'It was taken back.' };
  const { person, mailed } = found;
  const { id, email, role, name } = person;
  // The entry came first; whoever opens the link must find that they may come in.
  await access.makeMember({ workspace: room.workspace, person: id, email, role });
  const url = await access.invite(id);
  if (url === null)
    return { outcome: 'not-needed', words: `${name} has signed in, or asked for a link, meanwhile.` };
  const bytes = await invitationMail(mailed, name, url);
  const mail = { from: mailed.from.address, to: [mailed.to], bytes };
  if (submitter === null) return { outcome: 'not-reached', words: 'There is no outgoing server.' };
  const submitted = await submitter(mail);
  return { outcome: submitted.went, words: submitted.words };
}

async function end(room: Room, one: OneInvitation, ended: Ended): Promise<void> {
  await perform(room, {
    action: endInvitation,
    asked: { ...one, ...ended },
    actor: 'baton',
    operation: room.mint('operation'),
  });
}

function look(room: Room, one: OneInvitation) {
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const { workspace } = new Known(await room.memory.fresh(tx, room.workspace, ['workspace']));
    const person = workspace.people.find((each) => each.id === one.person);
    const mailed = mailedOf(workspace, one);
    return person === undefined || mailed === null ? null : { person, mailed };
  });
}
