import type { ToRead } from '#actions/arrival/read.js';
import type { Decision, Moment } from '#actions/decision.js';
import { actionReturned } from '#actions/first-action/returned.js';
import type { Id } from '#domain/id.js';
import type { MailReading } from '#domain/intro.js';
import type { Person } from '#domain/party.js';
import { notebookOf } from '#domain/subject.js';
import type { Known } from '#views/known.js';

// What a line of the record shows of a reply: its first words.
const FIRST_WORDS = 160;

/** A mail of a known thread joins its deal. It is kept with it and is never a second intro. */
export function joinReply(
  known: Known,
  asked: ToRead,
  reading: MailReading,
  base: Decision,
  { deal, moment }: { readonly deal: Id<'deal'>; readonly moment: Pick<Moment, 'mint'> },
): Decision {
  const received = known.arrival(asked.arrival).received;
  const messageId = received?.messageId ?? null;
  const at = known.arrival(asked.arrival).receivedAt ?? '1970-01-01T00:00:00Z';
  const content = {
    arrival: asked.arrival,
    from: writer(reading),
    subject: reading.head.subject,
    at,
    whyNot: reading.whyNot,
    to: [...reading.head.to, ...reading.head.cc],
    first: reading.words.text.trim().replace(/\s+/g, ' ').slice(0, FIRST_WORDS),
  };
  const { text, quotedHistory } = reading.words;
  const bounce = { arrival: asked.arrival, text: `${text}\n${quotedHistory}` };
  const returned = reading.whyNot === 'bounce' ? actionReturned(known.deal(deal), bounce, moment) : [];
  return {
    ...base,
    appends: [
      ...base.appends,
      { to: asked.arrival, happening: { kind: 'arrival.joined', content: { deal, as: 'reply' } } },
      { to: notebookOf(deal), happening: { kind: 'reply.joined', content, occurredAt: at } },
      ...returned,
    ],
    replies: messageId === null ? [] : [{ messageId, deal }],
    said: 'It is kept with its deal.',
    deal,
  };
}

function writer(reading: MailReading): Person {
  const from = reading.head.from;
  const known = reading.people.find((each) => each.email !== null && each.email === from?.address);
  return (
    known ?? {
      name: from?.name ?? null,
      email: from?.address ?? null,
      side: 'unknown',
      company: null,
      role: null,
    }
  );
}
