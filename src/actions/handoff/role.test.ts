import { describe, expect, test } from 'vitest';
import { offerRole } from '#actions/handoff/role.js';
import { correctSide } from '#actions/intro/correct.js';
import { takeIntro } from '#actions/intro/take.js';
import { rolesOf } from '#views/deal/state.js';
import { introduced, northbeam, routed, wordsIn } from '../../../test/world/handoff.js';
import { DANA } from '../../../test/world/room.js';

const THEO = { email: 'theo@kestrel.example', name: null };

describe('a role for the partner', () => {
  test('waits in the notebook until the intro is taken, and nobody is told', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(offerRole, { deal, ...THEO, role: 'sponsor' });
    expect(story.kinds(deal)).toEqual([]);
    expect(rolesOf(story.deal(deal))).toEqual([
      { name: 'Theo Brandt', email: 'theo@kestrel.example', role: 'sponsor' },
    ]);
  });

  test('stands on the record once it is taken, one for each person', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
    story.did(offerRole, { deal, ...THEO, role: 'co-seller' });
    story.did(offerRole, { deal, ...THEO, role: 'introducer' });
    expect(story.deal(deal).record.roles).toEqual([
      { name: 'Theo Brandt', email: 'theo@kestrel.example', role: 'introducer' },
    ]);
  });

  test('is for the partner’s people: a buyer or a stranger gets none until somebody puts them there', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const joanna = { email: null, name: 'Joanna' };
    const refused = { refused: 'role.not-a-partner' };
    expect(story.when(offerRole, { deal, ...joanna, role: 'sponsor' })).toMatchObject(refused);
    const stranger = { email: 'x@else.example', name: null };
    expect(story.when(offerRole, { deal, ...stranger, role: 'sponsor' })).toMatchObject(refused);
    story.did(correctSide, { deal, ...joanna, side: 'partner' });
    expect(story.when(offerRole, { deal, ...joanna, role: 'sponsor' })).toMatchObject({
      said: 'Joanna: executive sponsor.',
    });
  });

  test('is refused where there is no such deal', () => {
    expect(northbeam().when(offerRole, { deal: 'deal_nowhere', ...THEO, role: 'introducer' })).toMatchObject({
      refused: 'deal.unknown',
    });
  });
});
