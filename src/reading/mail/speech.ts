import type { Ask, Pledge } from '#domain/finding.js';
import type { Side } from '#domain/party.js';
import { dueOf } from '#reading/due/due.js';
import { namedDays } from '#reading/due/due-day.js';
import { hitsOf } from '#reading/lexicon/cue.js';
import { beginsImperative } from '#reading/mail/imperative.js';
import { findingIn, type Page, type Part } from '#reading/mail/page.js';
import { escaped } from '#reading/mail/people/sides.js';

/** Who writes, and the side of everybody by the name that mails call them. */
export type Speaker = { readonly side: Side; readonly names: ReadonlyMap<string, Side> };

/** Clauses that only sound like asking: courtesies and what introduces. */
const COURTESY =
  /^(?:please (?:meet|find|see (?:below|attached)|note|consider|excuse|accept|join me)|thanks?\b|hope|i hope|let me introduce|i'd like to introduce|i would like to introduce|i want to introduce|can i introduce|may i introduce|darf ich|permettez|permets|let me know if (?:i|you))/i;

/** Clauses that only sound like promising: how somebody writes, or that they leave. */
const LEAVING =
  /\b(?:i'll|i will|we'll|we will) (?:be honest|be brief|keep (?:this|it) short|let you|leave you|leave it|step (?:out|back|aside)|bow out|get out|drop (?:off|out)|stay out|be out|move myself|take myself|admit|never|tell you what)/i;

/** What the mail asks of somebody, clause by clause, each with its day. */
export function asksOf(page: Page, speaker: Speaker): Ask[] {
  const found: Ask[] = [];
  for (const clause of page.clauses) {
    const sure = askStrength(page, clause, speaker);
    if (sure === 0) continue;
    // A prohibition has no day on which it is done: "do not call before Monday" is over then.
    const forbids = hitsOf(page.lexicon.dont, clause.plain).some(({ start }) => leads(clause.plain, start));
    const due = forbids ? { due: null, dueWords: null } : dueOf(clause.plain, page.day);
    found.push({ ...findingIn(clause, sure), of: askedSide(clause, speaker), ...due });
  }
  return found;
}

/** What the writer promises, clause by clause, each with its day. */
export function promisesOf(page: Page, speaker: Speaker): Pledge[] {
  if (speaker.side === 'unknown') return [];
  const by = speaker.side;
  return page.clauses
    .filter((clause) => isPromise(page, clause))
    .map((clause) => ({ ...findingIn(clause, 0.75), by, ...dueOf(clause.plain, page.day) }));
}

/** How surely a clause asks, 0 where it does not. */
function askStrength(page: Page, clause: Part, speaker: Speaker): number {
  const { lexicon } = page;
  const { plain } = clause;
  if (COURTESY.test(plain) || plain.length < 8) return 0;
  const joins = hitsOf(lexicon.introduces, plain);
  const free = (hit: { start: number; end: number }) =>
    !joins.some((join) => join.start < hit.end && hit.start < join.end);
  if (hitsOf(lexicon.dont, plain).some((hit) => free(hit) && leads(plain, hit.start))) return 0.75;
  if (hitsOf(lexicon.ask, plain).some((hit) => free(hit) && leads(plain, hit.start))) return 0.8;
  if (/\?["')\]]*\s*$/.test(plain) && plain.length > 12) return 0.6;
  if (joins.length === 0 && beginsImperative(plain, speaker.names)) return 0.7;
  return promisedForHost(plain, speaker) ? 0.6 : 0;
}

/** "Ravi will send you a quote": whoever says so of the host asks it of the host. */
function promisedForHost(plain: string, speaker: Speaker): boolean {
  if (speaker.side === 'host') return false;
  for (const [name, side] of speaker.names) {
    if (side !== 'host') continue;
    if (
      new RegExp(`(?:^|, )${escaped(name)} (?:will|is going to|wird|va|ska|kommer att|zal) `, 'iu').test(
        plain.slice(0, 80),
      )
    )
      return true;
  }
  return false;
}

/** Whether a phrase stands where a clause begins, perhaps after a name or a few small words. */
function leads(plain: string, start: number): boolean {
  const before = plain.slice(0, start);
  if (before.length > 120) return false;
  return (
    /^\s*(?:[\p{L}'’.-]{1,20}\s?){0,3}[,:–—-]{0,2}\s*$/u.test(before) ||
    /(?:[,;:–—(]|\b(?:and|so|but|then|und|et|y|e|och|en|så|also|donc|doch|nor))\s+(?:[\p{L}'’.-]{1,20},?\s){0,2}$/iu.test(
      before,
    )
  );
}

function askedSide(clause: Part, speaker: Speaker): Ask['of'] {
  for (const [name, side] of speaker.names) {
    if (
      side !== 'unknown' &&
      new RegExp(`^(?:\\p{L}{1,8}[ ,]+)?${escaped(name)}(?![\\p{L}])`, 'iu').test(clause.plain)
    )
      return side;
  }
  // Nobody is called: the mail came to the host, and speaks to who reads it.
  return 'host';
}

function isPromise(page: Page, { plain }: Part): boolean {
  if (COURTESY.test(plain) || LEAVING.test(plain) || /\?\s*$/.test(plain)) return false;
  const joins = hitsOf(page.lexicon.introduces, plain);
  const hit = hitsOf(page.lexicon.promise, plain).find(
    ({ start, end }) => !joins.some((join) => join.start < end && start < join.end),
  );
  if (!hit) return isPresentPromise(page, plain);
  const before = plain.slice(0, hit.start);
  if (/\b(?:that|which|what|who|hope|think|whether|said|told)\s$/i.test(before)) return false;
  return !/^\s*(?:not|never|nicht|pas|no|inte|niet|não)\b/i.test(plain.slice(hit.end));
}

const PRESENT =
  /^(?:otherwise |then |and |so |meanwhile )?i (?:write|send|call|ring|come|bring|mail|post|drive|meet|forward|introduce|check|ask|deliver|confirm) /i;

/** "I write to him on the 15th": present tense with a day to come. */
function isPresentPromise(page: Page, plain: string): boolean {
  if (page.day === null || !PRESENT.test(plain)) return false;
  return namedDays(plain, page.day).some(({ date }) => date >= (page.day as string));
}
