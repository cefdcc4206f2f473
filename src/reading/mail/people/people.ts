import type { Person, Side } from '#domain/party.js';
import type { Page } from '#reading/mail/page.js';
import { companyOf } from '#reading/mail/people/company.js';
import { describe } from '#reading/mail/people/described.js';
import type { Named } from '#reading/mail/people/named.js';
import { knownSide, type Participant } from '#reading/mail/people/participants.js';
import type { PortalForm } from '#reading/mail/portal-form.js';

/** Everybody in the headers, and everybody whom the words name and describe, each with a side. */
export function peopleOf(
  page: Page,
  participants: readonly Participant[],
  named: readonly Named[],
  sides: ReadonlyMap<string, Side>,
  isIntro: boolean,
  form: PortalForm | null,
): Person[] {
  const addressed = participants.map((participant): Person => {
    const said = participant.name === null ? null : describe(page, participant.name);
    const { organisation } = participant;
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
  const others = named.map((person) => filedAs(placed(page, person, addressed, isIntro), form));
  if (!isIntro) return [...addressed, ...others];
  const everybody = withBuyer([...addressed, ...others], new Set(participants.map(({ address }) => address)));
  const mistakable = new Set(participants.flatMap((each) => (each.lookAlike === null ? [] : [each.address])));
  return everybody.map((person) =>
    person.email !== null && mistakable.has(person.email) ? { ...person, side: 'unknown' } : person,
  );
}

/** A portal's form says the side outright, and the company by its full name. */
function filedAs(person: Person, form: PortalForm | null): Person {
  const side = person.email === null ? undefined : form?.sides.get(person.email.toLowerCase());
  if (!form || side === undefined || person.side !== 'unknown') return person;
  return {
    ...person,
    side,
    company: (side === 'partner' ? form.partner.company : form.buyer.company) ?? person.company,
  };
}

function placed(page: Page, person: Named, addressed: readonly Person[], isIntro: boolean): Person {
  const { name, email, role } = person;
  const known = knownSide(email, name, page.context);
  const colleague = addressed.find(
    ({ company }) => company !== null && person.company !== null && near(company, person.company),
  );
  const buyer = page.context.buyer;
  const ofBuyer = buyer !== null && person.company !== null && near(buyer.company, person.company);
  const kin = isIntro && person.kin === 'theirs' ? addressed.find(({ side }) => side === 'buyer') : undefined;
  const ours =
    isIntro && person.kin === 'ours' ? addressed.find(({ side }) => side === 'partner') : undefined;
  const kinsman = colleague ?? kin ?? ours;
  const side = known !== 'unknown' ? known : ofBuyer ? 'buyer' : (kinsman?.side ?? 'unknown');
  return { name, email, side, company: kinsman?.company ?? person.company, role };
}

/** Where nobody in the headers is the buyer, the first person whom the words hand over is, with their colleagues. */
function withBuyer(people: readonly Person[], addressed: ReadonlySet<string>): Person[] {
  if (people.some(({ side }) => side === 'buyer')) return [...people];
  const told =
    people.find(
      ({ side, role, name, email, company }) =>
        side === 'unknown' &&
        !addressed.has(email ?? '') &&
        name !== null &&
        (role !== null || email !== null || company !== null),
    ) ??
    people.find(
      ({ side, name, email, company }) =>
        side === 'unknown' && !addressed.has(email ?? '') && (name !== null || company !== null),
    );
  if (!told) return [...people];
  return people.map((person) => {
    const same = person.company !== null && person.company === told.company;
    return person.side === 'unknown' && (person === told || same) ? { ...person, side: 'buyer' } : person;
  });
}

/** Whether two ways to write a company mean the same one: "Harbor" and "Harbor Mutual". */
function near(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort(
    (left, right) => left.length - right.length,
  ) as [string, string];
  return long === short || long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}
