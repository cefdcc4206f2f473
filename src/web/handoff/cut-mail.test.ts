import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutMail } from '#web/handoff/cut-mail.js';

const MAIL = `Dana, Joanna, as promised.

Joanna runs Platform Engineering at Harbor Mutual (property and casualty,
about 1,200 hosts). Wes Tanaka, copied, owns
Claims Systems.

Theo
Cobalt Ridge`;

const mark = (words: string, number: number) => {
  const start = MAIL.indexOf(words);
  return { start, end: start + words.length, number };
};

describe('a mail with its marks', () => {
  test('the number stands behind the words that the answer rests on', () => {
    const pieces = cutMail(MAIL, [mark('about 1,200 hosts', 6)]).flatMap((paragraph) => paragraph.pieces);
    expect(pieces.filter((piece) => piece.ends.includes(6)).map((piece) => piece.text)).toEqual([
      'about 1,200 hosts',
    ]);
  });

  test('a quote inside another keeps both numbers on the words that they share', () => {
    const pieces = cutMail(MAIL, [
      mark('Joanna runs Platform Engineering', 1),
      mark('Platform Engineering', 5),
    ]).flatMap((paragraph) => paragraph.pieces);
    expect(pieces.find((piece) => piece.text === 'Platform Engineering')).toMatchObject({
      numbers: [1, 5],
      ends: [1, 5],
    });
  });

  test('a line that the mail program wrapped flows on, a short one that its writer ended stays', () => {
    const [, second, third] = cutMail(MAIL, []);
    expect(
      second?.pieces.filter((piece) => piece.breaks).map((piece) => piece.text.trim().slice(-9)),
    ).toEqual(['ied, owns']);
    expect(third?.pieces.map((piece) => piece.text)).toEqual(['Theo\n', 'Cobalt Ridge']);
  });

  test('whatever the marks, every piece is what stands at its place and no word is lost', () => {
    const places = fc.record({
      start: fc.integer({ min: 0, max: MAIL.length - 1 }),
      length: fc.integer({ min: 1, max: 90 }),
      number: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(places, { maxLength: 8 }), (wished) => {
        const marks = wished.map(({ start, length, number }) => ({
          start,
          end: Math.min(MAIL.length, start + length),
          number,
        }));
        const paragraphs = cutMail(MAIL, marks);
        const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces);
        for (const piece of pieces)
          expect(MAIL.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
        const shown = paragraphs
          .map((paragraph) => paragraph.pieces.map((piece) => piece.text).join(''))
          .join('\n\n');
        expect(shown).toBe(MAIL);
      }),
    );
  });

  test('every mark that covers a word is numbered somewhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAIL.length - 2 }),
        fc.integer({ min: 1, max: 120 }),
        (start, length) => {
          const end = Math.min(MAIL.length, start + length);
          fc.pre(MAIL.slice(start, end).trim() !== '');
          const pieces = cutMail(MAIL, [{ start, end, number: 4 }]).flatMap((paragraph) => paragraph.pieces);
          expect(pieces.some((piece) => piece.ends.includes(4))).toBe(true);
        },
      ),
    );
  });
});
