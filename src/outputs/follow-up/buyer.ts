import type { Person } from '#domain/party.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { escaped } from '#outputs/follow-up/spoken-of.js';

const TITLE = /^(?:Captain|Capt\.|Sister|Father|Dr\.?|Prof\.?|Sir|Lady|Judge|Colonel|Reverend|Rev\.)\s/;

const OFFICE = /^(?:Inhaber|Geschäftsführer|Betriebsleiter|Leiter)(?:in)?\s/u;

/** Whom the follow-up speaks to: the first of the buyer's people with an address, those addressed before those in copy. */
export function addressee({ people, mail, buyer }: FollowUpFacts): Person | null {
  const reachable = people.filter((each) => each.side === 'buyer' && each.email !== null);
  const place = (each: Person) => {
    const at = mail.readers.indexOf(each.email?.toLowerCase() ?? '');
    const own = buyer !== null && each.company === buyer ? 0 : 100;
    return own + (at === -1 ? 50 : at);
  };
  return [...reachable].sort((one, other) => place(one) - place(other))[0] ?? null;
}

/** "Joanna" of "Joanna Pruitt"; of a name with a title none. */
export function firstNameOf(name: string | null): string | null {
  const plain = name?.replace(TITLE, '').trim();
  const first = plain?.split(/\s+/)[0];
  return first === undefined || first === '' || first.includes('@') || !/^\p{Lu}/u.test(first) ? null : first;
}

/** What to call somebody in the greeting: as the mail does, with a title where it gives one. */
export function greetingName(person: Person, text: string, language: string): string | null {
  const name = person.name;
  if (name === null) return null;
  const plain = name.replace(TITLE, '').replace(OFFICE, '');
  const last = plain.split(/\s+/).at(-1) ?? plain;
  const german = language === 'de' ? germanName(plain, last, text) : null;
  if (german?.startsWith('Sehr')) return german;
  // A company that stands for a name greets nobody.
  if (isCompany(person)) return null;
  if (german !== null) return german;
  const titled = TITLE.exec(name)?.[0].trim() ?? titleBefore(plain, last, text);
  if (titled === null) return firstNameOf(plain);
  // Sisters and fathers go by the name of their order, everybody else with a title by the last.
  return /^(?:Sister|Father)$/.test(titled) ? `${titled} ${firstNameOf(plain) ?? last}` : `${titled} ${last}`;
}

function germanName(plain: string, last: string, text: string): string {
  const called = new RegExp(
    `(?<![\\p{L}])(?<form>Herrn?|Frau)\\s(?<doctor>Dr\\.\\s)?(?:\\p{Lu}\\p{L}+\\s)?${escaped(last)}`,
    'u',
  ).exec(text);
  const doctor = called?.groups?.doctor ?? '';
  if (called?.groups?.form === 'Frau') return `Sehr geehrte Frau ${doctor}${last}`;
  return called === null ? `Guten Tag ${plain}` : `Sehr geehrter Herr ${doctor}${last}`;
}

function titleBefore(plain: string, last: string, text: string): string | null {
  const called = new RegExp(
    `(?<title>(?:Captain|Sister|Father|Dr\\.|Prof\\.|Sir|Judge))\\s(?:${escaped(plain)}|${escaped(last)})`,
    'u',
  ).exec(text);
  return called?.groups?.title ?? null;
}

function isCompany({ name, company }: Person): boolean {
  return name !== null && (company?.toLowerCase().includes(name.toLowerCase()) ?? false);
}
