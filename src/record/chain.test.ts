import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyHead, linked } from '#record/chain.js';
import { canonicalText, digestOf, NO_SEAL, sealOf } from '#record/seal.js';
import { DEAL, PLACE, randomChain, seededSalt } from '../../test/world/random-chain.js';

const NOW = '2026-03-05T21:44:00.000Z';

describe('entries at the end of a chain', () => {
  test('are numbered without a gap and each is sealed onto the one before', () => {
    fc.assert(
      fc.property(randomChain, ({ entries }) => {
        let seal = NO_SEAL;
        for (const [place, entry] of entries.entries()) {
          expect(entry.number).toBe(place + 1);
          const digest = digestOf(entry.salt as Uint8Array, entry.text as string);
          expect(entry.digest).toEqual(digest);
          seal = sealOf(seal, digest, headOf(entry));
          expect(entry.seal).toEqual(seal);
        }
      }),
    );
  });

  test('hold their content as canonical JSON', () => {
    fc.assert(
      fc.property(randomChain, ({ entries }) => {
        for (const { text } of entries) expect(text).toBe(canonicalText(JSON.parse(text as string)));
      }),
    );
  });

  test('are the same bytes for the same arguments, and other bytes under another salt', () => {
    const options = {
      workspace: PLACE,
      head: emptyHead('workspace'),
      happenings: [{ kind: 'company.named' as const, content: { company: 'Northbeam' } }],
      actor: 'baton' as const,
      now: NOW,
    };
    const [one] = linked({ ...options, salt: seededSalt });
    expect(linked({ ...options, salt: seededSalt })).toEqual([one]);
    const [other] = linked({ ...options, salt: () => new Uint8Array(16) });
    expect(other?.digest).not.toEqual(one?.digest);
  });

  test('of the notebook cannot be put on the record that the partner shares, nor the other way round', () => {
    const put = (subject: 'workspace' | typeof DEAL | `${typeof DEAL}.notebook`) =>
      linked({
        workspace: PLACE,
        head: emptyHead(subject),
        happenings: [{ kind: 'intro.declined', content: { why: 'They owe us money.' } }],
        actor: 'baton',
        now: NOW,
        salt: seededSalt,
      });
    expect(() => put(DEAL)).toThrow('intro.declined stands on the chain of');
    expect(() => put('workspace')).toThrow('intro.declined stands on the chain of');
    expect(put(`${DEAL}.notebook`)).toHaveLength(1);
  });

  test('do not take content that their kind does not describe', () => {
    const put = (content: unknown) => () =>
      linked({
        workspace: PLACE,
        head: emptyHead('workspace'),
        happenings: [{ kind: 'standard.set', content } as never],
        actor: 'baton',
        now: NOW,
        salt: seededSalt,
      });
    expect(put({ days: 'two' })).toThrow();
    expect(put({ days: Number.NaN })).toThrow();
    // What a kind does not name is left out rather than kept unread.
    expect(put({ days: 2, secret: 'x' })()[0]?.text).toBe('{"days":2}');
  });
});

function headOf(entry: Parameters<typeof sealOf>[2]) {
  const { workspace, subject, number, kind, recordedAt, occurredAt, actor } = entry;
  return { workspace, subject, number, kind, recordedAt, occurredAt, actor };
}
