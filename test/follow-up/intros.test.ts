import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { stands } from '#domain/evidence.js';
import type { MailReading } from '#domain/intro.js';
import { type Draft, type PlacedSentence, plainText } from '#outputs/follow-up/draft.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { draftFollowUp } from '#outputs/follow-up/follow-up.js';
import { checkColdLead } from '#reading/cold-lead/check.js';
import type { ColdFacts } from '#reading/cold-lead/cold-facts.js';
import { closeMailDecoder } from '#sources/mail/decode.js';
import { mailCases, readCase } from '../mails/cases.js';
import { readAll } from '../mails/gold.js';
import { factsOfReading } from './deal-of-reading.js';

type Drafted = {
  readonly name: string;
  readonly reading: MailReading;
  readonly facts: FollowUpFacts;
  readonly cold: ColdFacts;
  readonly draft: Draft;
  readonly text: string;
  readonly sentences: readonly PlacedSentence[];
};

let drafted: Drafted[] = [];
/** Shorter mails of the reader's own cases, in more languages, which the drafts were not written for. */
const further: Drafted[] = [];

beforeAll(async () => {
  drafted = (await readAll(true)).flatMap(({ name, reading }) => draftedFrom(name, reading));
  const files = ['mails', 'more-mails', 'late-mails'];
  const cases = files.flatMap((file) =>
    mailCases(new URL(`../../src/reading/mail/cases/${file}.txt`, import.meta.url)),
  );
  for (const each of cases) further.push(...draftedFrom(each.subject, await readCase(each)));
}, 120_000);

function draftedFrom(name: string, reading: MailReading): Drafted[] {
  if (!reading.isIntro) return [];
  const { facts, cold } = factsOfReading(reading);
  const draft = draftFollowUp(facts);
  return [{ name, reading, facts, cold, draft, ...plainText(draft) }];
}

afterAll(closeMailDecoder);

const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
const draftOf = (name: string) => drafted.find((each) => each.name === name) as Drafted;

describe('the follow-up to each of the development intros', () => {
  it('is made for every one', () => {
    expect(drafted.length).toBe(24);
    for (const { name, text, draft } of drafted) {
      expect(text.length, name).toBeGreaterThan(40);
      expect(draft.to.length, name).toBeGreaterThan(0);
    }
  });

  it('asks nothing that the mail answers, names nothing that stands in no source, and says what comes next', () => {
    const found = drafted.flatMap(({ name, text, cold }) =>
      checkColdLead(text, cold)
        .filter(({ kind }) => kind !== 'open-gap')
        .map(({ kind, words }) => `${name} ${kind}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it('rests on words that stand in the mail', () => {
    for (const { name, facts, sentences } of drafted)
      for (const { rests } of sentences)
        for (const each of rests) expect(stands(each, facts.mail.text), `${name}: ${each.quote}`).toBe(true);
  });

  it('puts nothing into quotation marks that the partner did not write, word for word', () => {
    let quoted = 0;
    for (const { name, facts, text } of drafted)
      for (const match of text.matchAll(/[“„«”]\s?([^“”„«»]+?)\s?[”“»]/gu)) {
        quoted += 1;
        expect(flat(facts.mail.text), name).toContain(flat(match[1] ?? ''));
      }
    expect(quoted).toBeGreaterThan(10);
  });

  it('has evidence behind every sentence with a number, a day or a quotation in it', () => {
    for (const { name, sentences } of drafted)
      for (const { text, rests } of sentences)
        if (/\d|[“„«]/.test(text)) expect(rests.length, `${name}: ${text}`).toBeGreaterThan(0);
  });

  it('says no sum of money and no rival’s name to the buyer', () => {
    for (const { name, text, reading } of drafted) {
      expect(text, name).not.toMatch(/[$€£]|\b(?:EUR|USD|GBP|CHF|euro|dollars)\b/);
      const names = ['Gantry', 'Polierplan', 'Planora', 'BayLogic', 'Bunkerwise', 'SitePen'];
      expect(
        names.filter((rival) => reading.words.text.includes(rival) && text.includes(rival)),
        name,
      ).toEqual([]);
    }
  });

  it('goes to addresses of the mail alone, and keeps the thread’s subject', () => {
    for (const { name, draft, reading } of drafted) {
      const known = reading.people.flatMap((each) => each.email?.toLowerCase() ?? []);
      for (const { address } of [...draft.to, ...draft.cc])
        expect(known, name).toContain(address.toLowerCase());
      expect(draft.subject, name).toMatch(/^Re: (?!Re:)\S/);
    }
  });

  it('is short enough to be read to the end', () => {
    for (const { name, text } of drafted) {
      const words = text.replace(/\[[^\]]*\]/g, '').match(/[\p{L}\p{N}]+(?:['’.,:-][\p{L}\p{N}]+)*/gu) ?? [];
      expect(words.length, name).toBeLessThanOrEqual(135);
    }
  });
});

test('the follow-up to other intros asks nothing known, invents nothing and quotes word for word', () => {
  expect(further.length).toBeGreaterThan(35);
  for (const { name, text, cold, facts, sentences } of further) {
    const found = checkColdLead(text, cold).filter(({ kind }) => kind !== 'open-gap');
    expect(
      found.map(({ kind, words }) => `${kind}: ${words}`),
      name,
    ).toEqual([]);
    for (const { rests } of sentences)
      for (const each of rests) expect(stands(each, facts.mail.text), `${name}: ${each.quote}`).toBe(true);
    for (const match of text.matchAll(/[“„«”]\s?([^“”„«»]+?)\s?[”“»]/gu))
      expect(flat(facts.mail.text), name).toContain(flat(match[1] ?? ''));
  }
});

describe('what the follow-up says', () => {
  it('tells the buyer in the partner’s words, and owns the step with its day', () => {
    expect(draftOf('22').text).toBe(
      [
        'Hi Amara,',
        'Thanks to Lucian I have the short version, so you need not tell it again: you have 2.3 million archive photographs and no reliable record of which freelancers licensed what. The mediation is on 30 June.',
        'You want to see fifty real images run through our rights check, not a sample set. I will send you the upload link by Thursday 14 May.',
        'Lucian will pick the fifty with you on Wednesday 13 May.',
        'Dom',
      ].join('\n\n'),
    );
  });

  it('leaves the times to the writer, in the words that the partner asked for them', () => {
    const { sentences, draft } = draftOf('01');
    const gap = sentences.find((each) => each.gap === 'times');
    expect(gap?.text).toBe(
      'Here are times for it: [two or three times for next week, ideally before Wednesday].',
    );
    expect(draft.to.map((each) => each.name)).toEqual(['Joanna Pruitt', 'Wes Tanaka']);
    expect(draft.missing).toContain(
      "Theo asks: “please don't ask them for it”. Read the draft with that in mind.",
    );
  });

  it('asks to add somebody who will want to join and has no address', () => {
    expect(draftOf('01').text).toContain('Please add Colm Brady, whose address I do not have.');
  });

  it('is German where the mail is, by title and last name', () => {
    const { text } = draftOf('04');
    expect(text).toMatch(/^Sehr geehrter Herr Oberhuber,\n\ndank Annegret Feld/);
    expect(text).toContain('Sie möchten zunächst eine Probebaustelle sehen und keine Präsentation');
    expect(text).toContain('[zwei oder drei Termine]');
  });

  it('answers the partner where no buyer can be written to, and says so', () => {
    const { draft, text } = draftOf('26');
    expect(draft.to.map((each) => each.address)).toEqual(['beat@corvinelabs.example']);
    expect(text).toContain('please do not contact her before Monday 15 June');
    expect(draft.missing[0]).toMatch(/no first action to the buyer/);
  });

  it('quotes nothing to a buyer who never got the mail', () => {
    for (const { facts, draft, sentences } of drafted) {
      const [first] = draft.to;
      if (facts.mail.readers.includes(first?.address.toLowerCase() ?? '')) continue;
      if (first?.address === facts.partner.email) continue;
      expect(sentences.filter(({ text }) => /[“„«]/.test(text))).toEqual([]);
    }
  });

  it('does not promise a day that is over', () => {
    const { facts } = draftOf('22');
    const { text } = plainText(draftFollowUp({ ...facts, today: '2026-05-18' }));
    expect(text).toContain('I will send you the upload link [by when].');
  });

  it('keeps a colleague’s note inside', () => {
    const { facts } = draftOf('22');
    const note = 'Amara told Dom by phone that the board decides on 3 June.';
    const quote = {
      arrival: 'arrival_note' as const,
      part: 'body',
      start: 0,
      end: note.length,
      quote: note,
      about: null,
      correction: null,
    };
    const brief = facts.brief.map((each) =>
      each.question === 'whyNow' ? { ...each, quotes: [quote] } : each,
    );
    const draft = draftFollowUp({ ...facts, brief });
    expect(plainText(draft).text).not.toContain('3 June');
    expect(draft.missing).toContain('Why now is left out: it stands in a note, and notes stay inside.');
  });

  it('keeps the carriers and the people with a role in copy, and the writer out', () => {
    const { facts } = draftOf('01');
    const carriers = [
      { name: 'Dana Whitlock', address: 'dana.whitlock@northbeam.example' },
      { name: 'Marcus Oyelaran', address: 'marcus.oyelaran@northbeam.example' },
    ];
    const roles = [
      { name: null, email: 'renata.alves@cobaltridge.example', role: 'technical-voice' as const },
    ];
    const { cc } = draftFollowUp({ ...facts, carriers, roles });
    expect(cc.map((each) => each.name)).toEqual(['Theo Lindqvist', 'Renata Alves', 'Marcus Oyelaran']);
  });
});
