import type { Ask, Pledge } from '#domain/finding.js';
import type { Side } from '#domain/party.js';
import { dueOf } from '#reading/due/due.js';
import { has, hitsOf } from '#reading/lexicon/cue.js';
import { findingIn, type Line, type Page } from '#reading/mail/page.js';
import { escaped } from '#reading/mail/people/sides.js';

type Speaker = { readonly side: Side; readonly names: ReadonlyMap<string, Side> };

/** Clauses that only sound like asking or promising: questions of courtesy, sayings, conditions of robots. */
const IDLE =
  /^(?:please (?:meet|find|see|note|consider|excuse|accept|join me)|thank|thanks|hope|i hope|i'll be honest|i will be honest|i'll keep (?:this|it) short|i'll let you|let me introduce|i'd like to introduce|i would like to introduce|can i introduce|may i introduce|darf ich)/i;

/** What the mail asks of somebody, sentence by sentence, each with its day. */
export function asksOf(page: Page, speaker: Speaker): Ask[] {
  const found: Ask[] = [];
  for (const sentence of page.sentences) {
    if (!isAsk(page, sentence)) continue;
    const of = askedSide(sentence, speaker);
    found.push({ ...findingIn(sentence, 0.75), of, ...dueOf(sentence.plain, page.day) });
  }
  return found;
}

/** What the writer promises, sentence by sentence, each with its day. */
export function promisesOf(page: Page, speaker: Speaker): Pledge[] {
  if (speaker.side === 'unknown') return [];
  const by = speaker.side;
  const found: Pledge[] = [];
  for (const sentence of page.sentences) {
    const [start, end] = promiseClause(page, sentence) ?? [0, 0];
    if (end === 0) continue;
    const words = sentence.plain.slice(start, end);
    found.push({ ...findingIn(sentence, 0.75, start, end), by, ...dueOf(words, page.day) });
  }
  return found;
}

function isAsk(page: Page, { plain }: Line): boolean {
  const { lexicon } = page;
  if (IDLE.test(plain)) return false;
  if (has(lexicon.dont, plain) && begins(plain)) return true;
  // A question to the reader of an intro asks for something; one about times or people does so outright.
  if (/\?["')\]]*\s*$/.test(plain) && plain.length > 12) return true;
  const joins = hitsOf(lexicon.introduces, plain);
  return hitsOf(lexicon.ask, plain).some(
    ({ start, end }) => leads(plain, start) && !joins.some((join) => join.start < end && start < join.end),
  );
}

/** Whether a phrase stands where a sentence or a clause begins, perhaps after a name or a few small words. */
function leads(plain: string, start: number): boolean {
  const before = plain.slice(0, start);
  return (
    /^\s*(?:[\p{L}'’.-]{1,20}\s?){0,3}[,:–—-]?\s*$/u.test(before) ||
    /(?:[,;:–—(]|\b(?:and|so|but|then|und|et|y|e|och|en|så|also|donc|doch))\s+(?:[\p{L}'’.-]{1,20}[,]?\s){0,2}$/iu.test(
      before,
    )
  );
}

function begins(plain: string): boolean {
  return (
    /^\s*(?:[\p{Lu}][\p{L}'’.-]{1,20},\s)?(?:please |so |and |but |also )*(?:don't|do not|never|no need)/iu.test(
      plain,
    ) || /(?:so|and|but|;|,) (?:please )?(?:don't|do not)\b/i.test(plain)
  );
}

function askedSide(sentence: Line, speaker: Speaker): Ask['of'] {
  for (const [name, side] of speaker.names) {
    if (side === 'unknown') continue;
    if (new RegExp(`^(?:\\p{L}{1,8}[ ,]+)?${escaped(name)}(?![\\p{L}])`, 'iu').test(sentence.plain))
      return side;
  }
  return speaker.side === 'host' ? 'host' : 'host';
}

const CONDITION = /^(?:if|wenn|falls|si|se|om|als)\b/i;

/** The clause of a sentence that holds the promise, or null. */
function promiseClause(page: Page, { plain }: Line): [number, number] | null {
  if (IDLE.test(plain) || /\?\s*$/.test(plain)) return null;
  const joins = hitsOf(page.lexicon.introduces, plain);
  const hit = hitsOf(page.lexicon.promise, plain).find(
    ({ start, end }) => !joins.some((join) => join.start < end && start < join.end),
  );
  if (!hit) return null;
  const before = plain.slice(0, hit.start);
  if (/\b(?:that|which|what|who|hope|think|whether)\s$/i.test(before) && !/mail|list|file/i.test(before))
    return null;
  if (/^\s*(?:not|never|nicht|pas|no|inte|niet|não)\b/i.test(plain.slice(hit.end))) return null;
  const cut = Math.max(before.lastIndexOf('; '), before.lastIndexOf('. '), before.lastIndexOf(' – '));
  const start = CONDITION.test(plain) || cut < 0 ? 0 : cut + 2;
  return [start, plain.length];
}
