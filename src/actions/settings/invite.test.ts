import { describe, expect, test } from 'vitest';
import { addColleague, changeColleague } from '#actions/settings/colleague.js';
import { beginInvitation, endInvitation, inviteColleague } from '#actions/settings/invite.js';
import { undo } from '#actions/undo.js';
import { northbeam } from '../../../test/world/handoff.js';
import type { Story } from '../../../test/world/story.js';

const FROM = { name: null, address: 'baton@northbeam.example' };
const ADA = { name: 'Ada Novak', email: 'ada@northbeam.example', role: 'member' as const, title: null };

/** Ada was added a moment ago, and her invitation waits. */
function invited() {
  const story = northbeam();
  const done = story.did(addColleague, { ...ADA, mailFrom: FROM });
  return { story, done, one: oneOf(story) };
}

function oneOf(story: Story) {
  const { id, mailed } = adaIn(story);
  if (mailed === null) throw new Error('No invitation was let out.');
  return { person: id, letter: mailed.letter };
}

function adaIn(story: Story) {
  const found = story.workspace.people.find((each) => each.email === ADA.email);
  if (found === undefined) throw new Error('Ada is not here.');
  return found;
}

describe('a colleague who is added', () => {
  test('is mailed an invitation ten seconds later, where mail goes out', () => {
    const { story, done, one } = invited();
    expect(done.said).toBe('Ada Novak can sign in. In 10 s an invitation goes to ada@northbeam.example.');
    expect(done.decision.errands).toContainEqual({
      kind: 'invite',
      subject: one.person,
      detail: { letter: one.letter },
      after: 10,
    });
    expect(adaIn(story).mailed).toMatchObject({
      from: FROM,
      to: ADA.email,
      messageId: `<${one.letter.slice(7)}@northbeam.example>`,
    });
  });

  test('is mailed nothing where no mail goes out', () => {
    const story = northbeam();
    const done = story.did(addColleague, ADA);
    expect(done.said).toBe('Ada Novak can sign in.');
    expect(done.decision.errands?.map((each) => each.kind)).not.toContain('invite');
    expect(adaIn(story).mailed).toBeNull();
  });

  test('and taken back within ten seconds is mailed nothing', () => {
    const { story, done, one } = invited();
    story.did(undo, { done });
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.unknown' });
  });

  test('cannot be taken back once the mail is on its way', () => {
    const { story, done, one } = invited();
    story.did(beginInvitation, one, 'baton');
    expect(story.when(undo, { done })).toMatchObject({ refused: 'letter.gone' });
  });

  test('who left meanwhile is mailed nothing', () => {
    const { story, one } = invited();
    story.did(changeColleague, { person: one.person, active: false });
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.unknown' });
  });
});

describe('an attempt', () => {
  const ended = { outcome: 'taken' as const, words: '250 Ok' };

  test('is ended once, and a mail that was taken is never tried again', () => {
    const { story, one } = invited();
    expect(story.when(endInvitation, { ...one, ...ended })).toMatchObject({ refused: 'invitation.ended' });
    story.did(beginInvitation, one, 'baton');
    const done = story.did(endInvitation, { ...one, ...ended }, 'baton');
    expect(done.decision.errands).toBeUndefined();
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.ended' });
  });

  test('that a grey list put off is repeated, and one that was refused is not', () => {
    const { story, one } = invited();
    story.did(beginInvitation, one, 'baton');
    const later = story.did(endInvitation, { ...one, outcome: 'later', words: '451 Later' }, 'baton');
    expect(later.decision.errands).toMatchObject([{ kind: 'invite', subject: one.person, after: 60 }]);
    story.did(beginInvitation, one, 'baton');
    const refused = story.did(endInvitation, { ...one, outcome: 'refused', words: '550 No' }, 'baton');
    expect(refused.decision.errands).toBeUndefined();
    expect(adaIn(story).mailed).toMatchObject({ attempts: 2, last: { outcome: 'refused', again: null } });
  });

  test('whose outcome nobody knows is made three times, and no more', () => {
    const { story, one } = invited();
    const agains = [1, 2, 3].map(() => {
      story.did(beginInvitation, one, 'baton');
      story.did(endInvitation, { ...one, outcome: 'unknown', words: 'The line broke.' }, 'baton');
      return adaIn(story).mailed?.last?.again !== null;
    });
    expect(agains).toEqual([true, true, false]);
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.ended' });
  });
});

describe('an invitation by hand', () => {
  const asked = { from: FROM, hasSignedIn: false };

  test('goes to whoever never signed in, one at a time', () => {
    const story = northbeam();
    story.did(addColleague, ADA);
    const person = adaIn(story).id;
    expect(story.when(inviteColleague, { ...asked, person, from: null })).toMatchObject({
      refused: 'outgoing.none',
    });
    expect(story.when(inviteColleague, { ...asked, person, hasSignedIn: true })).toMatchObject({
      refused: 'invitation.signed-in',
    });
    story.did(inviteColleague, { ...asked, person });
    expect(story.when(inviteColleague, { ...asked, person })).toMatchObject({ refused: 'invitation.going' });
    const one = oneOf(story);
    story.did(beginInvitation, one, 'baton');
    story.did(endInvitation, { ...one, outcome: 'refused', words: '550 No' }, 'baton');
    story.did(inviteColleague, { ...asked, person });
    expect(oneOf(story).letter).not.toBe(one.letter);
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.unknown' });
  });

  test('may be asked for again where the one before should have gone an hour ago and did not', () => {
    const { story, one } = invited();
    const asking = { ...asked, person: one.person };
    expect(story.when(inviteColleague, asking)).toMatchObject({ refused: 'invitation.going' });
    story.now = new Date(Date.parse(story.now) + 3_600_000).toISOString();
    story.did(inviteColleague, asking);
    expect(story.when(beginInvitation, one)).toMatchObject({ refused: 'invitation.unknown' });
  });

  test('is not for whoever is not here', () => {
    const story = northbeam();
    expect(story.when(inviteColleague, { ...asked, person: 'person_nobody' })).toMatchObject({
      refused: 'person.unknown',
    });
  });
});
