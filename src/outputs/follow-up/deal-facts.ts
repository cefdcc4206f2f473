import { Temporal } from 'temporal-polyfill';
import type { Evidence } from '#domain/evidence.js';
import type { Mailbox } from '#domain/party.js';
import type { FollowUpFacts, Spoken } from '#outputs/follow-up/facts.js';
import { briefOf } from '#views/deal/brief.js';
import {
  backupOf,
  buyerName,
  type DealState,
  ownerOf,
  partnerName,
  peopleOf,
  rolesOf,
} from '#views/deal/state.js';
import { type WorkspaceState, weekOf } from '#views/workspace/state.js';

/** The mail that opened the deal, as its arrival tells it. */
export type IntroMail = {
  readonly text: string;
  readonly subject: string;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
};

export type Writing = {
  readonly workspace: WorkspaceState;
  /** Who writes: the person who looks; without one, the owner. */
  readonly viewer: string | null;
  readonly now: string;
};

/** What a follow-up may be written from; null while the intro was not read. */
export function followUpFacts(
  { workspace, viewer, now }: Writing,
  state: DealState,
  mail: IntroMail,
): FollowUpFacts | null {
  const { opened, reading } = state.notebook;
  if (opened === null || reading === null) return null;
  const colleague = (id: string | null) => workspace.people.find((each) => each.id === id) ?? null;
  const sender = colleague(viewer) ?? colleague(ownerOf(state));
  const carriers = [colleague(ownerOf(state)), colleague(backupOf(state))].flatMap((each) =>
    each === null ? [] : [{ name: each.name, address: each.email }],
  );
  const zone = weekOf(workspace, sender?.id ?? null).zone;
  const { introducer } = opened;
  const buyer = buyerName(state);
  return {
    mail: {
      arrival: reading.arrival,
      part: reading.part,
      text: mail.text,
      subject: mail.subject,
      language: reading.language,
      readers: [...mail.to, ...mail.cc].map((each) => each.address.toLowerCase()),
    },
    brief: briefOf(state.notebook),
    asks: reading.asks.map((each) => spoken(each, each.of)),
    promises: reading.promises.map((each) => spoken(each, each.by)),
    people: peopleOf(state),
    partner: { company: partnerName(state), name: introducer.person, email: introducer.email },
    buyer: buyer === 'Buyer not named' ? null : buyer,
    roles: rolesOf(state),
    sender: { name: sender?.name ?? workspace.company ?? '', email: sender?.email ?? null },
    carriers,
    today: Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate().toString(),
  };
}

function spoken(
  found: Evidence & { readonly due: string | null; readonly dueWords: string | null },
  side: Spoken['side'],
): Spoken {
  const { arrival, part, start, end, quote, due, dueWords } = found;
  return { arrival, part, start, end, quote, due, dueWords, side };
}
