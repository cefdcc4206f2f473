import { z } from 'zod';
import { kind } from '#record/kind.js';
import {
  ArrivalId,
  Instant,
  MailboxHeld,
  Motion,
  NotIntro,
  PartnerId,
  PersonHeld,
} from '#record/kinds/shapes.js';

const Introducer = z.object({
  /** Null while the company that wrote is not one of our partners. */
  partner: PartnerId.nullable(),
  company: z.string().nullable(),
  person: z.string().nullable(),
  email: z.string().nullable(),
});

/** A deal begins, host only, when a mail was read as an intro. Nothing is shared by it. */
export const introOpened = kind({
  kind: 'intro.opened',
  chain: 'notebook',
  content: z.object({
    arrival: ArrivalId,
    /** The intro's own time, never later than its arrival. */
    introAt: Instant,
    arrivedAt: Instant,
    introducer: Introducer,
    buyer: z.string().nullable(),
    motion: Motion,
  }),
  say: (c) =>
    `${c.introducer.person ?? c.introducer.email ?? 'Somebody'} introduced ${c.buyer ?? 'a buyer who is not named'}.`,
});

/** A colleague took it: from here on the partner's company shares this record. */
export const introTaken = kind({
  kind: 'intro.taken',
  chain: 'record',
  content: z.object({
    arrival: ArrivalId,
    introAt: Instant,
    partner: PartnerId,
    partnerName: z.string(),
    host: z.string(),
    buyer: z.string().nullable(),
    motion: Motion,
    people: z.array(PersonHeld),
  }),
  say: (c) => `${c.host} took the intro of ${c.buyer ?? 'a buyer who is not named'} from ${c.partnerName}.`,
});

export const introDeclined = kind({
  kind: 'intro.declined',
  chain: 'notebook',
  content: z.object({ why: z.string() }),
  say: (c) => `Declined: ${c.why}`,
});

/** A decline was thought better of: it waits for somebody to take it again. */
export const introReopened = kind({
  kind: 'intro.reopened',
  chain: 'notebook',
  content: z.object({}),
  say: () => 'Opened again.',
});

/** One part of an arrival, shared with the partner by a person's key. Only shared parts may be quoted here. */
export const partShared = kind({
  kind: 'part.shared',
  chain: 'record',
  content: z.object({ arrival: ArrivalId, part: z.string(), sha256: z.string(), text: z.string() }),
  say: (c) => `The words of the mail were shared, ${c.text.length.toLocaleString('en')} characters.`,
});

export const replyJoined = kind({
  kind: 'reply.joined',
  chain: 'notebook',
  content: z.object({
    arrival: ArrivalId,
    from: PersonHeld,
    subject: z.string(),
    at: Instant,
    first: z.string(),
    whyNot: NotIntro.nullable().default(null),
    /** Everybody it went to, copies too. */
    to: z.array(MailboxHeld).default([]),
  }),
  say: (c) => {
    const who = c.from.name ?? c.from.email ?? 'Somebody';
    if (c.whyNot === 'out-of-office') return `${who} is away, by an automatic answer.`;
    return c.whyNot === 'bounce' ? 'A mail of the thread came back.' : `${who} wrote in the thread.`;
  },
});
