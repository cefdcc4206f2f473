import { describe, expect, test } from 'vitest';
import { readArrival } from '#actions/arrival/read.js';
import { answerClock } from '#actions/clock/answer.js';
import { ringClock } from '#actions/clock/ring.js';
import { isClockRunning } from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import {
  BERLIN,
  held,
  introduced,
  northbeam,
  readingOf,
  routed,
  THEOS_INTRO,
} from '../../../test/world/handoff.js';

// Eight working days before it comes.
const OLD = { ...THEOS_INTRO, date: 'Mon, 23 Feb 2026 09:00:00 +0100' };

describe('an intro that was old when it came', () => {
  test('starts no clock and asks', () => {
    const story = routed(northbeam());
    const deal = introduced(story, OLD);
    expect(story.deal(deal).notebook.clock).toBeNull();
    expect(summaryOf(story.deal(deal))).toMatchObject({ asks: true, clock: null });
    expect(story.when(ringClock, { deal }, 'baton')).toMatchObject({ refused: 'clock.stopped' });
  });

  test('runs from the moment that somebody says start', () => {
    const story = routed(northbeam());
    const deal = introduced(story, OLD);
    story.now = '2026-03-06T09:00:00.000Z';
    story.did(answerClock, { deal, answer: 'start' });
    expect(story.deal(deal).notebook.clock?.clock).toMatchObject({
      startedAt: '2026-03-06T09:00:00Z',
      dueAt: '2026-03-09T09:00:00Z',
    });
    expect(summaryOf(story.deal(deal)).asks).toBe(false);
    expect(isClockRunning(story.deal(deal))).toBe(true);
  });

  test('never runs once somebody says that it was handled, whatever is read later', () => {
    const story = routed(northbeam());
    const deal = introduced(story, OLD);
    story.did(answerClock, { deal, answer: 'already-handled' });
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    const asked = readingOf(story, arrival, OLD);
    story.did(readArrival, { ...asked, reading: { ...asked.reading, reader: 'plain 2' } }, 'baton');
    expect(isClockRunning(story.deal(deal))).toBe(false);
    expect(summaryOf(story.deal(deal))).toMatchObject({ asks: false, clock: null });
  });

  test('keeps the start that a person gave, though the intro would count as fresh in a later week', () => {
    const story = routed(northbeam());
    const deal = introduced(story, OLD);
    story.did(answerClock, { deal, answer: 'start' });
    // A week of one day makes three working days three weeks.
    const short = { ...BERLIN, days: [1] };
    story.given('workspace', [{ kind: 'week.set', content: { person: null, week: held(short) } }]);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    const asked = readingOf(story, arrival, OLD);
    story.did(readArrival, { ...asked, reading: { ...asked.reading, reader: 'plain 2' } }, 'baton');
    expect(story.deal(deal).notebook.clock?.clock.startedAt).toBe('2026-03-05T21:44:00Z');
  });

  test('is asked about once: a second answer, and an answer to a clock that runs, are refused', () => {
    const story = routed(northbeam());
    const [old, fresh] = [introduced(story, OLD), introduced(story)];
    story.did(answerClock, { deal: old, answer: 'already-handled' });
    for (const deal of [old, fresh]) {
      expect(story.when(answerClock, { deal, answer: 'start' })).toMatchObject({
        refused: 'clock.not-asked',
      });
    }
  });
});
