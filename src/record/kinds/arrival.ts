import { z } from 'zod';
import { kind } from '#record/kind.js';
import {
  ArrivalId,
  DealId,
  DeliveryId,
  FindingHeld,
  Instant,
  MailboxHeld,
  NotIntro,
  PersonHeld,
} from '#record/kinds/shapes.js';

const Via = z.enum(['smtp', 'drop', 'paste', 'terminal', 'api', 'note', 'sent']);

/** It came and is kept byte for byte. What the head says is held so that Intake can name it before it is read. */
export const arrivalReceived = kind({
  kind: 'arrival.received',
  chain: 'arrival',
  content: z.object({
    arrival: ArrivalId,
    delivery: DeliveryId,
    via: Via,
    /** "To intro@localhost, by mail": how it came, in words. */
    how: z.string(),
    contentHash: z.string(),
    sha256: z.string(),
    bytes: z.number().int(),
    messageId: z.string().nullable(),
    from: MailboxHeld.nullable(),
    subject: z.string(),
    date: Instant.nullable(),
    /** Another arrival with the same Message-ID and other content, which is worth a look. */
    twin: ArrivalId.nullable(),
    /** What could not be made of the file that it came as; left out where nothing was amiss. */
    problems: z.array(z.object({ code: z.string(), because: z.string() })).optional(),
  }),
  say: (c) => `${c.how}: ${c.bytes.toLocaleString('en')} bytes, kept as they came.`,
});

export const arrivalDelivered = kind({
  kind: 'arrival.delivered',
  chain: 'arrival',
  content: z.object({ delivery: DeliveryId, via: Via, how: z.string() }),
  say: (c) => `It came again (${c.how}) and is kept once.`,
});

/** The verdict. What it says about a deal stands in the deal's notebook. */
export const arrivalRead = kind({
  kind: 'arrival.read',
  chain: 'arrival',
  content: z.object({
    reader: z.string(),
    verdict: z.enum(['intro', 'reply', 'not-intro', 'unreadable']),
    whyNot: NotIntro.nullable(),
    because: z.string(),
    confidence: z.number(),
    language: z.string().nullable(),
    from: MailboxHeld.nullable(),
    forwardedBy: MailboxHeld.nullable(),
    sender: PersonHeld.nullable(),
    to: z.array(MailboxHeld),
    cc: z.array(MailboxHeld),
    subject: z.string(),
    date: Instant.nullable(),
    people: z.array(PersonHeld),
    partner: z.string().nullable(),
    buyer: z.string().nullable(),
    reasons: z.array(z.object({ label: z.string(), findings: z.array(FindingHeld) })),
    problems: z.array(z.object({ code: z.string(), because: z.string() })),
    /** Which kept text the evidence counts in, with its SHA-256. */
    part: z.string(),
    textHash: z.string(),
  }),
  say: (c) =>
    c.verdict === 'intro'
      ? `Read as an intro. ${c.because}`
      : `Read, and not taken as an intro. ${c.because}`,
});

/** A person's word beats the reader's: it is an intro. */
export const arrivalTaken = kind({
  kind: 'arrival.taken',
  chain: 'arrival',
  content: z.object({}),
  say: () => 'Taken as an intro by hand.',
});

export const arrivalSetAside = kind({
  kind: 'arrival.set-aside',
  chain: 'arrival',
  content: z.object({ why: z.string() }),
  say: (c) => (c.why === '' ? 'Set aside: not an intro.' : `Set aside: ${c.why}`),
});

export const arrivalJoined = kind({
  kind: 'arrival.joined',
  chain: 'arrival',
  content: z.object({ deal: DealId, as: z.enum(['intro', 'reply', 'note', 'sent']) }),
  say: (c) => (c.as === 'intro' ? 'A deal was opened with it.' : 'Kept with its deal.'),
});
