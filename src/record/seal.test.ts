import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mintId } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { EntryHead } from '#record/entry.js';
import { EVERY_KIND } from '#record/kinds/every.js';
import { canonicalText, digestOf, headerText, NO_SEAL, sealOf } from '#record/seal.js';

const deal = mintId('deal');
const subject = fc.oneof(
  fc.constantFrom<Subject>('workspace', 'programme', mintId('arrival'), deal, notebookOf(deal)),
  fc.string({ unit: 'grapheme' }).map((text) => `deal_${text}` as Subject),
);
const instant = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const actor = fc.oneof(
  fc.constantFrom<EntryHead['actor']>('baton', mintId('person'), mintId('key')),
  fc.string({ unit: 'grapheme' }).map((text) => `person_${text}` as const),
);

const head: fc.Arbitrary<EntryHead> = fc.record({
  workspace: fc.uuid(),
  subject,
  number: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  kind: fc.oneof(fc.constantFrom(...EVERY_KIND.map((each) => each.kind)), fc.string({ unit: 'grapheme' })),
  recordedAt: instant,
  occurredAt: instant,
  actor,
});

describe('the seal of an entry', () => {
  test('stands on the canonical JSON of its header, whatever the header holds', () => {
    fc.assert(
      fc.property(head, (each) => {
        expect(headerText(each)).toBe(canonicalText(each));
      }),
      { numRuns: 1_000 },
    );
  });

  test('differs for any two headers that differ', () => {
    fc.assert(
      fc.property(head, head, (one, other) => {
        const digest = digestOf(new Uint8Array(16), '{}');
        const isSame = canonicalText(one) === canonicalText(other);
        const seals = [one, other].map((each) => Buffer.from(sealOf(NO_SEAL, digest, each)).toString('hex'));
        expect(seals[0] === seals[1]).toBe(isSame);
      }),
    );
  });

  test('can be computed by anybody who reads the format', () => {
    const one: EntryHead = {
      workspace: '11111111-2222-4333-8444-555555555555',
      subject: 'workspace',
      number: 1,
      kind: 'company.named',
      recordedAt: '2026-03-05T21:44:00.000Z',
      occurredAt: '2026-03-05T21:44:00.000Z',
      actor: 'baton',
    };
    const salt = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
    const digest = digestOf(salt, '{"company":"Northbeam"}');
    // Both figures were computed with sha256sum over the bytes that entry.ts describes.
    expect(Buffer.from(digest).toString('hex')).toBe(DIGEST);
    expect(Buffer.from(sealOf(NO_SEAL, digest, one)).toString('hex')).toBe(SEAL);
  });
});

const DIGEST = 'dcf60436eb8d25d5b125549b7fb31faa823e5a1d725f20d4ed511839b2965ded';
const SEAL = '5de1c14f9098bac87f42833ed07f98a855cdf20eddf19f8b3f1cb7b1a0529790';
