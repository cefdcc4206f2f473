import type { Finding, Stake } from '#domain/finding.js';
import { namedDays } from '#reading/due/due-day.js';
import { has, hitsOf } from '#reading/lexicon/cue.js';
import { MONEY, MONTH, sizedNumber } from '#reading/mail/brief/wording.js';
import { findingIn, type Page, type Part } from '#reading/mail/page.js';

/** What is known when the answers are looked for. */
export type Told = {
  /** Where clauses start that ask or promise: they answer a question only where their own words say more. */
  readonly spoken: ReadonlySet<number>;
  /** Names of the buyer's people and companies, lower case. */
  readonly buyers: readonly string[];
};

/** Why now: an event or a day that the buyer's side lives by. */
export function whyNow(page: Page, told: Told): Finding[] {
  const said = page.day ?? '2001-01-01';
  return best(page, 2, 0.8, (part) => {
    if (told.spoken.has(part.start) || /\?\s*$/.test(part.plain)) return 0;
    const cues = hitsOf(page.lexicon.whyNow, part.plain).length;
    const ahead = namedDays(part.plain, said).some(
      ({ date, words }) => date > said && /\d/.test(words) && MONTH.test(words),
    );
    const dated =
      ahead || namedDays(part.plain, said).some(({ date }) => date >= said) || MONTH.test(part.plain);
    const others = aboutOthers(page, part, told) ? 0.2 : 0;
    return (
      0.5 * Math.min(cues, 2) +
      (ahead ? 0.65 : dated ? 0.4 : 0) +
      others -
      (has(page.lexicon.firstPerson, part.plain) ? 0.2 : 0)
    );
  });
}

/** What the partner is in the buyer's world: done together, known for years, trusted. */
export function credibility(page: Page, told: Told): Finding[] {
  return best(page, 2, 0.6, (part) => {
    if (told.spoken.has(part.start)) return 0;
    const cues = hitsOf(page.lexicon.credibility, part.plain).length;
    if (cues === 0 || !has(page.lexicon.firstPerson, part.plain)) return 0;
    return 0.6 + 0.3 * Math.min(cues - 1, 2);
  });
}

/** The trouble on the table. */
export function problem(page: Page, told: Told): Finding[] {
  return best(page, 3, 0.5, (part) => {
    if (told.spoken.has(part.start)) return 0;
    const cues = hitsOf(page.lexicon.problem, part.plain).length;
    if (cues === 0) return 0;
    const own = has(page.lexicon.firstPerson, part.plain) && !aboutOthers(page, part, told);
    return (
      0.5 * Math.min(cues, 3) +
      (aboutOthers(page, part, told) ? 0.2 : 0) -
      (own ? 0.4 : 0) -
      (MONEY.test(part.plain) ? 0.2 : 0)
    );
  });
}

/** What the buyer expects to happen next. */
export function expectsNext(page: Page, told: Told): Finding[] {
  return best(page, 2, 0.55, (part) => {
    const cues = hitsOf(page.lexicon.expectsNext, part.plain).length;
    if (cues === 0) return 0;
    const own = /^(?:and |so )?(?:i|we|ich|wir|je|nous|yo|io|noi|jag|vi|ik|wij|eu)\b/i.test(part.plain);
    return (
      0.4 +
      0.25 * Math.min(cues - 1, 3) +
      (aboutOthers(page, part, told) ? 0.25 : 0) -
      (told.spoken.has(part.start) ? 0.3 : 0) -
      (own ? 0.5 : 0)
    );
  });
}

/** Money, size and competitors, each as what it is about. */
export function stakes(page: Page, told: Told): Stake[] {
  const found: Stake[] = [];
  for (const part of page.clauses) {
    const asked = told.spoken.has(part.start);
    if (/:$/.test(part.plain)) continue;
    const add = (about: Stake['about'], confidence: number) =>
      found.push({ ...findingIn(part, confidence), about });
    if (MONEY.test(part.plain) && (!asked || has(page.lexicon.budget, part.plain))) add('money', 0.75);
    else if (!asked && has(page.lexicon.competitor, part.plain)) add('competitor', 0.65);
    else if (!asked && sizedNumber(part.plain, hitsOf(page.lexicon.size, part.plain))) add('scope', 0.65);
  }
  return found.slice(0, 5);
}

/** Who the buyer is: the sentence that tells most of them by name. */
export function buyer(page: Page, told: Told): Finding[] {
  const telling = page.sentences
    .map((line, place) => {
      const plain = line.plain.replace(/\s+/g, ' ').toLowerCase();
      const named = told.buyers.filter((name) => plain.includes(name)).length;
      const described = /,|\(|\bis\b|\bruns\b|\bist\b|\best\b|\bes\b|\bè\b|\bär\b/.test(line.plain) ? 0.5 : 0;
      return { line, value: named === 0 || line.plain.length < 25 ? 0 : named + described - place * 0.15 };
    })
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value)[0];
  return telling ? [findingIn(telling.line, 0.75)] : [];
}

function aboutOthers(page: Page, part: Part, told: Told): boolean {
  if (has(page.lexicon.thirdPerson, part.plain)) return true;
  const plain = part.plain.replace(/\s+/g, ' ').toLowerCase();
  return told.buyers.some((name) => plain.includes(name));
}

/** The highest-scored clauses above a floor, in the order of the mail.. */
function best(page: Page, most: number, floor: number, score: (part: Part) => number): Finding[] {
  const scored = page.clauses
    .map((part) => ({ part, value: /:$/.test(part.plain) ? 0 : score(part) }))
    .filter(({ value }) => value >= floor)
    .sort((one, other) => other.value - one.value)
    .slice(0, most)
    .sort((one, other) => one.part.start - other.part.start);
  return scored.map(({ part, value }) => findingIn(part, 0.4 + value * 0.3));
}
