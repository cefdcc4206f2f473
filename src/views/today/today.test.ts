import { expect, test } from 'vitest';
import { answerClock } from '#actions/clock/answer.js';
import { nameOwner } from '#actions/handoff/own.js';
import type { Id } from '#domain/id.js';
import { summaryOf } from '#views/deal/summary.js';
import { todayPage } from '#views/today/today.js';
import { introduced, northbeam, routed, SAM, THEOS_INTRO } from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';
import type { Story } from '../../../test/world/story.js';

const OLD = { ...THEOS_INTRO, date: 'Mon, 02 Feb 2026 10:00:00 +0100' };

function today(story: Story, deals: readonly Id<'deal'>[], viewer = MARCUS, intake = 0) {
  const viewing = { workspace: story.workspace, viewer, now: '2026-03-06T09:00:00.000Z' };
  return todayPage(viewing, 'mine', {
    deals: deals.map((deal) => summaryOf(story.deal(deal))),
    counts: { today: deals.length, intake, deals: deals.length, alarms: 0 },
    arrivals: deals.length + intake,
    address: 'intro@localhost',
    listening: '',
    outgoing: false,
  });
}

const names = (page: ReturnType<typeof today>) => page.groups.map((group) => group.name);

test('nothing has come: the page says how to begin', () => {
  expect(today(northbeam(), []).title).toBe('Forward one intro.');
});

test('what waits in Intake is the title while no deal is open', () => {
  expect(today(northbeam(), [], MARCUS, 2).title).toBe('Two arrivals wait for you in Intake.');
});

test('a baton is with its owner, and with others for everybody else', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  expect(names(today(story, [deal]))).toEqual(['With you']);
  expect(names(today(story, [deal], SAM))).toEqual(['With others']);
});

test('an intro that nobody owns is the title, with how long it has', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  story.did(nameOwner, { deal, owner: null });
  const page = today(story, [deal]);
  expect(page.title).toMatch(/^One intro has no owner, and it is due in \d+ h/);
  expect(names(page)).toEqual(['With nobody']);
});

test('already handled leaves the baton on the track, which is not the same as nobody owning it', () => {
  const story = routed(northbeam());
  const deal = introduced(story, OLD);
  expect(today(story, [deal]).title).toMatch(/is an older intro: start its clock/);
  story.did(answerClock, { deal, answer: 'already-handled' }, DANA);
  const page = today(story, [deal]);
  expect(page.title).toMatch(/has no next step: the baton is on the track\.$/);
  expect(names(page)).toEqual(['On the track']);
});

test('an old intro that only asks ranks after one whose time is running out', () => {
  const story = routed(northbeam());
  const old = introduced(story, { ...OLD, id: 'old@kestrel.example' });
  const running = introduced(story);
  expect(today(story, [old, running]).groups[0]?.rows.map((row) => row.deal)).toEqual([running, old]);
});

test('a deal without a step is the first line, before the intros that nobody owns', () => {
  const story = routed(northbeam());
  const handled = introduced(story, { ...OLD, id: 'old@kestrel.example' });
  story.did(answerClock, { deal: handled, answer: 'already-handled' }, DANA);
  const deal = introduced(story);
  story.did(nameOwner, { deal, owner: null });
  const page = today(story, [deal, handled]);
  expect(names(page)).toEqual(['On the track', 'With nobody']);
  expect(page.groups[0]?.rows.map((row) => row.deal)).toEqual([handled]);
  expect(page.title).toMatch(/has no next step: the baton is on the track\.$/);
});
