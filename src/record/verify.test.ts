import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyHead, linked } from '#record/chain.js';
import type { Entry } from '#record/entry.js';
import type { Checkpoint } from '#record/note.js';
import { sentenceOf } from '#record/sentence.js';
import { verifyChain } from '#record/verify.js';
import { PLACE, randomChain } from '../../test/world/random-chain.js';

const NAMES = { person: () => 'Somebody', partner: () => 'a partner' };

describe('verifying a chain', () => {
  test('raises nothing for a thousand clean chains, whatever was erased and wherever checkpoints stand', () => {
    fc.assert(
      fc.property(
        randomChain,
        fc.array(fc.nat(11)),
        fc.array(fc.nat(11)),
        ({ subject, entries }, erased, signed) => {
          const kept = entries.map((entry, place) => (erased.includes(place) ? eraseContent(entry) : entry));
          const report = verifyChain(subject, kept, checkpointsAt(entries, signed));
          expect(report.broken).toEqual([]);
          expect(report.entries).toBe(entries.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('names the first entry of which one field was changed', () => {
    fc.assert(
      fc.property(
        randomChain,
        fc.nat(),
        fc.constantFrom(...CHANGES),
        ({ subject, entries }, where, change) => {
          const place = where % entries.length;
          const changed = entries.map((entry, at) => (at === place ? change(entry) : entry));
          expect(verifyChain(subject, changed, []).broken).toMatchObject([{ subject, number: place + 1 }]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('names the number at which an entry is missing', () => {
    fc.assert(
      fc.property(randomChain, fc.nat(), ({ subject, entries }, where) => {
        fc.pre(entries.length > 1);
        const place = where % (entries.length - 1);
        const cut = entries.filter((_, at) => at !== place);
        expect(verifyChain(subject, cut, []).broken).toMatchObject([
          { number: place + 1, code: 'entry.missing' },
        ]);
      }),
    );
  });

  test('finds a cut end against a checkpoint, and not without one', () => {
    fc.assert(
      fc.property(randomChain, ({ subject, entries }) => {
        const cut = entries.slice(0, -1);
        expect(verifyChain(subject, cut, []).broken).toEqual([]);
        const checkpoints = checkpointsAt(entries, [entries.length - 1]);
        expect(verifyChain(subject, cut, checkpoints).broken).toMatchObject([
          { number: entries.length, code: 'chain.cut' },
        ]);
      }),
    );
  });

  test('counts the entries that no checkpoint vouches for yet', () => {
    fc.assert(
      fc.property(randomChain, fc.nat(11), ({ subject, entries }, where) => {
        const place = where % entries.length;
        const report = verifyChain(subject, entries, checkpointsAt(entries, [place]));
        expect(report.unsigned).toBe(entries.length - place - 1);
      }),
    );
  });

  test('finds white space that was moved from the salt to the words, which leaves the digest as it was', () => {
    const [entry] = linked({
      workspace: PLACE,
      head: emptyHead('workspace'),
      happenings: [{ kind: 'company.named', content: { company: 'Northbeam' } }],
      actor: 'baton',
      now: '2026-03-05T21:44:00.000Z',
      salt: () => Buffer.from(`${'x'.repeat(15)}\n`),
    }) as [Entry];
    expect(verifyChain('workspace', [entry], []).broken).toEqual([]);
    const moved = { ...entry, salt: Buffer.from('x'.repeat(15)), text: `\n${entry.text}` };
    expect(verifyChain('workspace', [moved], []).broken).toMatchObject([
      { number: 1, code: 'entry.content-changed' },
    ]);
  });

  test('an erased entry says that it was erased', () => {
    fc.assert(
      fc.property(randomChain, ({ entries }) => {
        const entry = entries[0] as Entry;
        expect(sentenceOf(eraseContent(entry), NAMES)).toBe(
          'What stood here was erased. Its seal still holds.',
        );
        expect(sentenceOf(entry, NAMES)).not.toBe('');
      }),
    );
  });
});

function eraseContent(entry: Entry): Entry {
  return { ...entry, text: null, salt: null };
}

function checkpointsAt(entries: readonly Entry[], places: readonly number[]): readonly Checkpoint[] {
  return places.flatMap((place) => {
    const entry = entries[place];
    return entry === undefined ? [] : [{ origin: '', number: entry.number, seal: entry.seal }];
  });
}

function flipped(bytes: Uint8Array | null): Uint8Array {
  const other = Buffer.from(bytes ?? []);
  other[0] = (other[0] ?? 0) ^ 1;
  return other;
}

const CHANGES: readonly ((entry: Entry) => Entry)[] = [
  (entry) => ({ ...entry, text: `${entry.text} ` }),
  (entry) => ({ ...entry, text: null }),
  (entry) => ({ ...entry, salt: null }),
  (entry) => ({ ...entry, salt: flipped(entry.salt) }),
  (entry) => ({ ...entry, digest: flipped(entry.digest) }),
  (entry) => ({ ...entry, seal: flipped(entry.seal) }),
  (entry) => ({ ...entry, kind: `${entry.kind}.` }),
  (entry) => ({ ...entry, actor: 'person_nobody' }),
  (entry) => ({ ...entry, occurredAt: '2001-01-01T00:00:00.000Z' }),
  (entry) => ({ ...entry, recordedAt: new Date(Date.parse(entry.recordedAt) + 1).toISOString() }),
  (entry) => ({ ...entry, workspace: '99999999-2222-4333-8444-555555555555' }),
];
