import type { Person, Side } from '#domain/party.js';
import type { Page } from '#reading/mail/page.js';
import { companyOf } from '#reading/mail/people/company.js';
import { describe, namedIn } from '#reading/mail/people/described.js';
import { knownSide, type Participant } from '#reading/mail/people/participants.js';
import { firstName } from '#reading/mail/people/sides.js';

/** Everybody in the headers, and everybody whom the words name and describe. */
export function peopleOf(
  page: Page,
  participants: readonly Participant[],
  sides: ReadonlyMap<string, Side>,
): Person[] {
  const addressed = participants.map((participant): Person => {
    const said = participant.name === null ? null : describe(page, participant.name);
    const organisation = participant.organisation;
    return {
      name: participant.name,
      email: participant.address,
      side: sides.get(participant.address.toLowerCase()) ?? 'unknown',
      company:
        participant.company ??
        (organisation === null ? (said?.company ?? null) : companyOf(page, organisation)),
      role: said?.role ?? null,
    };
  });
  const named = namedIn(page)
    .filter((name) => !addressed.some((person) => sameName(person.name, name)))
    .map((name): Person => named1(page, name, addressed));
  return [...addressed, ...named];
}

function named1(page: Page, name: string, addressed: readonly Person[]): Person {
  const { role, company } = describe(page, name);
  const corrected = knownSide(null, name, page.context);
  const colleague = addressed.find(
    (person) => person.company !== null && company !== null && near(person.company, company),
  );
  const ofBuyer =
    page.context.buyer !== null && company !== null && near(page.context.buyer.company, company);
  const side = corrected !== 'unknown' ? corrected : (colleague?.side ?? (ofBuyer ? 'buyer' : 'unknown'));
  return { name, email: null, side, company: colleague?.company ?? company, role };
}

/** Whether two ways to write a company mean the same one: "Harbor" and "Harbor Mutual". */
export function near(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort(
    (left, right) => left.length - right.length,
  ) as [string, string];
  return long === short || long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}

function sameName(known: string | null, name: string): boolean {
  if (known === null) return false;
  const [one, other] = [known.toLowerCase(), name.toLowerCase()];
  return (
    one === other ||
    one.includes(other) ||
    other.includes(one) ||
    (firstName({ name: known })?.toLowerCase() === firstName({ name })?.toLowerCase() &&
      one.split(' ').at(-1) === other.split(' ').at(-1))
  );
}
