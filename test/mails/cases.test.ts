import { afterAll, describe, expect, it } from 'vitest';
import { NOT_INTROS } from '#domain/intro.js';
import { closeMailDecoder } from '#sources/mail/decode.js';
import { mailCases, readCase } from './cases.js';

afterAll(closeMailDecoder);

const FOLDER = new URL('../../src/reading/mail/cases/', import.meta.url);

describe.each(['mails.txt', 'more-mails.txt', 'late-mails.txt'])('the kind of every mail in %s', (file) => {
  const cases = mailCases(new URL(file, FOLDER));

  it('is a kind that there is', () => {
    expect(cases.length).toBeGreaterThan(30);
    expect(
      cases.filter(({ kind }) => kind !== 'intro' && !(NOT_INTROS as readonly string[]).includes(kind)),
    ).toEqual([]);
  });

  it.each(cases)('$kind: $subject', async (mail) => {
    const reading = await readCase(mail);
    expect(reading.isIntro ? 'intro' : reading.whyNot).toBe(mail.kind);
    expect(reading.because).toMatch(/^[\p{Lu}].{10,160}\.$/u);
    if (!reading.isIntro) expect(reading.brief.problem.length + reading.brief.stakes.length).toBe(0);
  });
});
