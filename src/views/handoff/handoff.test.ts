import { expect, test } from 'vitest';
import { nameBackup, nameOwner } from '#actions/handoff/own.js';
import { offerRole } from '#actions/handoff/role.js';
import { takeIntro } from '#actions/intro/take.js';
import type { Id } from '#domain/id.js';
import { handoffPage } from '#views/handoff/handoff.js';
import { introduced, northbeam, routed, SAM, wordsIn } from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';
import type { Story } from '../../../test/world/story.js';

function page(story: Story, deal: Id<'deal'>) {
  const state = story.deal(deal);
  const arrival = state.notebook.opened?.arrival ?? 'arrival_none';
  const viewing = { workspace: story.workspace, viewer: MARCUS, now: story.now };
  return handoffPage(viewing, state, story.arrival(arrival), { text: '', quotedHistory: '', signature: '' });
}

test('why somebody is the owner stays said once the intro is taken, whoever took it', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  expect(page(story, deal).ownerWhy).toBe('by the rule for Kestrel');
  story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
  expect(page(story, deal)).toMatchObject({
    owner: { name: 'Marcus Lind' },
    ownerWhy: 'by the rule for Kestrel',
  });
  story.did(nameOwner, { deal, owner: SAM }, MARCUS);
  expect(page(story, deal)).toMatchObject({ owner: { name: 'Sam Okafor' }, ownerWhy: 'named by Marcus' });
  story.did(nameOwner, { deal, owner: null }, MARCUS);
  expect(page(story, deal)).toMatchObject({ owner: null, ownerWhy: 'nobody was named' });
});

test('whoever takes an intro that nobody owned is its owner because they took it', () => {
  const story = northbeam();
  const deal = introduced(story);
  story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
  expect(page(story, deal)).toMatchObject({ owner: { name: 'Dana Whitfield' }, ownerWhy: 'took it' });
});

test('when the backup takes over is said with the backup, and nothing where there is none', () => {
  const story = northbeam();
  const deal = introduced(story);
  expect(page(story, deal)).toMatchObject({ backup: null, backupWords: null });
  story.did(nameBackup, { deal, backup: SAM });
  expect(page(story, deal).backupWords).toBe('takes over when somebody hands it over, not by itself');
});

test('a person of the partner without a role has none, so that none is marked as held', () => {
  const story = northbeam();
  const deal = introduced(story);
  expect(page(story, deal).roles).toMatchObject([{ role: null, words: 'no role yet' }]);
  const { name, email } = page(story, deal).roles[0]?.person ?? { name: '', email: '' };
  story.did(offerRole, { deal, name, email, role: 'introducer' });
  expect(page(story, deal).roles).toMatchObject([{ role: 'introducer' }]);
});
