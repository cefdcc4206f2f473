import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readArrival } from '#actions/arrival/read.js';
import { nameOwner } from '#actions/handoff/own.js';
import { offerRole } from '#actions/handoff/role.js';
import { declineIntro } from '#actions/intro/decline.js';
import { takeIntro } from '#actions/intro/take.js';
import { addDomain } from '#actions/settings/company.js';
import { undo } from '#actions/undo.js';
import type { Id } from '#domain/id.js';
import { notebookOf } from '#domain/subject.js';
import { lifeOf, ownerOf } from '#views/deal/state.js';
import {
  BERLIN,
  comes,
  held,
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

function take(story: Story, deal: Id<'deal'>, by = DANA, mail = THEOS_INTRO) {
  return story.when(takeIntro, { deal, by, words: wordsIn(story, deal, mail) }, by);
}

describe('taking an intro', () => {
  test('begins a record that says who took what from whom, and shares the words', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    expect(story.kinds(deal)).toEqual([]);
    expect(take(story, deal)).toMatchObject({ said: 'Halden is taken.', deal });
    expect(story.kinds(deal)).toEqual([
      'intro.taken',
      'part.shared',
      'owner.named',
      'role.offered',
      'step.opened',
    ]);
    expect(story.last(deal, 'intro.taken')).toMatchObject({
      host: 'Northbeam',
      partner: KESTREL,
      partnerName: 'Kestrel',
      buyer: 'Halden',
      introAt: '2026-03-05T21:30:00Z',
      motion: 'co-sell',
    });
    expect(lifeOf(story.deal(deal))).toBe('taken');
  });

  test('shares exactly the words of the intro, under their hash, and nothing else of the mail', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    take(story, deal);
    const { shared } = story.deal(deal).record;
    expect(shared).toHaveLength(1);
    expect(shared[0]?.text).toBe(THEOS_INTRO.body);
    expect(shared[0]?.sha256).toBe(createHash('sha256').update(THEOS_INTRO.body).digest('hex'));
    expect(shared[0]?.part).toBe(story.deal(deal).notebook.reading?.part);
  });

  test('leaves readings, backup and reasons in the notebook', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    take(story, deal);
    const record = JSON.stringify(story.deal(deal).record);
    expect(record).not.toContain(SAM);
    expect(record).not.toContain('confidence');
    expect(story.deal(deal).notebook.backup?.backup).toBe(SAM);
  });

  test('keeps the owner that the rules named, whoever takes it', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    take(story, deal, DANA);
    expect(story.last(deal, 'owner.named')).toEqual({
      owner: MARCUS,
      name: 'Marcus Lind',
      email: 'marcus@northbeam.example',
    });
  });

  test('makes whoever takes it the owner where nobody was, and measures the clock in their week', () => {
    const story = northbeam().given('workspace', [
      { kind: 'week.set', content: { person: DANA, week: held({ ...BERLIN, from: '11:30', to: '20:30' }) } },
    ]);
    const deal = introduced(story);
    expect(ownerOf(story.deal(deal))).toBeNull();
    expect(story.deal(deal).notebook.clock?.clock.dueAt).toBe('2026-03-06T16:30:00Z');
    take(story, deal, DANA);
    expect(ownerOf(story.deal(deal))).toBe(DANA);
    expect(story.deal(deal).notebook.clock).toMatchObject({
      because: 'owner',
      clock: { startedAt: '2026-03-05T21:30:00Z', dueAt: '2026-03-06T19:30:00Z' },
    });
    expect(story.last(deal, 'step.opened')?.due).toBe('2026-03-06T19:30:00Z');
  });

  test('makes whoever takes it the owner where the one who was named has left', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.given('workspace', [{ kind: 'colleague.changed', content: { person: MARCUS, active: false } }]);
    take(story, deal, DANA);
    expect(ownerOf(story.deal(deal))).toBe(DANA);
  });

  test('opens the first action, due when the clock is', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    take(story, deal);
    expect(story.last(deal, 'step.opened')).toMatchObject({
      what: 'send her two times',
      due: '2026-03-06T16:30:00Z',
      isFirstAction: true,
    });
  });

  test('offers the roles that waited, with the person as the mail names them', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(offerRole, { deal, email: 'theo@kestrel.example', name: null, role: 'technical-voice' });
    take(story, deal);
    expect(story.deal(deal).record.roles).toEqual([
      { name: 'Theo Brandt', email: 'theo@kestrel.example', role: 'technical-voice' },
    ]);
  });

  test('makes a company that is not known yet a partner, under the domain that it writes from', () => {
    const story = northbeam();
    const mail = { ...THEOS_INTRO, from: 'Ines Vidal <ines@meridian.example>' };
    const deal = introduced(story, mail);
    take(story, deal, DANA, mail);
    const added = story.workspace.partners.find((each) => each.name === 'Meridian');
    expect(added).toMatchObject({
      domains: ['meridian.example'],
      people: [{ name: 'Ines Vidal', email: 'ines@meridian.example' }],
    });
    expect(story.last(deal, 'intro.taken')?.partner).toBe(added?.id);
  });

  test('does not name to the partner who only wrote to us since', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    const reply = {
      id: 'reply@halden.example',
      from: 'Piet Vos <piet@halden.example>',
      answers: [THEOS_INTRO.id],
      body: 'Please do not tell Kestrel, but we look at others as well.',
    };
    const arrival = comes(story, reply);
    story.did(readArrival, readingOf(story, arrival, reply, deal), 'baton');
    take(story, deal);
    expect(story.deal(deal).notebook.replies).toHaveLength(1);
    expect(JSON.stringify(story.deal(deal).record)).not.toContain('piet@halden.example');
    expect(story.last(deal, 'intro.taken')?.people.map((each) => each.name)).toEqual([
      'Theo Brandt',
      'Dana Whitfield',
      'Joanna',
    ]);
  });

  test('can be taken back at once, and then it waits as before', () => {
    const story = northbeam();
    const mail = { ...THEOS_INTRO, from: 'Ines Vidal <ines@meridian.example>' };
    const deal = introduced(story, mail);
    const before = story.deal(deal);
    const done = story.did(takeIntro, { deal, by: DANA, words: wordsIn(story, deal, mail) });
    story.did(undo, { done });
    expect(story.deal(deal)).toEqual(before);
    expect(story.workspace.partners.map((each) => each.name)).toEqual(['Kestrel']);
    expect(take(story, deal, DANA, mail)).toMatchObject({ said: 'Halden is taken.' });
  });
});

describe('an intro is not taken', () => {
  test('twice', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    take(story, deal);
    expect(take(story, deal)).toMatchObject({ refused: 'intro.taken' });
  });

  test('once it was declined', () => {
    const story = routed(northbeam());
    const deal = introduced(story);
    story.did(declineIntro, { deal, why: 'No budget.' });
    expect(take(story, deal)).toMatchObject({ refused: 'intro.declined' });
  });

  test('by a company without a name, which the record needs', () => {
    const story = new Story();
    story.did(addDomain, { domain: 'northbeam.example' });
    const deal = introduced(story);
    expect(take(story, deal)).toMatchObject({ refused: 'workspace.unnamed' });
  });

  test('from a partner whom the mail does not name', () => {
    const story = northbeam();
    const deal = introduced(story);
    const opened = story.deal(deal).notebook.opened;
    const nobody = { partner: null, company: null, person: 'Somebody', email: null };
    if (opened !== null)
      story.given(notebookOf(deal), [{ kind: 'intro.opened', content: { ...opened, introducer: nobody } }]);
    expect(take(story, deal)).toMatchObject({ refused: 'partner.unknown' });
  });

  test('where there is no such deal', () => {
    const words = { arrival: 'arrival_1' as const, part: 'words', text: '' };
    const asked = { deal: 'deal_nowhere' as const, by: DANA, words };
    expect(northbeam().when(takeIntro, asked)).toMatchObject({ refused: 'deal.unknown' });
  });
});

test('a partner who wrote from a free-mail address gets no domain of it: anybody could be them', () => {
  const story = northbeam();
  const deal = introduced(story);
  const opened = story.deal(deal).notebook.opened;
  const introducer = { partner: null, company: 'Lone Advisers', person: 'Ann', email: 'ann@gmail.com' };
  if (opened !== null)
    story.given(notebookOf(deal), [{ kind: 'intro.opened', content: { ...opened, introducer } }]);
  expect(take(story, deal)).not.toHaveProperty('refused');
  expect(story.workspace.partners.at(-1)).toMatchObject({ name: 'Lone Advisers', domains: [] });
});

test('an owner who is named by hand before it is taken owns the record too', () => {
  const story = routed(northbeam());
  const deal = introduced(story);
  story.did(nameOwner, { deal, owner: SAM });
  take(story, deal, MARCUS);
  expect(story.last(deal, 'owner.named')?.name).toBe('Sam Okafor');
});
