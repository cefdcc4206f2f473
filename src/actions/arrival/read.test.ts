import { describe, expect, test } from 'vitest';
import { readArrival } from '#actions/arrival/read.js';
import { takeArrival } from '#actions/arrival/take.js';
import { nameOwner } from '#actions/handoff/own.js';
import { takeIntro } from '#actions/intro/take.js';
import { addDomain } from '#actions/settings/company.js';
import { notebookOf } from '#domain/subject.js';
import { boxOf } from '#views/arrival/state.js';
import { backupOf, ownerOf, peopleOf } from '#views/deal/state.js';
import {
  comes,
  introduced,
  KESTREL,
  northbeam,
  readingOf,
  routed,
  SAM,
  THEOS_INTRO,
  wordsIn,
} from '../../../test/world/handoff.js';
import { DANA, MARCUS } from '../../../test/world/room.js';
import { Story } from '../../../test/world/story.js';

const NEWS = { id: 'news@else.example', from: 'news@else.example', body: 'Ten tips for May.' };

describe('a mail that comes before set-up', () => {
  test('waits in Intake, since nobody’s side is known, and opens its deal once the own domain is', () => {
    const story = new Story();
    const arrival = comes(story, THEOS_INTRO);
    story.did(readArrival, readingOf(story, arrival, THEOS_INTRO), 'baton');
    expect(story.arrival(arrival)).toMatchObject({ deal: null, read: { verdict: 'intro' } });
    expect(boxOf(story.arrival(arrival))).toBe('needs-you');
    story.did(addDomain, { domain: 'northbeam.example' });
    story.did(readArrival, readingOf(story, arrival, THEOS_INTRO), 'baton');
    expect(story.arrival(arrival).deal).not.toBeNull();
  });
});

describe('a mail that was read as an intro', () => {
  test('opens a deal in the notebook alone, with owner, backup, role and clock by the rules', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(story.kinds(deal)).toEqual([]);
    expect(story.kinds(notebookOf(deal))).toEqual([
      'intro.opened',
      'findings.read',
      'owner.proposed',
      'backup.named',
      'role.proposed',
      'clock.started',
    ]);
    expect(ownerOf(story.deal(deal))).toBe(MARCUS);
    expect(backupOf(story.deal(deal))).toBe(SAM);
    expect(story.deal(deal).notebook.clock?.clock.startedAt).toBe('2026-03-05T21:30:00Z');
  });

  test('belongs to nobody where no rule says whose it is', () => {
    const story = northbeam();
    expect(ownerOf(story.deal(introduced(story)))).toBeNull();
  });

  test('claims its own Message-ID and those that it answers, so that one thread is one deal', () => {
    const story = routed(northbeam());
    const mail = { ...THEOS_INTRO, answers: ['a@halden.example', 'b@halden.example'] };
    const arrival = comes(story, mail);
    const done = story.did(readArrival, readingOf(story, arrival, mail), 'baton');
    expect(done.decision.threads?.map((each) => each.messageId)).toEqual([
      '<intro@kestrel.example>',
      '<b@halden.example>',
      '<a@halden.example>',
    ]);
  });

  test('read again to the same words leaves no entry', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
    expect(story.when(readArrival, readingOf(story, arrival, THEOS_INTRO), 'baton')).toMatchObject({
      refused: 'arrival.read-already',
    });
  });

  test('follows a rule that was changed since, until somebody names an owner by hand or takes it', () => {
    const story = routed(northbeam());
    const [free, named, taken] = [introduced(story), introduced(story), introduced(story)];
    story.did(nameOwner, { deal: named, owner: DANA });
    story.did(takeIntro, { deal: taken, by: DANA, words: wordsIn(story, taken) });
    story.given('workspace', [
      {
        kind: 'rule.set',
        content: { rule: 'rule_1', partner: KESTREL, owner: SAM, backup: MARCUS, role: null },
      },
    ]);
    for (const deal of [free, named, taken]) {
      const arrival = story.deal(deal).notebook.opened?.arrival ?? 'arrival_none';
      const asked = readingOf(story, arrival, THEOS_INTRO);
      story.did(readArrival, { ...asked, reading: { ...asked.reading, reader: 'plain 2' } }, 'baton');
    }
    expect([free, named, taken].map((deal) => ownerOf(story.deal(deal)))).toEqual([SAM, DANA, MARCUS]);
    expect(backupOf(story.deal(free))).toBe(MARCUS);
  });

  test('drops findings whose words do not stand in it, whoever read them', () => {
    const story = routed(northbeam());
    const arrival = comes(story, THEOS_INTRO);
    const asked = readingOf(story, arrival, THEOS_INTRO);
    const found = asked.reading.brief.whyNow;
    const made = found.map((each) => ({ ...each, quote: 'because they asked for us' }));
    const reading = { ...asked.reading, brief: { ...asked.reading.brief, whyNow: [...found, ...made] } };
    const done = story.did(readArrival, { ...asked, reading }, 'baton');
    const held = story.deal(done.deal ?? 'deal_none').notebook.reading?.brief.whyNow;
    expect(held?.map((each) => each.quote)).toEqual(['because their contract ends in May']);
  });
});

describe('a mail that is none', () => {
  test('waits in Intake with the reason, and a person’s word beats the reader’s', () => {
    const story = routed(northbeam());
    const arrival = comes(story, NEWS);
    const done = story.did(readArrival, readingOf(story, arrival, NEWS), 'baton');
    expect(done.deal).toBeNull();
    expect(boxOf(story.arrival(arrival))).toBe('not-taken');
    expect(story.arrival(arrival).read?.because).toBe('It names nobody to meet.');
    story.did(takeArrival, { arrival, deal: null });
    expect(boxOf(story.arrival(arrival))).toBe('needs-you');
    const again = story.did(readArrival, readingOf(story, arrival, NEWS), 'baton');
    expect(again.deal).not.toBeNull();
    expect(boxOf(story.arrival(arrival))).toBe('taken');
  });

  test('of a known thread joins its deal and is never a second intro', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const reply = { ...THEOS_INTRO, id: 'again@kestrel.example', answers: [THEOS_INTRO.id] };
    const arrival = comes(story, reply);
    story.did(readArrival, readingOf(story, arrival, reply, deal), 'baton');
    expect(story.arrival(arrival)).toMatchObject({ deal, joinedAs: 'reply', read: { verdict: 'reply' } });
    expect(story.kinds(notebookOf(deal)).filter((kind) => kind === 'intro.opened')).toHaveLength(1);
    expect(peopleOf(story.deal(deal)).filter((each) => each.email === 'theo@kestrel.example')).toHaveLength(
      1,
    );
  });

  test('is not read where nothing arrived', () => {
    const story = northbeam();
    const asked = { ...readingOf(story, comes(story, NEWS), NEWS), arrival: 'arrival_nowhere' as const };
    expect(story.when(readArrival, asked, 'baton')).toMatchObject({ refused: 'arrival.unknown' });
  });
});
