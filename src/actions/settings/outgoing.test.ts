import { describe, expect, test } from 'vitest';
import { confirmOutgoing, noteTrial, removeOutgoing, setOutgoing } from '#actions/settings/outgoing.js';
import { northbeam } from '../../../test/world/handoff.js';

const SERVER = {
  host: 'smtp.northbeam.example',
  port: 587,
  security: 'starttls' as const,
  user: 'baton@northbeam.example',
  password: 'correct horse battery' as string | null,
  from: { name: 'Baton', address: 'baton@northbeam.example' },
};
const STEP = {
  step: 'taken' as const,
  went: 'yes' as 'yes' | 'no',
  words: 'Taken',
  said: '250 Ok',
  took: 40,
};
const TRIED = { server: 'smtp.northbeam.example:587', to: 'dana@northbeam.example', steps: [STEP] };

describe('the outgoing server', () => {
  test('is an entry without its password, which is kept apart under an id', () => {
    const story = northbeam();
    const done = story.did(setOutgoing, SERVER);
    const entry = story.last('workspace', 'outgoing.set');
    expect(JSON.stringify([entry, done.decision.appends, done.said])).not.toContain('correct horse');
    expect(done.decision.secrets).toEqual([{ secret: entry?.secret, text: 'correct horse battery' }]);
    expect(story.workspace.outgoing.server).toMatchObject({ host: SERVER.host, user: SERVER.user });
  });

  test('keeps its password when a port or a sender is changed, and not when it would go to somebody else', () => {
    const story = northbeam();
    story.did(setOutgoing, SERVER);
    const secret = story.workspace.outgoing.server?.secret;
    const again = story.did(setOutgoing, { ...SERVER, port: 2525, password: null });
    expect(again.decision.secrets).toBeUndefined();
    expect(story.workspace.outgoing.server).toMatchObject({ port: 2525, secret });
    const refused = { refused: 'outgoing.password-again' };
    const elsewhere = { ...SERVER, host: 'smtp.evil.example', password: null };
    expect(story.when(setOutgoing, elsewhere)).toMatchObject(refused);
    expect(story.when(setOutgoing, { ...SERVER, user: 'eve', password: null })).toMatchObject(refused);
  });

  test('gets no password in the open, but on this machine', () => {
    const story = northbeam();
    const open = { ...SERVER, security: 'none' as const };
    expect(story.when(setOutgoing, open)).toMatchObject({ refused: 'outgoing.password-in-the-open' });
    story.did(setOutgoing, { ...open, host: 'localhost' });
    story.did(setOutgoing, { ...open, user: null, password: null });
    expect(story.workspace.outgoing.server).toMatchObject({
      security: 'none',
      secret: null,
      secretSetAt: null,
    });
  });

  test('has user and password, or neither', () => {
    const story = northbeam();
    expect(story.when(setOutgoing, { ...SERVER, password: null })).toMatchObject({
      refused: 'outgoing.password-missing',
    });
    expect(story.when(setOutgoing, { ...SERVER, user: null })).toMatchObject({
      refused: 'outgoing.user-missing',
    });
  });

  test('is removed once', () => {
    const story = northbeam();
    story.did(setOutgoing, SERVER);
    story.did(removeOutgoing, {});
    expect(story.workspace.outgoing.server).toBeNull();
    expect(story.when(removeOutgoing, {})).toMatchObject({ refused: 'outgoing.unknown' });
    expect(story.when(setOutgoing, { ...SERVER, password: null })).toMatchObject({
      refused: 'outgoing.password-missing',
    });
  });
});

describe('a try', () => {
  test('that the server took asks a person whether the mail arrived, and their word can change', () => {
    const story = northbeam();
    expect(story.when(confirmOutgoing, { arrived: true })).toMatchObject({ refused: 'outgoing.not-taken' });
    expect(story.did(noteTrial, TRIED)).toMatchObject({
      said: 'The server took it. Whether it arrived, only you can say.',
      undoable: false,
    });
    story.did(confirmOutgoing, { arrived: false });
    story.did(confirmOutgoing, { arrived: true });
    expect(story.when(confirmOutgoing, { arrived: true })).toMatchObject({ refused: 'outgoing.said' });
    expect(story.workspace.outgoing.tries[0]?.arrived).toBe(true);
  });

  test('that failed says where and why, and there is nothing to say about its arrival', () => {
    const story = northbeam();
    story.did(noteTrial, TRIED);
    const failed = {
      ...STEP,
      step: 'signed-in' as const,
      went: 'no' as const,
      words: 'Not let in',
      said: null,
    };
    expect(story.did(noteTrial, { ...TRIED, steps: [failed] }).said).toBe('Not let in');
    expect(story.when(confirmOutgoing, { arrived: true })).toMatchObject({ refused: 'outgoing.not-taken' });
    expect(story.workspace.outgoing.tries.map((each) => each.steps[0]?.went)).toEqual(['no', 'yes']);
  });
});
