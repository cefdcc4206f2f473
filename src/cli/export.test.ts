import { expect, test } from 'vitest';
import { dealNamed } from '#cli/export.js';
import { folderName } from '#record/bundle/folder.js';
import { forHost, forPartner } from '../../test/bundle/harbor.js';

const ROWS = [
  { deal: 'deal_1', name: 'Harbor Mutual', partner: 'Cobalt Ridge' },
  { deal: 'deal_2', name: 'Harbor Mutual Life', partner: 'Cobalt Ridge' },
  { deal: 'deal_3', name: 'Sandpiper Air', partner: 'Telvane' },
  { deal: 'deal_4', name: 'Sandpiper Air', partner: 'Tallow & Pike' },
] as const;

test('a deal is meant by its whole name first, whatever the letters’ size, and by a part of it otherwise', () => {
  expect(dealNamed(ROWS, ' harbor mutual ')).toBe('deal_1');
  expect(dealNamed(ROWS, 'Life')).toBe('deal_2');
});

test('a name that two deals have is asked back with both, and one that none has is refused', () => {
  expect(dealNamed(ROWS, 'sandpiper air')).toEqual({
    refused: 'deal.ambiguous',
    because:
      'Several deals are called that. Say which: deal_3 (Sandpiper Air, from Telvane); deal_4 (Sandpiper Air, from Tallow & Pike).',
  });
  for (const name of ['Gantry', '', ' '])
    expect(dealNamed(ROWS, name)).toMatchObject({ refused: 'deal.unknown' });
});

test('a folder is named after the buyer, and the host’s cannot be taken for the partner’s', () => {
  expect(folderName(forPartner())).toBe('harbor-mutual.bundle');
  expect(folderName(forHost())).toBe('harbor-mutual.host.bundle');
  expect(folderName(forPartner(7, [1]))).toBe('deal_00000000000000000000000042.bundle');
});
