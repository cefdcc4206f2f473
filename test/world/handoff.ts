import { createHash } from 'node:crypto';
import { keepArrival } from '#actions/arrival/keep.js';
import { readArrival, type ToRead } from '#actions/arrival/read.js';
import type { Id } from '#domain/id.js';
import { STANDARD_WEEK, type WorkingWeek } from '#domain/week.js';
import { lookAt } from '#sources/mail/first-look.js';
import { contextOf } from '#views/workspace/context.js';
import { mailBytes, type Written } from './mail.js';
import { decodePlainly, readPlainly } from './reader.js';
import { DANA, MARCUS } from './room.js';
import { Story } from './story.js';

export const SAM: Id<'person'> = 'person_00000000000000000000000sam';
export const KESTREL: Id<'partner'> = 'partner_000000000000000000000kestre';

/** Berlin, without public holidays, so that a test can count on its fingers. */
export const BERLIN: WorkingWeek = {
  ...STANDARD_WEEK,
  closed: [],
  open: [],
  days: [1, 2, 3, 4, 5],
  zone: 'Europe/Berlin',
  holidays: null,
};

/** Thursday evening in Berlin: the clock starts on Friday morning and is due at its end. */
export const THEOS_INTRO: Written = {
  id: 'intro@kestrel.example',
  date: 'Thu, 05 Mar 2026 22:30:00 +0100',
  body: 'Dana, meet Joanna of Halden, because their contract ends in May. It is about 40000 EUR. Dana, could you send her two times?',
};

/** Northbeam with Dana the admin, Marcus and Sam, in Berlin; Kestrel is its partner. */
export function northbeam(): Story {
  return new Story().given('workspace', [
    colleague(DANA, 'Dana Whitfield', 'dana', 'admin'),
    colleague(MARCUS, 'Marcus Lind', 'marcus', 'member'),
    colleague(SAM, 'Sam Okafor', 'sam', 'member'),
    { kind: 'company.named', content: { company: 'Northbeam' } },
    { kind: 'domain.added', content: { domain: 'northbeam.example' } },
    { kind: 'week.set', content: { person: null, week: held(BERLIN) } },
    {
      kind: 'partner.added',
      content: { partner: KESTREL, name: 'Kestrel', domains: ['kestrel.example'], people: [] },
    },
  ]);
}

/** Marcus gets what Kestrel brings, and Sam stands behind him. */
export function routed(story: Story): Story {
  return story.given('workspace', [
    {
      kind: 'rule.set',
      content: { rule: 'rule_1', partner: KESTREL, owner: MARCUS, backup: SAM, role: 'co-seller' },
    },
  ]);
}

/** A mail comes and is kept. */
export function comes(story: Story, mail: Written): Id<'arrival'> {
  const bytes = mailBytes(mail);
  const look = lookAt(bytes);
  const { messageId, from, subject, date } = look.head;
  const fresh = story.mint('arrival');
  story.did(
    keepArrival,
    {
      bytes,
      contentHash: Buffer.from(look.contentHash, 'hex'),
      via: 'smtp',
      how: 'To intro@localhost, by mail',
      receivedAt: story.now,
      envelope: null,
      headers: look.headers,
      head: { messageId, from, subject, date: date === null ? null : new Date(date).toISOString() },
      known: null,
      twin: null,
      fresh,
    },
    'baton',
  );
  return fresh;
}

/** What the worker asks when a kept mail is read. */
export function readingOf(
  story: Story,
  arrival: Id<'arrival'>,
  mail: Written,
  threadDeal: Id<'deal'> | null = null,
): ToRead {
  const joined = story.arrival(arrival).deal ?? threadDeal;
  const sides = joined === null ? [] : story.deal(joined).notebook.sides;
  const reading = readPlainly(decodePlainly(mailBytes(mail)), contextOf(story.workspace, sides));
  const textHash = createHash('sha256').update(reading.words.text, 'utf8').digest('hex');
  return {
    arrival,
    reading,
    part: `words-${textHash.slice(0, 8)}`,
    textHash,
    key: new Uint8Array(32),
    decoded: null,
    threadDeal: joined,
    freshDeal: story.mint('deal'),
  };
}

/** A mail comes, is read as an intro, and opens a deal. */
export function introduced(story: Story, mail: Written = THEOS_INTRO): Id<'deal'> {
  const arrival = comes(story, mail);
  const done = story.did(readArrival, readingOf(story, arrival, mail), 'baton');
  if (done.deal === null) throw new Error('That mail opens no deal.');
  return done.deal;
}

/** The words of a deal's intro, as a door hands them to whoever takes it. */
export function wordsIn(story: Story, deal: Id<'deal'>, mail: Written = THEOS_INTRO) {
  const reading = story.deal(deal).notebook.reading;
  if (reading === null) throw new Error('The deal has not been read.');
  return { arrival: reading.arrival, part: reading.part, text: mail.body };
}

export function held(week: WorkingWeek) {
  return {
    ...week,
    days: [...week.days],
    closed: week.closed.map((each) => ({ ...each })),
    open: [...week.open],
  };
}

function colleague(person: Id<'person'>, name: string, mailbox: string, role: 'admin' | 'member') {
  const content = { person, name, email: `${mailbox}@northbeam.example`, role, title: null };
  return { kind: 'colleague.added' as const, content };
}
