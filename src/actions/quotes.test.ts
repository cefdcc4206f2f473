import { describe, expect, test } from 'vitest';
import type { Decision } from '#actions/decision.js';
import { takeIntro } from '#actions/intro/take.js';
import { subjectsOf } from '#actions/perform.js';
import { checkQuotes } from '#actions/quotes.js';
import type { Id } from '#domain/id.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import { introduced, northbeam, routed, THEOS_INTRO, wordsIn } from '../../test/world/handoff.js';
import { DANA } from '../../test/world/room.js';
import type { Story } from '../../test/world/story.js';

const QUOTE = 'their contract ends in May';
const START = THEOS_INTRO.body.indexOf(QUOTE);

// No kind that the partner sees quotes yet; the wall stands for those that will.
function saying(to: Subject, evidence: object): Decision {
  const happening = { kind: 'step.opened', content: { step: 'step_1', evidence: [{ deep: evidence }] } };
  return { appends: [{ to, happening: happening as unknown as Happening }], said: '' };
}

function taken() {
  const story = routed(northbeam());
  const deal = introduced(story);
  story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal) });
  const { arrival, part } = wordsIn(story, deal);
  return { story, deal, evidence: { arrival, part, start: START, end: START + QUOTE.length, quote: QUOTE } };
}

function check(story: Story, deal: Id<'deal'>, decision: Decision) {
  return () => checkQuotes(story.known(subjectsOf({ deals: [deal] })), decision);
}

describe('an entry that the partner will see', () => {
  test('may quote what was shared, exactly', () => {
    const { story, deal, evidence } = taken();
    expect(check(story, deal, saying(deal, evidence))).not.toThrow();
  });

  test.each([
    ['a part that was not shared', { part: 'words-other' }],
    ['a mail that was not shared', { arrival: 'arrival_other' }],
    ['a word more than stands there', { quote: `${QUOTE}!`, end: START + QUOTE.length + 1 }],
    ['words from another place', { start: START + 1, end: START + QUOTE.length + 1 }],
  ])('does not quote %s: that is our bug, and nothing is stored', (_, bent) => {
    const { story, deal, evidence } = taken();
    expect(check(story, deal, saying(deal, { ...evidence, ...bent }))).toThrow(
      'step.opened quotes only what was shared with the partner',
    );
  });

  test('quotes nothing before the intro is taken', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const { arrival, part } = wordsIn(story, deal);
    const evidence = { arrival, part, start: START, end: START + QUOTE.length, quote: QUOTE };
    expect(check(story, deal, saying(deal, evidence))).toThrow('quotes only what was shared');
    // What is shared in the same breath may be quoted in it.
    const shared = { kind: 'part.shared' as const, content: { ...wordsIn(story, deal), sha256: '' } };
    const decision = saying(deal, evidence);
    const both = { ...decision, appends: [{ to: deal, happening: shared }, ...decision.appends] };
    expect(check(story, deal, both)).not.toThrow();
  });

  test('is no matter of the notebook, which the host alone sees', () => {
    const { story, deal, evidence } = taken();
    const unshared = { ...evidence, part: 'words-other' };
    expect(check(story, deal, saying(notebookOf(deal), unshared))).not.toThrow();
  });
});
