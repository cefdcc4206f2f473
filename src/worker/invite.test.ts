import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { perform, type Room } from '#actions/perform.js';
import { addColleague, changeColleague } from '#actions/settings/colleague.js';
import { beginInvitation, type OneInvitation } from '#actions/settings/invite.js';
import type { Submission, Submitted } from '#connections/outgoing/submit.js';
import { inWorkspace, readWorkspace } from '#database/workspace.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { Known } from '#views/known.js';
import { mailInvitation } from '#worker/invite.js';
import { holds } from '#worker/send.js';
import { NORTHBEAM, openHouse, tokenIn } from '../../test/setup/access.js';
import { DANA, testRoom } from '../../test/world/room.js';

const house = openHouse();
const FROM = { name: null, address: 'baton@northbeam.example' };
const TAKEN: Submitted = { went: 'taken', words: '250 Ok', refused: [] };

let room: Room;
let handed: Submission[];
let added = 0;

beforeAll(() => {
  room = testRoom(house.ground, undefined, { workspace: NORTHBEAM }).room;
});
beforeEach(() => {
  handed = [];
});

/** Stands for the mail server: answers in turn, the last one for good. */
function answering(...answers: Submitted[]) {
  return async (mail: Submission): Promise<Submitted> => {
    handed.push(mail);
    return answers[Math.min(handed.length, answers.length) - 1] ?? TAKEN;
  };
}

async function state() {
  const chains = await readWorkspace(room.pool, room.workspace, (tx) =>
    room.memory.fresh(tx, room.workspace, ['workspace']),
  );
  return new Known(chains).workspace;
}

async function invited(): Promise<OneInvitation> {
  added += 1;
  const email = `ada${added}@northbeam.example`;
  const asked = { name: `Ada ${added}`, email, role: 'member' as const, title: null, mailFrom: FROM };
  const done = await perform(room, {
    action: addColleague,
    asked,
    actor: DANA,
    operation: room.mint('operation'),
  });
  must(!isRefusal(done), 'a colleague is added');
  const person = (await state()).people.find((each) => each.email === email);
  must(person?.mailed, 'an invitation was let out');
  return { person: person.id, letter: person.mailed.letter };
}

async function mailed(one: OneInvitation) {
  return (await state()).people.find((each) => each.id === one.person)?.mailed;
}

test('the sign-in is made before the mail goes, and its link signs in', async () => {
  const one = await invited();
  await mailInvitation(room, house.access, answering(TAKEN), one);
  const text = Buffer.from(handed[0]?.bytes ?? [])
    .toString('utf8')
    .replaceAll('=\r\n', '')
    .replaceAll('=3D', '=');
  const link = /https:\/\/\S+\/sign-in\/link\/[\w-]{43}/.exec(text)?.[0];
  expect(await house.access.lookAtLink(tokenIn(link))).toMatchObject({ state: 'good' });
  expect(handed[0]).toMatchObject({ from: FROM.address, to: [expect.stringContaining('ada')] });
  expect(await mailed(one)).toMatchObject({ attempts: 1, last: { outcome: 'taken', words: '250 Ok' } });
});

test('a job that runs twice mails once', async () => {
  const one = await invited();
  await mailInvitation(room, house.access, answering(TAKEN), one);
  await mailInvitation(room, house.access, answering(TAKEN), one);
  expect(handed).toHaveLength(1);
});

describe('an attempt whose outcome is unknown', () => {
  const LOST: Submitted = { went: 'unknown', words: 'The line broke.', refused: [] };

  test('is repeated with the very same bytes, three times in all', async () => {
    const one = await invited();
    for (let job = 0; job < 5; job += 1) await mailInvitation(room, house.access, answering(LOST), one);
    expect(handed).toHaveLength(3);
    const [first, ...others] = handed.map((each) => Buffer.from(each.bytes).toString('base64'));
    expect(others).toEqual([first, first]);
    expect(await mailed(one)).toMatchObject({ last: { outcome: 'unknown', again: null } });
  });

  test('is also one in which Baton stopped: it is known as that, and another follows', async () => {
    const one = await invited();
    await perform(room, {
      action: beginInvitation,
      asked: one,
      actor: 'baton',
      operation: room.mint('operation'),
    });
    await mailInvitation(room, house.access, answering(TAKEN), one);
    expect(handed).toHaveLength(1);
    expect(await mailed(one)).toMatchObject({ attempts: 2, last: { outcome: 'taken' } });
  });
});

test('while another server hands it over, this one leaves it and comes back', async () => {
  const one = await invited();
  await inWorkspace(room.pool, room.workspace, async (tx) => {
    expect(await holds(tx, room.workspace, one.letter)).toBe(true);
    const here = mailInvitation(room, house.access, answering(TAKEN), one);
    await expect(here).rejects.toMatchObject({ code: 'letter.being-sent' });
  });
  expect(handed).toEqual([]);
  await mailInvitation(room, house.access, answering(TAKEN), one);
  expect(handed).toHaveLength(1);
});

test('whoever asked for a link meanwhile keeps it, and is mailed no other', async () => {
  const one = await invited();
  const { email, role } = (await state()).people.find((each) => each.id === one.person) ?? {};
  must(email !== undefined && role !== undefined, 'they are here');
  await house.access.makeMember({ workspace: NORTHBEAM, person: one.person, email, role });
  const asked = await house.access.linkAtTerminal(email);
  await mailInvitation(room, house.access, answering(TAKEN), one);
  expect(handed).toEqual([]);
  expect(await mailed(one)).toMatchObject({ last: { outcome: 'not-needed' } });
  expect(await house.access.lookAtLink(tokenIn(asked))).toMatchObject({ state: 'good' });
});

test('whoever left before the mail went is mailed nothing', async () => {
  const one = await invited();
  await perform(room, {
    action: changeColleague,
    asked: { person: one.person, active: false },
    actor: DANA,
    operation: room.mint('operation'),
  });
  await mailInvitation(room, house.access, answering(TAKEN), one);
  expect(handed).toEqual([]);
});
