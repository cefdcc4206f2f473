import { mentionsOf, type ToRead } from '#actions/arrival/read.js';
import type { Decision } from '#actions/decision.js';
import { findingsOf } from '#actions/intro/findings.js';
import { ownedBy } from '#actions/intro/owned.js';
import { introTime } from '#clocks/first-action.js';
import type { MailReading } from '#domain/intro.js';
import { notebookOf } from '#domain/subject.js';
import type { ContentOf, Happening } from '#record/kinds/every.js';
import type { Known } from '#views/known.js';
import { partnerOfAddress } from '#views/workspace/names.js';

/**
 * A mail that was read as an intro opens a deal: its brief, its owner by the routing rules, its clock. All of
 * it stands in the notebook, so nothing is shared and nobody outside learns of it until a person takes it.
 */
export function openIntro(known: Known, asked: ToRead, reading: MailReading, base: Decision): Decision {
  const deal = asked.freshDeal;
  const opened = openedOf(known, asked, reading);
  const happenings: Happening[] = [
    { kind: 'intro.opened', content: opened, occurredAt: opened.introAt },
    findingsOf(asked, reading),
    ...ownedBy(known.workspace, opened),
  ];
  return {
    ...base,
    appends: [
      ...base.appends,
      { to: asked.arrival, happening: { kind: 'arrival.joined', content: { deal, as: 'intro' } } },
      ...happenings.map((happening) => ({ to: notebookOf(deal), happening })),
    ],
    threads: threadOf(known, asked, reading).map((messageId) => ({ messageId, deal })),
    deal,
  };
}

export function openedOf(known: Known, asked: ToRead, reading: MailReading): ContentOf<'intro.opened'> {
  const arrivedAt = known.arrival(asked.arrival).receivedAt ?? '1970-01-01T00:00:00Z';
  const written = reading.head.date === null ? null : new Date(reading.head.date).toISOString();
  const partner = partnerOfAddress(known.workspace, reading.partner.email);
  return {
    arrival: asked.arrival,
    introAt: introTime(written, arrivedAt),
    arrivedAt,
    introducer: {
      partner: partner?.id ?? null,
      company: partner?.name ?? reading.partner.company,
      person: reading.partner.person,
      email: reading.partner.email,
    },
    buyer: reading.buyer.company,
    motion: reading.motion,
  };
}

// The forward's own Message-ID and that of the mail inside it lead answers back to this deal. The mails that it
// answers are claimed too: two mails of one thread that are read at once then claim the same one, and the later
// of the two is decided again and joins.
function threadOf(known: Known, asked: ToRead, reading: MailReading): readonly string[] {
  const outer = known.arrival(asked.arrival).received?.messageId ?? null;
  const inner = reading.head.messageId;
  return [...new Set([outer, inner, ...mentionsOf(reading)].filter((each) => each !== null))];
}
