import type { ReadingContext } from '#domain/intro.js';
import { type LookAlike, lookAlike } from '#domain/look-alike/look-alike.js';
import type { Mailbox, Side } from '#domain/party.js';
import type { Page } from '#reading/mail/page.js';
import { isFreeAddress, isOf, organisationOf } from '#reading/mail/people/organisation.js';
import { turned } from '#reading/mail/quoted-mailboxes.js';

/** Somebody whom a header names, with what is known of their side before the words are read. */
export type Participant = {
  readonly name: string | null;
  readonly address: string;
  /** The company that the display name itself gives: "Adaeze Nwosu (Arkadia Mobile)". */
  readonly company: string | null;
  /** The registered domain, or null for free mail: it says nothing of a company. */
  readonly organisation: string | null;
  readonly place: 'from' | 'to' | 'cc' | 'forwarder' | 'forwarded-to';
  readonly known: Side;
  /** That the address stands at a domain which looks like a partner's and is not: nobody's side is told by it. */
  readonly lookAlike: LookAlike | null;
};

/** The most people of one mail that are told apart: beyond it nobody is in a deal with anybody. */
const MOST = 60;

/** Everybody in the headers, the inner mail's first; of a forward also who forwarded it and to whom. */
export function participantsOf(page: Page): Participant[] {
  const found = new Map<string, Participant>();
  const add = (mailbox: Mailbox | null, place: Participant['place']) => {
    if (!mailbox || found.has(mailbox.address.toLowerCase()) || found.size >= MOST) return;
    found.set(mailbox.address.toLowerCase(), participant(mailbox, place, page.context));
  };
  add(page.head.from, 'from');
  for (const mailbox of page.head.to) add(mailbox, 'to');
  for (const mailbox of page.head.cc) add(mailbox, 'cc');
  if (page.forwardedBy) {
    add(page.forwardedBy, 'forwarder');
    for (const mailbox of [...page.outer.to, ...page.outer.cc]) add(mailbox, 'forwarded-to');
  }
  return [...found.values()].map((person) =>
    person.name === null ? { ...person, name: nameInWords(page, person) } : person,
  );
}

/** A name that the words use and the address is made of: teddy@ greeted as "Teddy", nick.vogel@ named "Nick Vogel". */
function nameInWords(page: Page, { address }: Participant): string | null {
  const parts = address
    .slice(0, address.indexOf('@'))
    .split(/[._-]/)
    .filter((part) => /^\p{L}{3,20}$/u.test(part));
  const text = page.words.text.slice(0, 20_000);
  const written = (part: string) =>
    new RegExp(
      `(?<![\\p{L}@.])${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}(?![\\p{L}@])`,
      'u',
    ).exec(text)?.[0] ?? null;
  const [first, last] = [written(parts[0] ?? ''), written(parts[1] ?? '')];
  if (parts.length === 0 || first === null) return null;
  return last !== null && text.includes(`${first} ${last}`) ? `${first} ${last}` : first;
}

/** Who hands over: the writer, or of a forward that came from another company whoever forwarded it. */
export function introducerOf(page: Page, people: readonly Participant[]): Participant | undefined {
  const wanted = page.fromOutside ? 'forwarder' : 'from';
  return (
    people.find(({ place }) => place === wanted) ??
    people.find(({ address }) => page.fromOutside && address === page.forwardedBy?.address) ??
    people.find(({ place }) => place === 'from')
  );
}

function participant(mailbox: Mailbox, place: Participant['place'], context: ReadingContext): Participant {
  const { name, company } = nameOf(mailbox.name);
  const known = knownSide(mailbox.address, name, context);
  return {
    name,
    company,
    address: mailbox.address,
    organisation: isFreeAddress(mailbox.address) ? null : organisationOf(mailbox.address),
    place,
    known,
    lookAlike: known === 'unknown' ? looksLikeAPartner(mailbox.address, context) : null,
  };
}

function looksLikeAPartner(address: string, context: ReadingContext): LookAlike | null {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return lookAlike(
    domain,
    context.partners.flatMap(({ domains }) => domains),
  );
}

/** The side that the workspace knows: a person's correction first, then people, then domains. */
export function knownSide(address: string | null, name: string | null, context: ReadingContext): Side {
  const low = address?.toLowerCase() ?? null;
  const corrected = context.sides.find((said) =>
    said.email !== null ? said.email.toLowerCase() === low : said.name !== null && said.name === name,
  );
  if (corrected) return corrected.side;
  if (low === null) return 'unknown';
  if (context.host.people.some(({ email }) => email.toLowerCase() === low) || isOf(low, context.host.domains))
    return 'host';
  if (context.partners.some(({ domains }) => isOf(low, domains))) return 'partner';
  if (context.buyer && isOf(low, context.buyer.domains)) return 'buyer';
  return 'unknown';
}

function nameOf(display: string | null): { name: string | null; company: string | null } {
  if (display === null || /@/.test(display)) return { name: null, company: null };
  const inner = /^(.{2,80}?)\s*[([](.{2,80})[)\]]\s*$/.exec(display);
  const bare = (inner?.[1] ?? display)
    .replace(/\s+(?:via|on behalf of|im auftrag von)\s.*$/i, '')
    .replace(/^(?:mr|mrs|ms|dr|prof|herr|frau|hr|m|mme|sr|sra|dott|ing)\.?\s+/i, '')
    .trim();
  return { name: bare === '' ? null : turned(bare), company: inner?.[2]?.trim() ?? null };
}
