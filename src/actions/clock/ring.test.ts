import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ringClock } from '#actions/clock/ring.js';
import { declineIntro } from '#actions/intro/decline.js';
import { isRefusal } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { introduced, northbeam, routed } from '../../../test/world/handoff.js';

// Friday in Berlin: half of the nine hours is gone at 13:00, one is left at 16:30, none at 17:30.
const HALF = '2026-03-06T12:00:00.000Z';
const HOUR = '2026-03-06T15:30:00.000Z';
const DUE = '2026-03-06T16:30:00.000Z';

function running() {
  const story = routed(northbeam());
  const deal = introduced(story);
  const ring = (at: string) => {
    story.now = at;
    const done = story.when(ringClock, { deal }, 'baton');
    return isRefusal(done) ? done.refused : story.deal(deal).notebook.rang;
  };
  return { story, deal, ring };
}

const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

describe('the first-action clock', () => {
  test('rings at half, with an hour left, and when it breaks, and never a moment before', () => {
    const { ring } = running();
    expect(ring(justBefore(HALF))).toBe('clock.rang');
    expect(ring(HALF)).toEqual(['half']);
    expect(ring(justBefore(HOUR))).toBe('clock.rang');
    expect(ring(HOUR)).toEqual(['half', 'hour']);
    expect(ring(justBefore(DUE))).toBe('clock.rang');
    expect(ring(DUE)).toEqual(['half', 'hour', 'broken']);
    expect(ring('2026-03-09T09:00:00.000Z')).toBe('clock.rang');
  });

  test('rings late rather than never, once for each that was missed, under its own time', () => {
    const { story, deal, ring } = running();
    expect(ring('2026-03-10T09:00:00.000Z')).toEqual(['half', 'hour', 'broken']);
    const rung = story
      .known([notebookOf(deal)])
      .chain(notebookOf(deal))
      .happened.flatMap((each) => (each.kind === 'clock.rang' ? [each.content.at] : []));
    expect(rung).toEqual([HALF, HOUR, DUE]);
  });

  test('rings each once, whenever and however often it is looked at', () => {
    const span = Date.parse('2026-03-12T00:00:00Z') - Date.parse('2026-03-05T21:44:00Z');
    fc.assert(
      fc.property(fc.array(fc.nat(span), { minLength: 1, maxLength: 8 }), (looks) => {
        const { story, deal, ring } = running();
        const times = looks.map((each) => Date.parse('2026-03-05T21:44:00Z') + each).sort((a, b) => a - b);
        for (const time of times) ring(new Date(time).toISOString());
        const last = times.at(-1) ?? 0;
        const due = [HALF, HOUR, DUE].filter((each) => Date.parse(each) <= last).length;
        expect(story.deal(deal).notebook.rang).toEqual(['half', 'hour', 'broken'].slice(0, due));
      }),
      { numRuns: 60 },
    );
  });

  test('is silent for an intro that was declined', () => {
    const { story, deal, ring } = running();
    story.did(declineIntro, { deal, why: 'No.' });
    expect(ring(DUE)).toBe('clock.stopped');
  });
});
