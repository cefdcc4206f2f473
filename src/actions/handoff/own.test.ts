import { describe, expect, test } from 'vitest';
import { answerClock } from '#actions/clock/answer.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import { notebookOf } from '#domain/subject.js';
import { showBaton } from '#views/deal/baton.js';
import { backupOf, isClockRunning, ownerOf } from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import {
  BERLIN,
  held,
  introduced,
  northbeam,
  routed,
  SAM,
  THEOS_INTRO,
  wordsIn,
} from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';

const LONDON = { ...BERLIN, zone: 'Europe/London', from: '10:00', to: '19:00' };

describe('naming the owner', () => {
  test('before it is taken is a matter of the host, and after that stands on the record', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(nameOwner, { deal, owner: DANA });
    expect(story.kinds(deal)).toEqual([]);
    expect(story.last(notebookOf(deal), 'owner.proposed')).toEqual({ owner: DANA, rule: null });
    story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
    story.did(nameOwner, { deal, owner: MARCUS });
    expect(story.last(deal, 'owner.named')).toMatchObject({ owner: MARCUS, name: 'Marcus Lind' });
    expect(ownerOf(story.deal(deal))).toBe(MARCUS);
  });

  test('measures the clock in the new owner’s week, from the start that it had', () => {
    const story = routed(northbeam()).given('workspace', [
      { kind: 'week.set', content: { person: SAM, week: held(LONDON) } },
    ]);
    const deal = introduced(story);
    expect(story.deal(deal).notebook.clock?.clock.dueAt).toBe('2026-03-06T16:30:00Z');
    story.did(nameOwner, { deal, owner: SAM });
    expect(story.deal(deal).notebook.clock).toMatchObject({
      because: 'owner',
      clock: {
        startedAt: '2026-03-05T21:30:00Z',
        dueAt: '2026-03-06T19:00:00Z',
        week: { zone: 'Europe/London' },
      },
    });
  });

  test('lets the warnings ring again, because they stand at other times', () => {
    const story = routed(northbeam()).given('workspace', [
      { kind: 'week.set', content: { person: SAM, week: held(LONDON) } },
    ]);
    const deal = introduced(story);
    const at = '2026-03-06T12:00:00.000Z';
    story.given(notebookOf(deal), [{ kind: 'clock.rang', content: { rule: 'half', at } }], 'baton');
    story.did(nameOwner, { deal, owner: SAM });
    expect(story.deal(deal).notebook.rang).toEqual([]);
  });

  test('leaves a clock alone that does not run, or runs for the same person', () => {
    const story = routed(northbeam());
    const [declined, same] = [introduced(story), introduced(story)];
    story.did(declineIntro, { deal: declined, why: 'No.' });
    story.did(nameOwner, { deal: declined, owner: SAM });
    story.did(nameOwner, { deal: same, owner: MARCUS });
    for (const deal of [declined, same]) {
      expect(story.deal(deal).notebook.clock?.because).toBe('opened');
    }
  });

  test('nobody is a state, and it alarms', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const done = story.did(nameOwner, { deal, owner: null });
    expect(done.said).toBe('Nobody has Halden now.');
    expect(ownerOf(story.deal(deal))).toBeNull();
    const viewing = { workspace: story.workspace, viewer: DANA, now: story.now };
    const baton = showBaton(viewing, summaryOf(story.deal(deal)));
    expect(baton.holder).toBeNull();
    expect(baton.sentence).toMatch(/^Nobody has the baton/);
    expect(isClockRunning(story.deal(deal))).toBe(true);
  });

  test('to the backup leaves the deal without one rather than with the same person twice', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(backupOf(story.deal(deal))).toBe(SAM);
    story.did(nameOwner, { deal, owner: SAM });
    expect(ownerOf(story.deal(deal))).toBe(SAM);
    expect(backupOf(story.deal(deal))).toBeNull();
  });

  test('of one person as both is refused', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(story.when(nameOwner, { deal, owner: SAM, backup: SAM })).toMatchObject({
      refused: 'handoff.same-person',
    });
    expect(story.when(nameBackup, { deal, backup: MARCUS })).toMatchObject({
      refused: 'handoff.same-person',
    });
  });

  test('of somebody who left, or who was never here, is refused by name', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.given('workspace', [{ kind: 'colleague.changed', content: { person: SAM, active: false } }]);
    const left = { refused: 'person.left', because: 'Sam Okafor left. Name somebody who is here.' };
    expect(story.when(nameOwner, { deal, owner: SAM })).toEqual(left);
    expect(story.when(nameOwner, { deal, owner: DANA, backup: SAM })).toEqual(left);
    expect(story.when(nameBackup, { deal, backup: SAM })).toEqual(left);
    expect(story.when(nameOwner, { deal, owner: 'person_nobody' })).toMatchObject({
      refused: 'person.unknown',
    });
  });

  test('is not held up by a backup or an owner who left', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.given('workspace', [{ kind: 'colleague.changed', content: { person: SAM, active: false } }]);
    story.did(nameOwner, { deal, owner: DANA });
    expect(ownerOf(story.deal(deal))).toBe(DANA);
    story.given('workspace', [{ kind: 'colleague.changed', content: { person: DANA, active: false } }]);
    story.did(nameBackup, { deal, backup: MARCUS });
    expect(backupOf(story.deal(deal))).toBe(MARCUS);
  });

  test('where there is no such deal is refused', () => {
    expect(northbeam().when(nameOwner, { deal: 'deal_nowhere', owner: DANA })).toMatchObject({
      refused: 'deal.unknown',
    });
    expect(northbeam().when(nameBackup, { deal: 'deal_nowhere', backup: DANA })).toMatchObject({
      refused: 'deal.unknown',
    });
  });
});

test('an answered clock keeps the start that a person gave it when the owner changes', () => {
  const story = routed(northbeam());
  const deal = introduced(story, { ...THEOS_INTRO, date: 'Mon, 23 Feb 2026 09:00:00 +0100' });
  expect(story.deal(deal).notebook.asked).not.toBeNull();
  story.did(answerClock, { deal, answer: 'start' });
  story.did(nameOwner, { deal, owner: DANA });
  expect(story.deal(deal).notebook.clock?.clock.startedAt).toBe('2026-03-05T21:44:00Z');
});
