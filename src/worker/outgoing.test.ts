import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Action } from '#actions/decision.js';
import { perform } from '#actions/perform.js';
import { removeOutgoing, setOutgoing } from '#actions/settings/outgoing.js';
import { undo } from '#actions/undo.js';
import { readWorkspace } from '#database/workspace.js';
import { must } from '#domain/must.js';
import { isRefusal } from '#domain/refusal.js';
import { forgetOldSecrets, outgoingInForce, submitterOf } from '#worker/outgoing.js';
import { openReceiver } from '../../test/outgoing/receiver.js';
import { type FreshDatabase, freshDatabase } from '../../test/setup/database.js';
import { DANA, testRoom } from '../../test/world/room.js';

let database: FreshDatabase;
let world: ReturnType<typeof testRoom>;

beforeAll(async () => {
  database = await freshDatabase();
  world = testRoom(database);
});
afterAll(() => database.drop());

const ENVIRONMENT = { url: 'smtp://relay:other@localhost:2525', from: 'intro@northbeam.example' };
const SERVER = {
  host: 'smtp.northbeam.example',
  port: 587,
  security: 'starttls' as const,
  user: 'baton',
  password: 'correct horse' as string | null,
  from: { name: 'Baton', address: 'baton@northbeam.example' },
};

async function did<Asked>(action: Action<Asked>, asked: Asked) {
  const { room } = world;
  const done = await perform(room, { action, asked, actor: DANA, operation: room.mint('operation') });
  must(!isRefusal(done), `${action.name} is done`);
  return done;
}

async function secrets(): Promise<number> {
  const { room } = world;
  return readWorkspace(room.pool, room.workspace, async (tx) => {
    const found = await tx.query('select 1 from baton.outgoing_secret');
    return found.rowCount ?? 0;
  });
}

test('the environment’s server is in force until one is set, and again once that is removed', async () => {
  const { room } = world;
  expect(await outgoingInForce(room, null)).toBeNull();
  expect(await outgoingInForce(room, ENVIRONMENT)).toMatchObject({
    by: 'environment',
    server: { host: 'localhost', port: 2525, user: 'relay', password: 'other' },
    from: { address: ENVIRONMENT.from },
  });
  await did(setOutgoing, SERVER);
  expect(await outgoingInForce(room, ENVIRONMENT)).toMatchObject({
    by: 'page',
    server: { host: SERVER.host, user: 'baton', password: 'correct horse' },
    from: SERVER.from,
  });
  await did(removeOutgoing, {});
  expect(await outgoingInForce(room, ENVIRONMENT)).toMatchObject({ by: 'environment' });
});

test('a password that was replaced and taken back is the one before, at the server before', async () => {
  const { room } = world;
  await did(setOutgoing, SERVER);
  const changed = await did(setOutgoing, { ...SERVER, host: 'smtp.other.example', password: 'new' });
  expect((await outgoingInForce(room, null))?.server).toMatchObject({ password: 'new' });
  await did(undo, { done: changed });
  expect((await outgoingInForce(room, null))?.server).toMatchObject({
    host: SERVER.host,
    password: 'correct horse',
  });
});

test('a sealed password opens under no other id and no other workspace’s key', async () => {
  const { room } = world;
  const other = { ...room, wrap: new Uint8Array(32) };
  await expect(outgoingInForce(other, null)).rejects.toMatchObject({ code: 'arrival.cannot-be-opened' });
});

test('passwords that nothing uses are forgotten an hour later, and the one in use stays', async () => {
  const { room } = world;
  expect(await secrets()).toBe(3);
  await forgetOldSecrets(room);
  expect(await secrets()).toBe(3);
  world.at(new Date(Date.parse(room.now()) + 3_700_000).toISOString());
  await forgetOldSecrets(room);
  expect(await secrets()).toBe(1);
  expect((await outgoingInForce(room, null))?.server.password).toBe('correct horse');
});

test('mail goes to whichever server is in force when it goes', async () => {
  const { room } = world;
  const server = await openReceiver();
  const submitter = submitterOf(() => outgoingInForce(room, null));
  const mail = {
    from: 'baton@northbeam.example',
    to: ['ada@northbeam.example'],
    bytes: Buffer.from('Subject: A\r\n\r\n'),
  };
  await did(removeOutgoing, {});
  expect(await submitter(mail)).toEqual({
    went: 'not-reached',
    words: 'There is no outgoing server.',
    refused: [],
  });
  await did(setOutgoing, {
    ...SERVER,
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: null,
    password: null,
  });
  expect(await submitter(mail)).toMatchObject({ went: 'taken' });
  expect(server.mails).toHaveLength(1);
  await server.close();
});
