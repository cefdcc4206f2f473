import type { Side } from '#domain/party.js';
import { hitsOf } from '#reading/lexicon/cue.js';
import type { Page } from '#reading/mail/page.js';
import type { Participant } from '#reading/mail/people/participants.js';

/**
 * The side of every participant, by address. What the workspace knows stands. In an intro the one who hands
 * over is the partner and the one handed over the buyer; who cannot be told apart stays unknown.
 */
export function sidesOf(page: Page, people: readonly Participant[], isIntro: boolean): Map<string, Side> {
  const sides = new Map<string, Side>(people.map(({ address, known }) => [address.toLowerCase(), known]));
  if (!isIntro) return sides;
  const set = (person: Participant, side: Side) => {
    if (sides.get(person.address.toLowerCase()) === 'unknown') sides.set(person.address.toLowerCase(), side);
  };
  const sender = people.find(({ place }) => place === 'from');
  if (sender?.known === 'unknown') {
    for (const person of people) {
      const same = person.organisation !== null && person.organisation === sender.organisation;
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
  const first = firstName(person);
  let score = person.place === 'to' ? 0.6 : 0;
  if (first === null) return score;
  const called = new RegExp(`^(?:[\\p{L}]{2,8}[ ,]+)?${escaped(first)}\\s?[,:–—-]`, 'iu');
  const told = new RegExp(`(?<![\\p{L}])${escaped(first)}(?:'s|s)?(?![\\p{L}])`, 'iu');
  for (const { plain } of page.sentences) {
    if (!told.test(plain)) continue;
    const asked = hitsOf(page.lexicon.ask, plain).length > 0;
    if (called.test(plain) && asked) score += 2;
    else if (asked && plain.toLowerCase().indexOf(first.toLowerCase()) > 12) score -= 0.6;
    const wishes = hitsOf(page.lexicon.wants, plain).length + hitsOf(page.lexicon.expectsNext, plain).length;
    if (!called.test(plain)) score -= 0.4 + Math.min(wishes, 2) * 0.4;
  }
  return score;
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
