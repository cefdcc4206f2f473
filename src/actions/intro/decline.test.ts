import { describe, expect, test } from 'vitest';
import { setAside } from '#actions/arrival/set-aside.js';
import { takeArrival } from '#actions/arrival/take.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import { undo } from '#actions/undo.js';
import { notebookOf } from '#domain/subject.js';
import { isClockRunning, lifeOf } from '#views/deal/state.js';
import { introduced, northbeam, routed, wordsIn } from '../../../test/world/handoff.js';
import { DANA } from '../../../test/world/room.js';

describe('declining an intro', () => {
  test('stays with the host, reason and all, and stops the clock', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(isClockRunning(story.deal(deal))).toBe(true);
    story.did(declineIntro, { deal, why: 'Too small.' });
    expect(story.kinds(deal)).toEqual([]);
    expect(story.last(notebookOf(deal), 'intro.declined')).toEqual({ why: 'Too small.' });
    expect(lifeOf(story.deal(deal))).toBe('declined');
    expect(isClockRunning(story.deal(deal))).toBe(false);
  });

  test('is refused twice, after it was taken, and where there is no deal', () => {
    const story = routed(northbeam());
    const [one, other] = [introduced(story), introduced(story)];
    story.did(declineIntro, { deal: one, why: 'Too small.' });
    expect(story.when(declineIntro, { deal: one, why: 'Again.' })).toMatchObject({
      refused: 'intro.declined',
    });
    story.did(takeIntro, { deal: other, by: DANA, words: wordsIn(story, other) });
    expect(story.when(declineIntro, { deal: other, why: 'No.' })).toMatchObject({ refused: 'intro.taken' });
    expect(story.when(declineIntro, { deal: 'deal_nowhere', why: 'No.' })).toMatchObject({
      refused: 'deal.unknown',
    });
  });

  test('taken back lets the clock run from where it started', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const before = story.deal(deal);
    const done = story.did(declineIntro, { deal, why: 'Too small.' });
    story.did(undo, { done });
    expect(story.deal(deal)).toEqual(before);
  });

  test('is thought better of by taking the arrival in again, long after', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    expect(story.when(takeArrival, { arrival, deal })).toMatchObject({ refused: 'arrival.has-deal' });
    story.did(declineIntro, { deal, why: 'Too small.' });
    story.now = '2026-04-01T08:00:00.000Z';
    expect(story.when(takeArrival, { arrival, deal })).toMatchObject({ said: 'Taken as an intro.' });
    expect(lifeOf(story.deal(deal))).toBe('arrived');
  });
});

describe('setting an arrival aside', () => {
  test('declines what was opened with it, and taking it in again opens both again', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    story.did(setAside, { arrival, deal, why: '' });
    expect(story.arrival(arrival).word).toBe('not-an-intro');
    expect(story.last(notebookOf(deal), 'intro.declined')).toEqual({ why: 'Not an intro.' });
    expect(story.when(setAside, { arrival, deal, why: '' })).toMatchObject({
      refused: 'arrival.set-aside-already',
    });
    const done = story.did(takeArrival, { arrival, deal });
    expect(done.decision.errands).toEqual([{ kind: 'read', subject: arrival }]);
    expect(story.arrival(arrival).word).toBe('intro');
    expect(lifeOf(story.deal(deal))).toBe('arrived');
  });

  test('is refused once somebody took the intro, because the partner counts on it', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
    expect(story.when(setAside, { arrival, deal, why: '' })).toMatchObject({ refused: 'intro.taken' });
  });

  test('and taking in are refused where nothing arrived', () => {
    const asked = { arrival: 'arrival_nowhere' as const, deal: null };
    expect(northbeam().when(setAside, { ...asked, why: '' })).toMatchObject({ refused: 'arrival.unknown' });
    expect(northbeam().when(takeArrival, asked)).toMatchObject({ refused: 'arrival.unknown' });
  });
});
