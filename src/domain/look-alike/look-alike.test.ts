import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookAlike } from '#domain/look-alike/look-alike.js';
import { confusablesOf } from '#domain/look-alike/skeleton.js';

const REAL = 'cobaltridge.example';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

const label = fc.stringMatching(/^[a-z][a-z0-9]{2,14}$/);
const domain = fc
  .tuple(fc.array(label, { minLength: 1, maxLength: 2 }), fc.constantFrom('example', 'com', 'co.uk', 'de'))
  .map(([names, ending]) => [...names, ending].join('.'));
const letter = fc.constantFrom(...LETTERS);

/** A domain and the same with one letter put in, left out, put for another, or two swapped; dots stay. */
const edited = domain.chain((real) => {
  const places = [...real].flatMap((each, place) => (each === '.' ? [] : [place]));
  return fc.tuple(fc.constant(real), fc.constantFrom(...places), letter, fc.integer({ min: 0, max: 3 }));
});

function edit([real, place, put, how]: [string, number, string, number]): string {
  const [before, at, after] = [real.slice(0, place), real[place] ?? '', real.slice(place + 1)];
  if (how === 0) return before + put + at + after;
  if (how === 1) return before + after;
  if (how === 2) return before + put + after;
  return /^[a-z0-9]/.test(after) ? before + after[0] + at + after.slice(1) : before + put + after;
}

/** Whether it is a domain yet: no label is empty, and it is not the same. */
function isOther(real: string, made: string): boolean {
  return made !== real && made.split('.').every((each) => each !== '') && !made.endsWith(`.${real}`);
}

test('a domain and what stands below it are never said to look like it', () => {
  fc.assert(
    fc.property(domain, fc.array(label, { maxLength: 2 }), (real, below) => {
      expect(lookAlike([...below, real].join('.'), [real])).toBeNull();
      expect(lookAlike(`${real.toUpperCase()}.`, [real])).toBeNull();
    }),
  );
});

test('one letter more, less or another, and two swapped, are always pointed out', () => {
  fc.assert(
    fc.property(edited, (drawn) => {
      const made = edit(drawn);
      fc.pre(isOther(drawn[0], made));
      expect(lookAlike(made, [drawn[0]])?.words, made).toContain(`looks like ${drawn[0]} and is not.`);
    }),
    { numRuns: 500 },
  );
});

test('also below a name of its own, as in mail.cobaltrldge.example', () => {
  fc.assert(
    fc.property(edited, label, (drawn, below) => {
      const made = edit(drawn);
      fc.pre(isOther(drawn[0], made));
      expect(lookAlike(`${below}.${made}`, [drawn[0]]), made).not.toBeNull();
    }),
  );
});

test('letters of another script that look the same are pointed out, as they look and as they are written', () => {
  fc.assert(
    fc.property(domain, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (real, draws) => {
      const name = [...(real.split('.')[0] ?? '')];
      for (const draw of draws) {
        const others = confusablesOf(name[draw % name.length] ?? '').filter((each) => /\p{L}/u.test(each));
        if (others.length > 0) name[draw % name.length] = others[draw % others.length] ?? '';
      }
      const made = [name.join(''), ...real.split('.').slice(1)].join('.');
      const written = domainToASCII(made);
      // Some of them are the same letter to a domain, and some cannot stand in one.
      fc.pre(written !== '' && written !== real);
      expect(lookAlike(written, [real]), made).not.toBeNull();
      expect(lookAlike(made, [real]), made).not.toBeNull();
    }),
  );
});

test('what is pointed out is the two domains, letter by letter, and the stretches that are off differ', () => {
  fc.assert(
    fc.property(edited, (drawn) => {
      const made = edit(drawn);
      const found = lookAlike(made, [drawn[0]]);
      fc.pre(found !== null && isOther(drawn[0], made));
      const said = (side: readonly { text: string; off: boolean }[], off?: boolean) =>
        side
          .filter((each) => off === undefined || each.off === off)
          .map(({ text }) => text)
          .join('');
      expect(said(found?.seen ?? [])).toBe(made);
      expect(said(found?.like ?? [])).toBe(drawn[0]);
      expect(said(found?.seen ?? [], false)).toBe(said(found?.like ?? [], false));
    }),
  );
});

describe('what is said', () => {
  test.each([
    ['cobaltrldge.example', 'The domain is one letter off.', 'cobaltr[l]dge.example'],
    ['cobaltr1dge.example', 'The domain is one letter off.', 'cobaltr[1]dge.example'],
    ['cobaltridges.example', 'The domain is one letter off.', 'cobaltridge[s].example'],
    ['cobaltrigde.example', 'Two letters of the domain are swapped.', 'cobaltri[gd]e.example'],
    ['c0ba1tridge.example', 'The domain has letters that look the same.', 'c[0]ba[1]tridge.example'],
    ['cobalt-ridge.example', 'The domain has a hyphen more.', 'cobalt[-]ridge.example'],
    ['cobaltridge.com', 'The domain has another ending.', 'cobaltridge.[com]'],
    ['cobaltridge.co.uk', 'The domain has another ending.', 'cobaltridge.[co.uk]'],
    ['mail.cobaltrldge.example', 'The domain is one letter off.', 'mail.cobaltr[l]dge.example'],
  ])('of %s', (seen, how, drawn) => {
    const found = lookAlike(seen, [REAL]);
    expect(found?.how).toBe(how);
    expect(found?.seen.map(({ text, off }) => (off ? `[${text}]` : text)).join('')).toBe(drawn);
  });

  test('of letters that cannot be told apart, how they are written', () => {
    const written = domainToASCII('cоbaltridge.example');
    expect(lookAlike(written, [REAL])?.words).toBe(
      `The domain is one letter off. cоbaltridge.example looks like ${REAL} and is not. It is written ${written}.`,
    );
  });

  test('of a partner’s name in front of somebody else’s domain', () => {
    expect(lookAlike('cobaltridge.example.login.test', [REAL])).not.toBeNull();
  });
});

test.each(['harbormutual.example', 'northbeam.example', 'ridge.example', 'gmail.com', ''])(
  '%j looks like nobody’s',
  (other) => expect(lookAlike(other, [REAL, 'quillmarsh.example'])).toBeNull(),
);

test('a domain of one partner is not said to look like another’s', () => {
  expect(lookAlike('acne.example', ['acme.example', 'acne.example'])).toBeNull();
});
