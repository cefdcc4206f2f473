import { describe, expect, test } from 'vitest';
import { deriveClock } from '#actions/clock/derive.js';
import { declineIntro } from '#actions/intro/decline.js';
import { BERLIN, held, introduced, northbeam, routed } from '../../../test/world/handoff.js';
import { MARCUS } from '../../../test/world/room.js';

describe('a clock in a week that was changed', () => {
  test('keeps its start and is measured in the week as it is now', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const closed = [{ date: '2026-03-06', name: 'Works outing' }];
    story.given('workspace', [
      { kind: 'week.set', content: { person: null, week: held({ ...BERLIN, closed }) } },
    ]);
    story.did(deriveClock, { deal }, 'baton');
    expect(story.deal(deal).notebook.clock).toMatchObject({
      because: 'week',
      clock: {
        startedAt: '2026-03-05T21:30:00Z',
        dueAt: '2026-03-09T16:30:00Z',
        skipped: [{ date: '2026-03-06', name: 'Works outing' }],
      },
    });
  });

  test('leaves no entry where nothing changed, so it may be asked as often as one likes', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.given('workspace', [
      { kind: 'week.set', content: { person: MARCUS, week: held({ ...BERLIN, to: '18:30' }) } },
    ]);
    story.did(deriveClock, { deal }, 'baton');
    expect(story.when(deriveClock, { deal }, 'baton')).toMatchObject({ refused: 'clock.same' });
  });

  test('is not touched where none runs', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(declineIntro, { deal, why: 'No.' });
    expect(story.when(deriveClock, { deal }, 'baton')).toMatchObject({ refused: 'clock.stopped' });
  });
});
