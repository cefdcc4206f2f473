import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '#record/bundle/folder.js';
import type { Bundle } from '#record/bundle/shape.js';
import { canonicalText } from '#record/seal.js';
import { findings, named, wrongPlaces } from './both.js';
import { CHAIN_WAYS, ENTRY_WAYS } from './entry-ways.js';
import { bytesOf, DEAL, forHost, forPartner } from './harbor.js';
import { changed, keptAt, type Way } from './way.js';
import { EVIDENCE_WAYS, FOLDER_WAYS, KEPT_WAYS, WHOLE_WAYS, WRITING_WAYS } from './whole-ways.js';

const WAYS = [
  ...ENTRY_WAYS,
  ...CHAIN_WAYS,
  ...EVIDENCE_WAYS,
  ...WHOLE_WAYS,
  ...WRITING_WAYS,
  ...FOLDER_WAYS,
  ...KEPT_WAYS,
];

describe('a bundle that nobody changed', () => {
  test.each([
    ['of one entry', forPartner(1)],
    ['for the partner', forPartner()],
    ['for the host', forHost()],
    ['with words that the host erased', forPartner(7, [1, 2, 3])],
  ])('%s is well for both verifiers, as one file, as a folder and against kept checkpoints', (_, bundle) => {
    const bytes = bytesOf(bundle);
    const files = new Map([...filesOf(bundle)].map(([path, text]) => [path, Buffer.from(text, 'utf8')]));
    for (const kept of [null, [keptAt(1)]]) {
      expect(findings(bytes, files, kept)).toEqual([]);
      expect(wrongPlaces(bytes, files, kept)).toEqual([]);
    }
    expect(findings(bytes)).toEqual([]);
  });
});

test('a host’s bundle of a deal that nobody has taken is well, with a record of nothing', () => {
  const bytes = bytesOf(forHost(false));
  expect(findings(bytes)).toEqual([]);
  expect(wrongPlaces(bytes)).toEqual([]);
  expect(forHost(false).minutes).toContain('# A deal that nobody has taken yet');
});

test('erased words leave minutes that say so, and no text behind', () => {
  const { minutes, evidence } = forPartner(7, [1, 2, 3]);
  expect(evidence).toEqual([]);
  expect(minutes).toContain('What stood here was erased. Its seal still holds.');
  expect(minutes).not.toMatch(/Harbor|Whitlock|Gantry/);
});

describe('what was changed is found by both verifiers, and the entry is named:', () => {
  test(`there are many ways, each another`, () => {
    expect(new Set(WAYS.map((each) => each.way)).size).toBe(WAYS.length);
    expect(WAYS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(WAYS.map((each) => [each.way, each] as const))('%s', (_, way) => {
    const { bytes, files, kept } = changed(way);
    const found = findings(bytes, files, kept);
    expect(found[0]?.code, JSON.stringify(found)).toBe(way.code);
    for (const { because } of found) expect(because).toMatch(/^[A-Z].*\.$/);
    if (way.at !== undefined) expect(named(found)).toContain(placeOf(way));
    const second = wrongPlaces(bytes, files, kept);
    expect(second).not.toEqual([]);
    if (second !== null) expect(named(second)).toEqual(named(found));
  });

  test.each(KEPT_WAYS.map((each) => [each.way, each] as const))(
    'without a checkpoint from outside nothing is claimed: %s',
    (_, way) => {
      const { bytes } = changed(way);
      expect(findings(bytes)).toEqual([]);
      expect(wrongPlaces(bytes)).toEqual([]);
    },
  );
});

describe('one character', () => {
  test('at every place of a bundle.json is found by both, and named where it stands in an entry', () => {
    const bundle = forPartner(3);
    const text = Buffer.from(bytesOf(bundle)).toString('utf8');
    for (let at = 0; at < text.length; at += 1) exchange(bundle, text, at, text[at] === 'a' ? 'b' : 'a');
  });

  test('of any kind, anywhere in the host’s, is found by both, and named where it stands in an entry', () => {
    const bundle = forHost();
    const text = Buffer.from(bytesOf(bundle)).toString('utf8');
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: 'binary', minLength: 0, maxLength: 2 }),
        (at, letters) => {
          fc.pre(letters !== text[at]);
          exchange(bundle, text, at, letters);
        },
      ),
      { numRuns: 600 },
    );
  });

  test('in any file of the folder is found by both', () => {
    const bundle = forHost();
    const whole = [...filesOf(bundle)].map(([path, text]) => [path, Buffer.from(text, 'utf8')] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        ([path, bytes], at, bits) => {
          const bent = Buffer.from(bytes);
          bent[at % bent.length] = (bent[at % bent.length] ?? 0) ^ bits;
          const files = new Map([...whole, [path, bent]]);
          const json = files.get('bundle.json') ?? bent;
          expect(findings(json, files)).not.toEqual([]);
          expect(wrongPlaces(json, files)).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function exchange(bundle: Bundle, text: string, at: number, letters: string): void {
  const bytes = Buffer.from(`${text.slice(0, at)}${letters}${text.slice(at + 1)}`, 'utf8');
  const found = findings(bytes);
  const where = `${letters} at ${at}, in ${text.slice(at - 20, at + 20)}`;
  expect(found, where).not.toEqual([]);
  const second = wrongPlaces(bytes);
  expect(second, where).not.toEqual([]);
  if (second !== null) expect(named(second), where).toEqual(named(found));
  const entry = entryAt(bundle, text, at);
  if (entry !== null) expect(named(found), where).toEqual([entry]);
}

/** The entry that is written at a place of the file, as "chain number". */
function entryAt(bundle: Bundle, text: string, at: number): string | null {
  for (const { chain, entries } of bundle.chains) {
    for (const entry of entries) {
      const begin = text.indexOf(canonicalText(entry));
      if (at >= begin && at < begin + canonicalText(entry).length) return `${chain} ${entry.number}`;
    }
  }
  return null;
}

function placeOf({ at = '' }: Way): string {
  return at.replace('record', DEAL).replace('notebook', `${DEAL}.notebook`);
}
