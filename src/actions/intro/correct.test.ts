import { describe, expect, test } from 'vitest';
import { readArrival } from '#actions/arrival/read.js';
import { correctAnswer, correctSide } from '#actions/intro/correct.js';
import { undo } from '#actions/undo.js';
import type { Id } from '#domain/id.js';
import { notebookOf } from '#domain/subject.js';
import { briefOf } from '#views/deal/brief.js';
import { peopleOf } from '#views/deal/state.js';
import { introduced, northbeam, readingOf, routed, THEOS_INTRO } from '../../../test/world/handoff.js';
import type { Story } from '../../../test/world/story.js';

const TEXT = THEOS_INTRO.body;

function quote(story: Story, deal: Id<'deal'>, words: string, moved = 0) {
  const reading = story.deal(deal).notebook.reading;
  const start = TEXT.indexOf(words) + moved;
  const arrival = reading?.arrival ?? 'arrival_none';
  const evidence = { arrival, part: reading?.part ?? '', start, end: start + words.length, quote: words };
  return { evidence, text: TEXT };
}

function answered(story: Story, deal: Id<'deal'>, question: string) {
  return briefOf(story.deal(deal).notebook).find((each) => each.question === question);
}

describe('correcting an answer of the brief', () => {
  test('puts a person’s words in the place of the reader’s', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(answered(story, deal, 'whyNow')?.quotes[0]?.quote).toBe('because their contract ends in May');
    const answer = quote(story, deal, 'ends in May');
    story.did(correctAnswer, { deal, question: 'whyNow', about: null, answer });
    expect(answered(story, deal, 'whyNow')?.quotes.map((each) => each.quote)).toEqual(['ends in May']);
  });

  test('can say that it is not in the mail, and then it is drawn as missing', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(correctAnswer, { deal, question: 'whyNow', about: null, answer: null });
    expect(answered(story, deal, 'whyNow')).toMatchObject({ quotes: [] });
    expect(answered(story, deal, 'whyNow')?.missing).not.toEqual([]);
  });

  test('of one kind of stake leaves the others', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const answer = quote(story, deal, 'Halden');
    story.did(correctAnswer, { deal, question: 'stakes', about: 'scope', answer });
    expect(answered(story, deal, 'stakes')?.quotes.map((each) => [each.about, each.quote])).toEqual([
      ['money', '40000 EUR'],
      ['scope', 'Halden'],
    ]);
  });

  test('wins over every later reading', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(correctAnswer, {
      deal,
      question: 'whyNow',
      about: null,
      answer: quote(story, deal, 'ends in May'),
    });
    const arrival = story.deal(deal).notebook.reading?.arrival ?? 'arrival_none';
    const asked = readingOf(story, arrival, THEOS_INTRO);
    const later = { ...asked, reading: { ...asked.reading, reader: 'plain 2' } };
    story.did(readArrival, later, 'baton');
    expect(story.deal(deal).notebook.reading?.reader).toBe('plain 2');
    expect(answered(story, deal, 'whyNow')?.quotes.map((each) => each.quote)).toEqual(['ends in May']);
  });

  test.each([
    ['one letter further on', (story: Story, deal: Id<'deal'>) => quote(story, deal, 'ends in May', 1)],
    [
      'in other words',
      (story: Story, deal: Id<'deal'>) => {
        const answer = quote(story, deal, 'ends in May');
        return { ...answer, evidence: { ...answer.evidence, quote: 'ends in Mai' } };
      },
    ],
    [
      'beyond the end',
      (story: Story, deal: Id<'deal'>) => {
        const answer = quote(story, deal, 'ends in May');
        return { ...answer, evidence: { ...answer.evidence, start: 900, end: 911 } };
      },
    ],
    [
      'as nothing at all',
      (story: Story, deal: Id<'deal'>) => {
        const answer = quote(story, deal, 'ends in May');
        return { ...answer, evidence: { ...answer.evidence, end: answer.evidence.start, quote: '' } };
      },
    ],
  ])('is refused for words that stand %s', (_, bent) => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const asked = { deal, question: 'whyNow' as const, about: null, answer: bent(story, deal) };
    expect(story.when(correctAnswer, asked)).toMatchObject({ refused: 'evidence.does-not-stand' });
    expect(story.kinds(notebookOf(deal))).not.toContain('answer.corrected');
  });
});

describe('putting a person on a side', () => {
  test('beats the reader at once, and has the mail read again', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const side = () => peopleOf(story.deal(deal)).find((each) => each.name === 'Joanna')?.side;
    expect(side()).toBe('buyer');
    const done = story.did(correctSide, { deal, email: null, name: 'Joanna', side: 'partner' });
    expect(side()).toBe('partner');
    const arrival = story.deal(deal).notebook.opened?.arrival;
    expect(done.decision.errands).toEqual([{ kind: 'read', subject: arrival }]);
  });

  test('taken back has the mail read once more, so that nothing hangs on the side that went', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    const side = () => peopleOf(story.deal(deal)).find((each) => each.name === 'Joanna')?.side;
    const done = story.did(correctSide, { deal, email: null, name: 'Joanna', side: 'partner' });
    story.did(readArrival, readingOf(story, arrival, THEOS_INTRO), 'baton');
    const undone = story.did(undo, { done });
    expect(undone.decision.errands).toEqual([{ kind: 'read', subject: arrival }]);
    story.did(readArrival, readingOf(story, arrival, THEOS_INTRO), 'baton');
    expect(side()).toBe('buyer');
  });

  test('is refused for nobody in particular, and where there is no such deal', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const nobody = { email: null, name: null, side: 'buyer' as const };
    expect(story.when(correctSide, { deal, ...nobody })).toMatchObject({ refused: 'person.unnamed' });
    const nowhere = { deal: 'deal_nowhere' as const, email: null, name: 'Joanna', side: 'buyer' as const };
    expect(story.when(correctSide, nowhere)).toMatchObject({ refused: 'deal.unknown' });
    const asked = { deal: nowhere.deal, question: 'buyer' as const, about: null, answer: null };
    expect(story.when(correctAnswer, asked)).toMatchObject({ refused: 'deal.unknown' });
  });
});
