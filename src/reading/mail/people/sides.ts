import type { Side } from '#domain/party.js';
import { hitsOf } from '#reading/lexicon/cue.js';
import type { Page } from '#reading/mail/page.js';
import { introducerOf, type Participant } from '#reading/mail/people/participants.js';

/**
 * The side of every participant, by address. What the workspace knows stands. In an intro the one who hands
 * over is the partner and the one handed over the buyer; who cannot be told apart stays unknown.
 */
export function sidesOf(page: Page, people: readonly Participant[], isIntro: boolean): Map<string, Side> {
  const sides = new Map<string, Side>(people.map(({ address, known }) => [address.toLowerCase(), known]));
  if (!isIntro) return sides;
  const set = (person: Participant, side: Side) => {
    // Whoever writes from a domain made to be mistaken is on no side, whatever the words say.
    if (person.lookAlike === null && sides.get(person.address.toLowerCase()) === 'unknown')
      sides.set(person.address.toLowerCase(), side);
  };
  const sender = introducerOf(page, people);
  if (sender?.known === 'unknown') {
    const own =
      page.mail.marks.noReply &&
      people.some((person) => person !== sender && person.organisation === sender.organisation);
    for (const person of people) {
      const same = person.organisation !== null && person.organisation === sender.organisation;
      // A portal that writes to its own company is the host's: what it says came from a partner.
      if (own && (same || person === sender)) {
        set(person, 'host');
        continue;
      }
      if (person === sender || same) set(person, 'partner');
    }
  }
  const hostKnown = people.some(({ known }) => known === 'host');
  const open = people.filter(({ address }) => sides.get(address.toLowerCase()) === 'unknown');
  if (hostKnown) {
    // Free mail says no company: such a person is the buyer only where the words hand them over by name.
    for (const person of open)
      if (person.organisation !== null || isNamed(page, person)) set(person, 'buyer');
    return sides;
  }
  for (const [person, side] of apart(page, open)) set(person, side);
  return sides;
}

/** Without a known host: who is asked to act is the host, who is told about is the buyer. */
function apart(page: Page, open: readonly Participant[]): [Participant, Side][] {
  const groups = new Map<string, Participant[]>();
  for (const person of open) {
    const key = person.organisation ?? person.address.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  const ranked = [...groups.values()]
    .map((members) => ({ members, host: Math.max(...members.map((person) => hostness(page, person))) }))
    .sort((one, other) => other.host - one.host);
  const first = ranked[0];
  const second = ranked[1];
  if (!first) return [];
  if (!second) return first.members.map((person) => [person, 'host'] as [Participant, Side]);
  if (first.host - second.host < 1) return [];
  return ranked.flatMap(({ members }, place) =>
    members.map((person) => [person, place === 0 ? 'host' : 'buyer'] as [Participant, Side]),
  );
}

/** How much the words treat somebody as the one who is to act, rather than as the one told about. */
function hostness(page: Page, person: Participant): number {
  let score = person.place === 'to' ? 0.6 : 0;
  const names = calledNames(person);
  if (names.length === 0) return score;
  const any = names.map(escaped).join('|');
  const called = new RegExp(`(?:^|[,;.–—-]\\s?)(?:\\p{L}{2,8}[ ,]+)?(?:${any})\\s?[,:–—-]`, 'iu');
  const told = new RegExp(`(?<![\\p{L}])(?:${any})(?:'s|s)?(?![\\p{L}])`, 'iu');
  // Whom the greeting names is spoken to; two may be.
  if (told.test(page.words.text.slice(0, 60).split('\n')[0] ?? '')) score += 0.8;
  for (const { plain } of page.sentences) {
    if (!told.test(plain)) continue;
    const asked = hitsOf(page.lexicon.ask, plain).length > 0 || /\?\s*$/.test(plain);
    if (called.test(plain) && asked) score += 1.5;
    else if (asked && hitsOf(page.lexicon.contacts, plain).length > 0) score -= 0.8;
    const wishes = hitsOf(page.lexicon.wants, plain).length + hitsOf(page.lexicon.expectsNext, plain).length;
    if (!called.test(plain)) score -= 0.4 + Math.min(wishes, 2) * 0.4;
  }
  return score;
}

/** What a mail calls somebody: by first name, or "Herr Teichmann". */
export function calledNames({ name }: { readonly name: string | null }): string[] {
  const parts = (name ?? '').split(/\s+/);
  return [...new Set([parts[0] ?? '', parts.at(-1) ?? ''])].filter((part) => part.length > 2);
}

function isNamed(page: Page, person: Participant): boolean {
  const first = firstName(person);
  return (
    first !== null &&
    new RegExp(`(?<![\\p{L}])${escaped(first)}(?![\\p{L}])`, 'iu').test(page.words.text.slice(0, 20_000))
  );
}

/** What people call somebody. */
export function firstName(person: { readonly name: string | null }): string | null {
  const first = person.name?.split(/\s+/)[0]?.replace(/[^\p{L}'’-]/gu, '') ?? '';
  return first.length >= 2 ? first : null;
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
