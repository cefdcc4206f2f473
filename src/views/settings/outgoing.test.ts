import { describe, expect, test } from 'vitest';
import { addColleague } from '#actions/settings/colleague.js';
import { beginInvitation, endInvitation } from '#actions/settings/invite.js';
import { confirmOutgoing, noteTrial, setOutgoing } from '#actions/settings/outgoing.js';
import type { ContentOf } from '#record/kinds/every.js';
import { mailedWords } from '#views/settings/mailed.js';
import { showOutgoing } from '#views/settings/outgoing.js';
import { northbeam } from '../../../test/world/handoff.js';
import { DANA } from '../../../test/world/room.js';
import type { Story } from '../../../test/world/story.js';

const ENVIRONMENT = { server: 'relay.northbeam.example:25', from: 'intro@northbeam.example' };
const SERVER = {
  host: 'smtp.northbeam.example',
  port: 587,
  security: 'starttls' as const,
  user: 'baton',
  password: 'correct horse' as string | null,
  from: { name: null, address: 'baton@northbeam.example' },
};

function shown(story: Story, environmentServer: typeof ENVIRONMENT | null = null, isAdmin = true) {
  const viewing = { workspace: story.workspace, viewer: DANA, now: story.now };
  return showOutgoing(viewing as never, { environmentServer, isAdmin });
}

describe('which server is in force', () => {
  test('is the one that is set on the page, and the page says what it goes before', () => {
    const story = northbeam();
    expect(shown(story)).toMatchObject({ set: false, by: 'none', from: 'baton@northbeam.example' });
    expect(shown(story, ENVIRONMENT)).toMatchObject({ set: true, by: 'environment', from: ENVIRONMENT.from });
    story.did(setOutgoing, SERVER);
    const both = shown(story, ENVIRONMENT);
    expect(both).toMatchObject({ set: true, by: 'page', from: SERVER.from.address });
    expect(both.words).toBe(
      'Mail goes out through smtp.northbeam.example:587, set here. It goes before relay.northbeam.example:25, which the environment names.',
    );
  });

  test('is told to a member without what an admin needs to change it', () => {
    const story = northbeam();
    story.did(setOutgoing, SERVER);
    expect(shown(story, null, false)).toMatchObject({ set: true, server: null, tried: null, before: null });
  });

  test('says since when its password is kept, also after a port was changed', () => {
    const story = northbeam();
    story.did(setOutgoing, SERVER);
    const kept = shown(story).server?.password;
    expect(kept).toBe('kept since Thu 5 Mar');
    story.now = '2026-03-09T21:44:00.000Z';
    story.did(setOutgoing, { ...SERVER, port: 465, security: 'tls', password: null });
    expect(shown(story).server).toMatchObject({ port: 465, password: kept });
    story.did(setOutgoing, { ...SERVER, password: 'another' });
    expect(shown(story).server?.password).toBe('kept since Mon 9 Mar');
  });
});

describe('a try', () => {
  const step = (went: 'yes' | 'no', took: number) => ({
    step: 'taken' as const,
    went,
    words: went === 'yes' ? 'Taken' : 'Refused',
    said: went === 'yes' ? '250 Ok' : '550 No',
    took,
  });
  const tried = (went: 'yes' | 'no', took = 41) => ({
    server: 'smtp.northbeam.example:587',
    to: 'dana@northbeam.example',
    steps: [step(went, took)],
  });

  test('shows the newest with its times, and the one before in a line', () => {
    const story = northbeam();
    story.did(setOutgoing, SERVER);
    story.did(noteTrial, tried('no', 99));
    story.did(noteTrial, tried('yes', 412));
    const page = shown(story);
    expect(page.tried?.steps[0]).toMatchObject({ words: 'Taken', took: '0.4 s' });
    expect(page.tried).toMatchObject({ asks: true, answer: null });
    expect(page.before).toMatchObject({ words: 'Refused', said: '550 No' });
    story.did(confirmOutgoing, { arrived: false });
    expect(shown(story).tried).toMatchObject({ asks: false, arrived: false });
    expect(shown(story).tried?.answer).toMatch(/^It did not arrive at dana@northbeam\.example, says/);
  });

  test('of a server that was changed since says so', () => {
    const story = northbeam();
    story.did(noteTrial, tried('yes'));
    story.now = '2026-03-05T21:45:00.000Z';
    story.did(setOutgoing, SERVER);
    expect(shown(story).tried?.words).toMatch(/, before it was changed$/);
  });
});

describe('what became of an invitation', () => {
  const email = 'ada@northbeam.example';
  type Ended = Pick<ContentOf<'invitation.ended'>, 'outcome' | 'words'>;

  function wordsAfter(...attempts: Ended[]) {
    const story = northbeam();
    const from = { name: null, address: 'baton@northbeam.example' };
    story.did(addColleague, { name: 'Ada', email, role: 'member', title: null, mailFrom: from });
    const find = () => story.workspace.people.find((each) => each.email === email);
    for (const ended of attempts) {
      const one = { person: find()?.id ?? DANA, letter: find()?.mailed?.letter ?? ('letter_none' as const) };
      story.did(beginInvitation, one, 'baton');
      story.did(endInvitation, { ...one, ...ended }, 'baton');
    }
    const found = find();
    const viewing = { workspace: story.workspace, viewer: DANA, now: story.now };
    return found === undefined ? null : mailedWords(viewing as never, found);
  }

  test('is said in one line, with what to do where it did not go', () => {
    expect(wordsAfter()).toBe(`An invitation is on its way to ${email}.`);
    expect(wordsAfter({ outcome: 'taken', words: '250 Ok' })).toMatch(
      /^Mailed to ada@northbeam\.example at \d\d:\d\d/,
    );
    expect(wordsAfter({ outcome: 'refused', words: '550 5.1.1 No such user' })).toBe(
      `Not mailed to ${email}. 550 5.1.1 No such user.`,
    );
    expect(wordsAfter({ outcome: 'later', words: '451 Later' })).toMatch(
      /^Not mailed to ada@northbeam\.example\. 451 Later\. It is tried again at \d\d:\d\d/,
    );
    const unknown = { outcome: 'unknown' as const, words: 'The line broke' };
    expect(wordsAfter(unknown, unknown, unknown)).toBe(
      `Whether the mail to ${email} went is not known. The line broke. Hand the link over to be sure.`,
    );
    expect(wordsAfter({ outcome: 'not-needed', words: 'Ada has signed in.' })).toBeNull();
  });
});
