import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stands } from '#domain/evidence.js';
import type { Finding } from '#domain/finding.js';
import { credibility, expectsNext, problem, stakes, type Told, whyNow } from '#reading/mail/brief/answers.js';
import { MADE_UP_CONTEXT, madeUpMail } from '#reading/mail/made-up-mail.js';
import { layOut, type Page } from '#reading/mail/page.js';
import { asksOf, promisesOf, type Speaker } from '#reading/mail/speech.js';
import { unfold } from '#reading/mail/unfold.js';

const SPEAKER: Speaker = {
  side: 'partner',
  names: new Map([
    ['Dana', 'host'],
    ['Theo', 'partner'],
    ['Joanna', 'buyer'],
  ]),
};

type Read = (page: Page) => { finding: Finding; note: string | null }[];

function answer(read: (page: Page, told: Told) => Finding[]): Read {
  return (page) => {
    const spoken = new Set(
      [...asksOf(page, SPEAKER), ...promisesOf(page, SPEAKER)].map(({ start }) => start),
    );
    return read(page, { spoken, buyers: ['joanna', 'harbor'] }).map((finding) => ({ finding, note: null }));
  };
}

/** Which reader each file of cases is for. */
const READERS: Record<string, Read> = {
  'asks.txt': (page) => asksOf(page, SPEAKER).map((finding) => ({ finding, note: finding.due })),
  'promises.txt': (page) => promisesOf(page, SPEAKER).map((finding) => ({ finding, note: finding.due })),
  'why-now.txt': answer(whyNow),
  'credibility.txt': answer(credibility),
  'problem.txt': answer(problem),
  'expects-next.txt': answer(expectsNext),
  'stakes.txt': (page) =>
    stakes(page, { spoken: new Set(), buyers: [] }).map((finding) => ({ finding, note: finding.about })),
};

const FOLDER = new URL('./cases/', import.meta.url);

describe.each(Object.entries(READERS))('every case in %s', (file, read) => {
  const cases = readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'));

  it('has cases that find something and cases that must not', () => {
    expect(cases.filter((line) => line.endsWith('=> nothing')).length).toBeGreaterThan(0);
    expect(cases.filter((line) => !line.endsWith('=> nothing')).length).toBeGreaterThan(3);
  });

  it.each(cases)('%s', (line) => {
    const [sentence, wanted] = line.split(' => ') as [string, string];
    const mail = madeUpMail(sentence);
    const page = layOut(mail, MADE_UP_CONTEXT, unfold(mail, MADE_UP_CONTEXT));
    const found = read(page);
    expect(found.every(({ finding }) => stands(finding, page.words.text))).toBe(true);
    const said = found.map(
      ({ finding, note }) =>
        `${finding.quote === sentence ? 'all' : finding.quote}${note ? ` {${note}}` : ''}`,
    );
    expect(said.length === 0 ? 'nothing' : said.join(' | ')).toBe(wanted);
  });
});

it('knows a reader for every file of one-line cases', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt') && !name.endsWith('mails.txt'));
  expect(files.sort()).toEqual(Object.keys(READERS).sort());
});
