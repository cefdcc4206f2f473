import { expect, test } from 'vitest';
import { correctAnswer } from '#actions/intro/correct.js';
import { notebookOf } from '#domain/subject.js';
import { briefOf } from '#views/deal/brief.js';
import { dealPage } from '#views/deal/page.js';
import { introduced, northbeam, routed } from '../../../test/world/handoff.js';
import { MARCUS } from '../../../test/world/room.js';

test('owner and backup stand among the people, though the mail does not name them', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  const known = story.known(['workspace', deal, notebookOf(deal)]);
  const viewing = { workspace: story.workspace, viewer: MARCUS, now: story.now };
  const chains = { record: known.chain(deal), notebook: known.chain(notebookOf(deal)) };
  const page = dealPage(viewing, story.deal(deal), chains, null);
  const host = page.people.find((each) => each.side === 'host')?.people ?? [];
  expect(host.map((each) => [each.name, each.role]).slice(0, 2)).toEqual([
    ['Marcus Lind', 'owner'],
    ['Sam Okafor', 'backup'],
  ]);
  const clock = page.entries.find((each) => each.sentence.startsWith('The clock'));
  expect(clock?.sentence).toContain('It is due Fri 6 Mar, 17:30 CET.');
});

test('an answer that a person gave is no longer drawn as missing', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  const before = briefOf(story.deal(deal).notebook).find((each) => each.question === 'problem');
  expect(before?.missing.length).toBeGreaterThan(0);
  const evidence = { arrival: 'arrival_note' as const, part: 'words', start: 0, end: 4, quote: 'Slow' };
  story.did(correctAnswer, { deal, question: 'problem', about: null, answer: { evidence, text: 'Slow' } });
  const after = briefOf(story.deal(deal).notebook).find((each) => each.question === 'problem');
  expect(after).toMatchObject({ missing: [], quotes: [{ quote: 'Slow' }] });
});
