import { expect, test } from 'vitest';
import { closeDeal, reopenDeal } from '#actions/deal/close.js';
import { ownWord } from '#actions/first-action/own-word.js';
import { takeIntro } from '#actions/intro/take.js';
import { finishStep, openStep } from '#actions/step/open.js';
import type { Id } from '#domain/id.js';
import { endedOf, mayOf, offerOf } from '#views/deal/next.js';
import { introduced, northbeam, routed, wordsIn } from '../../../test/world/handoff.js';
import { MARCUS } from '../../../test/world/room.js';
import type { Story } from '../../../test/world/story.js';

function may(story: Story, deal: Id<'deal'>): string[] {
  return Object.entries(mayOf(story.deal(deal))).flatMap(([what, is]) => (is ? [what] : []));
}

function offer(story: Story, deal: Id<'deal'>, now: string) {
  return offerOf({ workspace: story.workspace, viewer: MARCUS, now }, story.deal(deal));
}

function written(): { story: Story; deal: Id<'deal'> } {
  const story = routed(northbeam());
  const deal = introduced(story);
  story.did(takeIntro, { deal, by: MARCUS, words: wordsIn(story, deal) }, MARCUS);
  story.did(ownWord, { deal, by: MARCUS }, MARCUS);
  return { story, deal };
}

const STEP = { what: 'send the quote', due: '2026-03-11T16:30:00Z', owner: null };

test('what may be done follows the deal from its intro to its end and back', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  expect(may(story, deal)).toEqual(['take', 'decline']);
  story.did(takeIntro, { deal, by: MARCUS, words: wordsIn(story, deal) }, MARCUS);
  expect(may(story, deal)).toEqual(['wrote', 'close']);
  story.did(ownWord, { deal, by: MARCUS }, MARCUS);
  expect(may(story, deal)).toEqual(['step', 'close']);
  story.did(openStep, { deal, ...STEP });
  expect(may(story, deal)).toEqual(['step', 'done', 'close']);
  story.did(finishStep, { deal });
  expect(may(story, deal)).toEqual(['step', 'close']);
  story.did(closeDeal, { deal, as: 'lost', why: 'They went with Gantry.', friction: 'lost-context' });
  expect(may(story, deal)).toEqual(['reopen']);
  expect(endedOf(story.deal(deal))).toEqual({
    as: 'lost',
    why: 'They went with Gantry.',
    friction: 'What the partner had said was lost',
  });
  story.did(reopenDeal, { deal });
  expect(may(story, deal)).toEqual(['step', 'close']);
  expect(endedOf(story.deal(deal))).toBeNull();
});

test('the step that is offered is the buyer’s, two working days ahead of today', () => {
  const { story, deal } = written();
  const thursday = offer(story, deal, '2026-03-05T09:00:00Z');
  expect(thursday).toMatchObject({ what: 'pick a time', due: '2026-03-09' });
  expect(thursday.people[thursday.owner ?? -1]?.side).toBe('buyer');
  // In the evening today is no working day any more, and counts no more than in the morning.
  expect(offer(story, deal, '2026-03-05T21:00:00Z').due).toBe('2026-03-09');
  expect(thursday.people.map((each) => each.side)).not.toContain('unknown');
});

test('the open step is what is offered to be moved, with its own owner and day', () => {
  const { story, deal } = written();
  story.did(openStep, { deal, ...STEP });
  const shown = offer(story, deal, '2026-03-06T09:00:00Z');
  expect(shown).toMatchObject({ what: 'send the quote', due: '2026-03-11' });
  expect(shown.people[shown.owner ?? -1]?.id).toBe(MARCUS);
});
