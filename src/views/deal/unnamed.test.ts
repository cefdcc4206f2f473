import { expect, test } from 'vitest';
import { readArrival } from '#actions/arrival/read.js';
import { takeArrival } from '#actions/arrival/take.js';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { takeIntro } from '#actions/intro/take.js';
import type { Id } from '#domain/id.js';
import { drawDeal } from '#domain/lanes/deal.js';
import { showBaton } from '#views/deal/baton.js';
import { showClock } from '#views/deal/clock.js';
import { showLanes } from '#views/deal/lanes.js';
import { buyerName } from '#views/deal/state.js';
import { summaryOf } from '#views/deal/summary.js';
import {
  comes,
  introduced,
  northbeam,
  readingOf,
  routed,
  SAM,
  wordsIn,
} from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';
import type { Story } from '../../../test/world/story.js';

const NO_NAMES = {
  id: 'hints@kestrel.example',
  body: 'Dana, there is somebody whom you should call. Could you call me?',
};

/** A deal that a person opened from a mail which names no buyer. */
function unnamed(): { story: Story; deal: Id<'deal'> } {
  const story = routed(northbeam());
  const arrival = comes(story, NO_NAMES);
  story.did(takeArrival, { arrival, deal: null });
  const asked = readingOf(story, arrival, NO_NAMES);
  const partner = { company: 'Kestrel', person: 'Theo Brandt', email: 'theo@kestrel.example' };
  const { deal } = story.did(readArrival, { ...asked, reading: { ...asked.reading, partner } }, 'baton');
  if (deal === null) throw new Error('It opened no deal.');
  return { story, deal };
}

function lanesOf(story: Story, deal: Id<'deal'>) {
  const { workspace, now } = story;
  const summary = summaryOf(story.deal(deal));
  const clock = showClock(workspace, summary, now);
  return showLanes({ workspace, zone: 'Europe/Berlin', now }, summary, clock.state);
}

test('a buyer who is not named is a finding in a title, and no name in a sentence', () => {
  const { story, deal } = unnamed();
  expect(buyerName(story.deal(deal))).toBe('Buyer not named');
  const viewing = { workspace: story.workspace, viewer: MARCUS, now: story.now };
  const said = [
    story.did(nameOwner, { deal, owner: SAM }).said,
    story.did(nameBackup, { deal, backup: MARCUS }).said,
    showBaton(viewing, summaryOf(story.deal(deal))).sentence,
    lanesOf(story, deal).passes[0]?.sentence,
    story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal, NO_NAMES) }).said,
  ];
  expect(said).toEqual([
    'Sam Okafor has the unnamed buyer now.',
    'Marcus Lind is the backup for the unnamed buyer.',
    'Sam has the baton: first action to the unnamed buyer',
    expect.stringContaining('introduced the unnamed buyer at'),
    'The unnamed buyer is taken.',
  ]);
});

test('what is missing when an intro is taken stands on the record as missing', () => {
  const { story, deal } = unnamed();
  story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal, NO_NAMES) });
  expect(story.last(deal, 'intro.taken')).toMatchObject({ buyer: null });
  expect(buyerName(story.deal(deal))).toBe('Buyer not named');
});

test('a step that nobody has says so once in the lanes', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  story.did(nameOwner, { deal, owner: null });
  const texts = drawDeal(lanesOf(story, deal), 1100).labels.map((label) => label.text);
  expect(texts.filter((text) => text.includes('nobody'))).toEqual(['First action: nobody']);
});
