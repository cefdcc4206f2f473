import { Temporal } from 'temporal-polyfill';
import { sayDay, sayMoment } from '#clocks/say.js';
import { ROLE_WORDS } from '#domain/handoff.js';
import type { Id } from '#domain/id.js';
import { kindCalled } from '#record/kinds/every.js';
import type { RecordHalf } from '#views/deal/record-half.js';
import { type Happened, standing } from '#views/happened.js';
import { firstName } from '#views/person/show.js';

type Looking = { readonly zone: string; readonly now: string };

/** What happened, for the partner: everything of the record but its links and the bare text that was shared. */
const SHOWN = new Set<string>([
  'intro.taken',
  'owner.named',
  'role.answered',
  'action.made',
  'action.returned',
  'step.opened',
  'deal.closed',
  'deal.reopened',
]);

/** Whose link it is, while it opens at `now`; null for one that ended, was taken back or never was. */
export function openLink(record: RecordHalf, link: Id<'link'>, now: string) {
  const found = record.links.find((each) => each.link === link);
  if (found === undefined || found.revoked !== null) return null;
  return Date.parse(found.endsAt) > Date.parse(now) ? found : null;
}

/**
 * A guest's page, computed from the record alone: nothing that the host keeps to itself can show in it, in any
 * form. Null where the link opens nothing.
 */
export function guestPage(
  looking: Looking,
  record: RecordHalf,
  happened: readonly Happened[],
  link: Id<'link'>,
) {
  const mine = openLink(record, link, looking.now);
  if (mine === null || record.taken === null) return null;
  const role = record.roles.find((each) => each.email === mine.email) ?? null;
  const answered = record.answers.find((each) => each.email === mine.email)?.answer ?? null;
  const say = (at: string) => sayMoment(Temporal.Instant.from(at), looking.zone);
  return {
    host: record.taken.host,
    buyer: record.taken.buyer ?? 'the buyer',
    partner: record.taken.partnerName,
    name: mine.name ?? mine.email,
    until: sayDay(Temporal.Instant.from(mine.endsAt).toZonedDateTimeISO(looking.zone).toPlainDate()),
    introDay: sayDay(
      Temporal.Instant.from(record.taken.introAt).toZonedDateTimeISO(looking.zone).toPlainDate(),
    ),
    title: titleFor(record, mine.name),
    step:
      record.step === null || record.ended !== null
        ? null
        : {
            what: record.step.what,
            who: record.step.owner?.name ?? record.owner?.name ?? 'nobody',
            due: record.step.due === null ? null : say(record.step.due),
          },
    role: role === null ? null : { words: ROLE_WORDS[role.role], answered },
    lines: standing(happened)
      .filter((each) => SHOWN.has(each.kind))
      .map((each) => ({
        when: say(each.entry.occurredAt),
        sentence: kindCalled(each.kind).say(each.content as never, NAMES),
      })),
  };
}

export type GuestPage = NonNullable<ReturnType<typeof guestPage>>;

// Entries of the record carry the names that they say; nothing is looked up in the host's workspace.
const NAMES = { person: () => 'Somebody', partner: () => 'the partner' };

function titleFor(record: RecordHalf, name: string | null): string {
  const you = name === null ? '' : `${firstName(name)}, `;
  const buyer = record.taken?.buyer ?? 'the buyer';
  if (record.ended !== null) {
    const how = { won: 'is won', lost: 'is lost', 'not-pursued': 'is not pursued' }[record.ended.as];
    return `${you}${buyer} ${how}.`;
  }
  const holder = record.step?.owner?.name ?? record.owner?.name ?? null;
  if (record.step === null || holder === null) return `${you}nobody has the baton.`;
  return holder === name ? `${you}you have the baton.` : `${you}${firstName(holder)} has the baton.`;
}
