import type { Page } from '#reading/mail/page.js';
import { companyOf } from '#reading/mail/people/company.js';
import { COMPANY_WORDS } from '#reading/mail/people/company-words.js';
import { describe } from '#reading/mail/people/described.js';
import { isFreeAddress, organisationOf } from '#reading/mail/people/organisation.js';
import type { Participant } from '#reading/mail/people/participants.js';

/** Somebody whom the words name and no header does. */
export type Named = {
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string | null;
  readonly company: string | null;
  /** Whose colleague the words make them: "their", "our". */
  readonly kin: 'theirs' | 'ours' | null;
};

/** The most names that are looked at: a mail that names more is a list. */
const MOST = 60;

const NAME = String.raw`\p{Lu}[\p{L}'-]{1,20}(?:\s(?:de|da|van|von|der|den|del|di|af|al|bin|ten|ter|la|le|el)){0,2}(?:\s\p{Lu}[\p{L}'-]{1,20}){1,2}`;
const ANY_NAME = new RegExp(String.raw`(?<![\p{L}'])(${NAME})(?![\p{L}])`, 'gu');
const CALLED =
  /(?:called|named|namens|nommée?|appelée?|llamad[ao]|que se llama|di nome|som heter|genaamd|chamad[ao]|heet|heißt)\s$/iu;

const NO_NAME =
  /^(?:The|This|That|These|Dear|Hi|Hello|Hallo|Hey|Please|Best|Kind|Many|Thanks|Thank|Background|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Bonjour|Cher|Chère|Hola|Ciao|Caro|Cara|Hej|Hei|Sehr|Liebe|Lieber|Our|Your|Their|Board|Head|Director|Group|Last|Next|Every|After|Before|If|When|New|North|South|East|West|Contact|Customer|Partner|Need|Budget|Subject|From|Sent|Meet)\b/;

/** Everybody whom the words name with something about them, and every address that they give. */
export function namedIn(page: Page, participants: readonly Participant[]): Named[] {
  const given = addressesIn(page, participants);
  const taken = new Set<string>();
  const found: Named[] = [];
  for (const { name, called, before } of candidates(page)) {
    if (participants.some((person) => isSame(person.name, name))) continue;
    const said = describe(page, name);
    const email = given.find((address) => !taken.has(address) && fits(address, name)) ?? null;
    if (!called && said.role === null && said.company === null && email === null) continue;
    if (email) taken.add(email);
    found.push({ ...said, company: said.company ?? companyBy(page, email), name, email, kin: kinOf(before) });
  }
  return withAddresses(
    page,
    found,
    given.filter((address) => !taken.has(address)),
  );
}

/** What people are said to do: a name before it is a person's. */
const DOES =
  /^,?\s(?:who\s)?(?:wants|needs|has asked|asked|asks|would|is looking|hopes|runs|told|sucht|möchte|braucht|cherche|souhaite|voudrait|quiere|busca|necesita|cerca|vuole|vorrebbe|söker|vill|zoekt|wil|procura|quer)(?![\p{L}])/iu;

type Candidate = { readonly name: string; readonly called: boolean; readonly before: string };

function candidates(page: Page): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { plain } of page.sentences) {
    const line = plain.replace(/\n/g, ' ');
    for (const match of line.matchAll(ANY_NAME)) {
      const name = (match[1] as string).replace(/'s$/, '');
      if (found.size >= MOST) return [...found.values()];
      if (found.has(name) || NO_NAME.test(name) || endsLikeCompany(name)) continue;
      const before = line.slice(Math.max(0, match.index - 60), match.index);
      // "at Fernhill Logistics", "of Oakfield": a company stands there and nobody.
      if (
        /(?:^|\s)(?:at|of|in|bei|der|chez|des|delle|della|på|hos|van|da|en)\s$/u.test(before) &&
        !CALLED.test(before)
      )
        continue;
      const after = line.slice(match.index + match[0].length, match.index + match[0].length + 30);
      found.set(name, { name, called: CALLED.test(before) || DOES.test(after), before });
    }
  }
  return [...found.values()];
}

/** Addresses in the words that belong to nobody in the headers. */
export function addressesIn(page: Page, participants: readonly Participant[]): string[] {
  const known = new Set(participants.map(({ address }) => address.toLowerCase()));
  const near = new Set(
    participants
      .filter(({ place, known: side }) => place === 'from' || side === 'host')
      .map(({ organisation }) => organisation),
  );
  const text = page.sentences.map(({ plain }) => plain).join('\n');
  const all = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g) ?? [];
  return [...new Set(all)]
    .filter((address) => !known.has(address.toLowerCase()) && !near.has(organisationOf(address)))
    .slice(0, 20);
}

/** An address that fits no name goes to whoever is named in the same sentence, else it stands alone. */
function withAddresses(page: Page, found: Named[], left: readonly string[]): Named[] {
  const all = [...found];
  for (const address of left) {
    const sentence = page.sentences.find(({ plain }) => plain.includes(address))?.plain ?? '';
    const place = all.findIndex(
      ({ name, email }) => email === null && name !== null && sentence.replace(/\s+/g, ' ').includes(name),
    );
    const person = all[place];
    if (person)
      all[place] = { ...person, email: address, company: person.company ?? companyBy(page, address) };
    else all.push({ name: null, email: address, role: null, company: companyBy(page, address), kin: null });
  }
  return all;
}

function companyBy(page: Page, email: string | null): string | null {
  const organisation = email === null || isFreeAddress(email) ? null : organisationOf(email);
  return organisation === null ? null : companyOf(page, organisation);
}

/** Whether an address is made of a name: t.alarcon, fmoor, olive. */
function fits(address: string, name: string): boolean {
  const local = plainLetters(address.slice(0, address.indexOf('@')));
  const parts = name.split(/\s+/).map(plainLetters);
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
  return (last.length > 2 && local.includes(last)) || (first.length > 2 && local === first);
}

function endsLikeCompany(name: string): boolean {
  const last = (name.split(/\s+/).at(-1) ?? '').toLowerCase();
  return COMPANY_WORDS.has(last) || /^(?:ltd|llc|llp|inc|gmbh|ag|ab|sa|bv|street|road|park)$/.test(last);
}

function kinOf(before: string): Named['kin'] {
  if (
    /(?:^|\s)(?:our|my|unser[en]?|mein[e]?|notre|mon|ma|nuestr[oa]|mi|nostr[oa]|vår|min|onze?|mijn|noss[oa]|meu|minha)\s[\p{L} ,'-]{0,40}$/iu.test(
      before,
    )
  )
    return 'ours';
  return /(?:^|\s)(?:their|her|his|deren|ihr[en]?|leur|sus?|loro|deras|hun)\s[\p{L} ,'-]{0,40}$/iu.test(
    before,
  )
    ? 'theirs'
    : null;
}

function isSame(known: string | null, name: string): boolean {
  if (known === null) return false;
  const [one, other] = [known.toLowerCase(), name.toLowerCase()];
  return one === other || one.includes(other) || other.includes(one);
}

/** Lower-case letters without accents, as in addresses. */
function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
