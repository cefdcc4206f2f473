import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { wrongPlaces } from './both.js';
import { bytesOf, forPartner } from './harbor.js';

const PAGE = readFileSync(new URL('../../docs/bundle.md', import.meta.url), 'utf8');
const EXAMPLE = PAGE.slice(PAGE.indexOf('## Worked example'));

/** The fenced blocks of the worked example, in order. */
const BLOCKS = [...EXAMPLE.matchAll(/```\w*\n([\s\S]*?)\n```/g)].map((match) => match[1] ?? '');
const [
  text = '',
  digested = '',
  header = '',
  seals = '',
  key,
  checkpoint = '',
  signature = '',
  hash,
  whole = '',
] = BLOCKS;

const lines = (block: string) => block.split('\n');
const bytes = (hex: string | undefined) => Buffer.from(hex ?? '', 'hex');
const sha256 = (...pieces: (string | Uint8Array)[]) =>
  pieces.reduce((sum, each) => sum.update(each), createHash('sha256')).digest();

describe('the worked example of docs/bundle.md', () => {
  test('is a bundle that both verifiers find well, and the one that the code makes', () => {
    expect(whole).toBe(Buffer.from(bytesOf(forPartner(3))).toString('utf8'));
    expect(wrongPlaces(Buffer.from(whole, 'utf8'))).toEqual([]);
    expect(sha256(whole).toString('hex')).toBe(hash);
    expect(EXAMPLE).toContain(`one line of ${Buffer.byteLength(whole).toLocaleString('en')} bytes`);
  });

  test('says the digest and the seal of entry 3 from their bytes', () => {
    const [salt, digest] = lines(digested);
    const [before, seal] = lines(seals);
    expect(sha256(bytes(salt), text).toString('hex')).toBe(digest);
    expect(sha256(bytes(before), bytes(digest), header).toString('hex')).toBe(seal);
    const [chain] = JSON.parse(whole).chains;
    expect(chain.entries[2]).toMatchObject({ text, salt, digest, seal });
    expect(chain.entries[1].seal).toBe(before);
    expect(lines(checkpoint)[2]).toBe(bytes(seal).toString('base64'));
    expect(chain.checkpoint).toBe(`${checkpoint}\n`);
  });

  test('says what the signature of the whole is over', () => {
    const { signature: signed, ...rest } = JSON.parse(whole);
    const [sum, ...note] = lines(signature);
    // The fields of a bundle that was read stand in canonical order already.
    expect(sha256(JSON.stringify(rest)).toString('hex')).toBe(sum);
    expect(note.join('\n')).toBe(signed.trimEnd());
    expect(note[2]).toBe(bytes(sum).toString('base64'));
    expect(rest.key).toBe(key);
  });
});

test('the second verifier knows nothing of Baton but what the page says', () => {
  const source = readFileSync(new URL('./second-verifier.mjs', import.meta.url), 'utf8');
  const imports = [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]);
  expect(imports).toEqual(['node:crypto', 'node:fs', 'node:path', 'node:url']);
  expect(source).not.toMatch(/import\((?!\.)|require\(|#record/);
});
