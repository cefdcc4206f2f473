import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyHead, linked } from '#record/chain.js';
import type { Entry } from '#record/entry.js';
import type { Happening } from '#record/kinds/every.js';
import { emptyFold, foldOn } from '#views/folded.js';
import { Memory } from '#views/memory.js';
import { PLACE, randomChain, seededSalt } from '../../test/world/random-chain.js';

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc
    .constantFrom('one', 'two', 'three')
    .map((name): Happening => ({ kind: 'domain.added', content: { domain: `${name}.example` } })),
  fc
    .constantFrom('one', 'two', 'three')
    .map((name): Happening => ({ kind: 'domain.removed', content: { domain: `${name}.example` } })),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
    .map((numbers): Happening => ({ kind: 'workspace.undone', content: { numbers, operation: 'op' } })),
);

// Only what stands before it can be taken back.
function earlierOnly(happenings: readonly Happening[]): readonly Happening[] {
  return happenings.map((each, place) =>
    each.kind === 'workspace.undone'
      ? { ...each, content: { ...each.content, numbers: each.content.numbers.filter((one) => one <= place) } }
      : each,
  );
}

function written(happenings: readonly Happening[]): readonly Entry[] {
  return linked({
    workspace: PLACE,
    head: emptyHead('workspace'),
    happenings,
    actor: 'baton',
    now: '2026-03-05T21:44:00.000Z',
    salt: seededSalt,
  });
}

describe('a folded chain', () => {
  test('is the same in one go as in any pieces, with what was taken back among them', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 14 }),
        fc.nat(),
        fc.nat(),
        (list, one, two) => {
          const entries = written(earlierOnly(list));
          const [first, second] = [one % (entries.length + 1), two % (entries.length + 1)].sort(
            (a, b) => a - b,
          );
          const pieces = [entries.slice(0, first), entries.slice(first, second), entries.slice(second)];
          const whole = foldOn('workspace', emptyFold('workspace'), entries);
          const built = pieces.reduce((so, piece) => foldOn('workspace', so, piece), emptyFold('workspace'));
          expect(built).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('goes on over an entry whose content was erased', () => {
    fc.assert(
      fc.property(randomChain, fc.nat(11), ({ subject, entries }, place) => {
        const erased = entries.map((each, at) => (at === place ? { ...each, text: null, salt: null } : each));
        const folded = foldOn(subject, emptyFold(subject), erased);
        expect(folded.head.number).toBe(entries.length);
        expect(folded.head.seal).toEqual(entries.at(-1)?.seal);
      }),
    );
  });
});

test('what is kept in memory never goes back', () => {
  const memory = new Memory();
  const entries = written([
    { kind: 'domain.added', content: { domain: 'one.example' } },
    { kind: 'domain.added', content: { domain: 'two.example' } },
  ]);
  const early = foldOn('workspace', emptyFold('workspace'), entries.slice(0, 1));
  const late = foldOn('workspace', early, entries.slice(1));
  memory.keep('workspace', late);
  memory.keep('workspace', early);
  expect(memory.peek('workspace')).toBe(late);
});
