import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, stands } from '#domain/evidence.js';
import type { MailReading } from '#domain/intro.js';
import { gate } from '#reading/mail/gate.js';
import { MADE_UP_CONTEXT, madeUpMail } from '#reading/mail/made-up-mail.js';
import { readMail } from '#reading/mail/read-mail.js';

const INTRO =
  'Dana, please meet Joanna Pruitt, who runs Claims at Harbor Mutual. Their portal fell over for eleven hours in August and the renewal is on July 1. We rebuilt their gateway in 2021. Could you send her two times by Tuesday?\n\nTheo';

function spansOf(reading: MailReading): readonly Span[] {
  const { brief } = reading;
  return [
    ...brief.buyer,
    ...brief.whyNow,
    ...brief.credibility,
    ...brief.problem,
    ...brief.expectsNext,
    ...brief.stakes,
    ...reading.asks,
    ...reading.promises,
    ...reading.reasons.flatMap(({ findings }) => findings),
  ];
}

const WORDS = fc.constantFrom(
  'meet',
  'Joanna',
  'Dana,',
  'could you',
  'call her',
  'by Tuesday',
  '$200K',
  'İstanbul',
  '\u2028',
  '\ud83d\ude00',
  '> ',
  '\n',
  '\n\n',
  '.',
  '?',
  'a@b.example',
  'From: x@y.example',
  'On 2 Mar 2026 x@y wrote:',
  '(',
  '[',
  '\\',
  '*',
  '+',
  "O'Brien-Smith",
  '\u0000',
  '\ud800',
  '=>',
  'we have worked',
  'since 2017',
  '１２',
  '-- ',
);

describe('a reading', () => {
  it('quotes only what stands exactly at its place, whatever the mail', () => {
    fc.assert(
      fc.property(
        fc.array(WORDS, { maxLength: 80 }),
        fc.string({ maxLength: 20, unit: 'binary' }),
        (words, name) => {
          const mail = madeUpMail(words.join(' '), {
            from: { name, address: 'theo@cobalt.example' },
            subject: words.slice(0, 5).join(' '),
          });
          const reading = readMail(mail, MADE_UP_CONTEXT);
          expect(spansOf(reading).every((span) => stands(span, reading.words.text))).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('drops a finding that was tampered with, at the one gate that all pass', () => {
    const reading = readMail(madeUpMail(INTRO), MADE_UP_CONTEXT);
    const [ask] = reading.asks;
    expect(ask).toBeDefined();
    const forged = gate({
      ...reading,
      asks: [
        { ...ask!, quote: 'Could you send her the contract?' },
        { ...ask!, start: ask!.start + 1 },
        ask!,
      ],
    });
    expect(forged.asks).toEqual([ask]);
  });

  it('says who is who, what is asked and by when', () => {
    const reading = readMail(madeUpMail(INTRO), MADE_UP_CONTEXT);
    expect(reading.isIntro).toBe(true);
    expect(reading.people.map(({ name, side, company, role }) => [name, side, company, role])).toEqual([
      ['Theo Lind', 'partner', 'Cobalt', null],
      ['Dana White', 'host', 'Larkspur', null],
      ['Joanna Pruitt', 'buyer', 'Harbor Mutual', 'Claims'],
    ]);
    expect(reading.asks[0]).toMatchObject({ of: 'host', due: '2026-03-10', dueWords: 'by Tuesday' });
    expect(reading.brief.problem[0]?.quote).toContain('fell over');
    expect(reading.brief.credibility[0]?.quote).toContain('We rebuilt');
    expect(reading.missing.map(({ question }) => question)).toContain('expectsNext');
  });

  it("a person's correction of a side wins over what was read", () => {
    const sides = [{ email: 'joanna@harbor.example', name: null, side: 'partner' as const }];
    const reading = readMail(madeUpMail(INTRO), { ...MADE_UP_CONTEXT, sides });
    expect(reading.people.find(({ email }) => email === 'joanna@harbor.example')?.side).toBe('partner');
  });

  it('never takes a free mailbox for a company', () => {
    const reading = readMail(
      madeUpMail(INTRO, { from: { name: 'Theo Lind', address: 'theo.lind@gmail.com' } }),
      MADE_UP_CONTEXT,
    );
    expect(reading.partner).toEqual({ company: null, person: 'Theo Lind', email: 'theo.lind@gmail.com' });
  });

  it('leaves sides unknown where nobody told who the host is and the words do not', () => {
    const mail = madeUpMail('Fyi.', { subject: 'Status' });
    const reading = readMail(mail, { ...MADE_UP_CONTEXT, host: { company: null, domains: [], people: [] } });
    expect(reading.people.every(({ side }) => side === 'unknown')).toBe(true);
  });

  it('takes nothing from a signature, a disclaimer or the history below', () => {
    const reading = readMail(
      madeUpMail(
        `${INTRO}\n\n-- \nTheo Lind\nPlease send the contract to me by Friday.\n\nOn 2 Mar 2026 at 09:00, Kim <kim@x.example> wrote:\n> Could you call Bob by Monday?\n> It costs $9,000.`,
      ),
      MADE_UP_CONTEXT,
    );
    expect(reading.asks.map(({ quote }) => quote)).toEqual(['Could you send her two times by Tuesday?']);
    expect(reading.brief.stakes.some(({ about }) => about === 'money')).toBe(false);
  });

  it('takes time in proportion to the length of the mail, whatever is repeated in it', () => {
    const time = (text: string) => {
      const started = performance.now();
      readMail(madeUpMail(text), MADE_UP_CONTEXT);
      return performance.now() - started;
    };
    time(INTRO);
    for (const piece of [
      'a',
      'a ',
      '\n',
      '> ',
      'From: ',
      'Meet Ann ',
      'a@b.',
      '<',
      '1.',
      '_',
      'could you ',
      '(',
      'To: a\n',
      "'",
      'the 1 ',
    ]) {
      const short = Math.max(time(piece.repeat(5_000 / piece.length)), 15);
      const long = time(piece.repeat(40_000 / piece.length));
      // Eight times the words: twenty times the time leaves room for a busy machine and none for a square.
      expect(long, JSON.stringify(piece)).toBeLessThan(short * 20 + 600);
    }
  }, 60_000);
});
