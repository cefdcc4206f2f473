import type { Mailbox, Person } from '#domain/party.js';
import { addressee } from '#outputs/follow-up/buyer.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';

/** To: the buyer's people of one company with an address. Cc: who introduced, who has a role, who carries it. */
export function receiversOf(facts: FollowUpFacts): { to: Mailbox[]; cc: Mailbox[] } {
  const first = addressee(facts);
  const partner = partnerPeople(facts);
  const carriers = facts.carriers.filter((each) => !isSender(facts, each.address));
  if (first === null) return { to: once(partner.slice(0, 1)), cc: once([...partner.slice(1), ...carriers]) };
  const reachable = facts.people.filter((each) => each.side === 'buyer' && each.email !== null);
  const to = [first, ...reachable.filter((each) => each !== first && domainOf(each) === domainOf(first))].map(
    mailbox,
  );
  // Somebody on the buyer's side from another house was in copy and stays there.
  const beside = reachable.filter((each) => domainOf(each) !== domainOf(first)).map(mailbox);
  const cc = once([...partner, ...beside, ...carriers]).filter(
    (each) => !to.some((one) => isSame(one.address, each.address)),
  );
  return { to: once(to), cc };
}

function partnerPeople({ partner, roles, people }: FollowUpFacts): Mailbox[] {
  const introducer = partner.email === null ? [] : [{ name: partner.name, address: partner.email }];
  const withRoles = roles.flatMap(({ name, email }) => (email === null ? [] : [{ name, address: email }]));
  const known = (address: string) =>
    people.find((each) => each.email !== null && isSame(each.email, address));
  return [...introducer, ...withRoles].map((each) => ({
    ...each,
    name: each.name ?? known(each.address)?.name ?? null,
  }));
}

/** The subject of the intro, as an answer to it. */
export function subjectOf(subject: string): string {
  const plain = subject.replace(/^(?:\s*(?:re|fwd?|aw|wg|rv|sv|vs|antw|tr)\s?:\s*)+/i, '').trim();
  return `Re: ${plain}`.trim();
}

function mailbox(person: Person): Mailbox {
  return { name: person.name, address: person.email ?? '' };
}

function domainOf(person: Person): string {
  return person.email?.split('@').at(-1)?.toLowerCase() ?? '';
}

function isSender({ sender }: FollowUpFacts, address: string): boolean {
  return sender.email !== null && isSame(sender.email, address);
}

function once(list: readonly Mailbox[]): Mailbox[] {
  return list.filter(
    (each, place) => list.findIndex((other) => isSame(other.address, each.address)) === place,
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
