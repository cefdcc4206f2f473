import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openNote, publicKeyFrom, signCheckpoint, signerFrom, verifierKey } from '#record/note.js';

const seedOf = (text: string) => createHash('sha256').update(text).digest();
const SIGNER = signerFrom('baton.northbeam.example', seedOf('one'));
const seal = fc.uint8Array({ minLength: 32, maxLength: 32 });
const checkpoint = fc.record({
  origin: fc.stringMatching(/^baton\/[a-z0-9/._-]{1,60}$/),
  number: fc.integer({ min: 1, max: 999_999_999_999_999 }),
  seal: seal.map((bytes) => Buffer.from(bytes)),
});

describe('a checkpoint as a signed note', () => {
  test('opens to what was signed', () => {
    fc.assert(
      fc.property(checkpoint, (each) => {
        expect(openNote(signCheckpoint(SIGNER, each), SIGNER)).toEqual(each);
      }),
    );
  });

  test('is refused with any one of its bits changed', () => {
    const note = Buffer.from(
      signCheckpoint(SIGNER, { origin: 'baton/one/workspace', number: 12, seal: randomBytes(32) }),
      'utf8',
    );
    expect(openNote(note.toString('utf8'), SIGNER)).not.toBeNull();
    const opened: string[] = [];
    for (let bit = 0; bit < note.length * 8; bit += 1) {
      const other = Buffer.from(note);
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
      if (openNote(other.toString('utf8'), SIGNER) !== null) opened.push(other.toString('utf8'));
    }
    expect(opened).toEqual([]);
  });

  test('is refused when it was signed by another key, under another name, or holds more than one note', () => {
    const each = { origin: 'baton/one/workspace', number: 12, seal: randomBytes(32) };
    const note = signCheckpoint(SIGNER, each);
    expect(openNote(note, signerFrom(SIGNER.name, seedOf('two')))).toBeNull();
    expect(openNote(note, signerFrom('baton.other.example', seedOf('one')))).toBeNull();
    expect(openNote(`${note}${note}`, SIGNER)).toBeNull();
    expect(openNote(`${note}\n`, SIGNER)).toBeNull();
    expect(openNote('', SIGNER)).toBeNull();
    expect(openNote(note.replaceAll('\n', '\r\n'), SIGNER)).toBeNull();
  });
});

describe('the key that others keep', () => {
  test('reads back as the key that was written, for any seed and name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.stringMatching(/^[a-z0-9.-]{1,40}$/),
        (seed, name) => {
          const signer = signerFrom(name, seed);
          const read = publicKeyFrom(verifierKey(signer));
          expect(read?.name).toBe(name);
          const note = signCheckpoint(signer, { origin: 'baton/x', number: 1, seal: seedOf('seal') });
          expect(read === null ? null : openNote(note, read)?.number).toBe(1);
        },
      ),
    );
  });

  test('is refused with any one of its bits changed', () => {
    const key = Buffer.from(verifierKey(SIGNER), 'utf8');
    const read: string[] = [];
    for (let bit = 0; bit < key.length * 8; bit += 1) {
      const other = Buffer.from(key);
      other[bit >> 3] = (other[bit >> 3] as number) ^ (1 << (bit & 7));
      if (publicKeyFrom(other.toString('utf8')) !== null) read.push(other.toString('utf8'));
    }
    expect(read).toEqual([]);
  });
});
