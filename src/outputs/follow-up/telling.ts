import type { Evidence } from '#domain/evidence.js';
import { type Cut, cutOf, piece, SOON } from '#outputs/follow-up/cut.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';
import { countWords, type SpokenOf } from '#outputs/follow-up/spoken-of.js';
import { turnEnglish } from '#outputs/follow-up/turn-english.js';
import { turnGerman } from '#outputs/follow-up/turn-german.js';

/** Words of the mail, as the buyer can be told them: turned to "you", or as they are and then quoted. */
export type Told = { readonly words: string; readonly turned: boolean; readonly evidence: Evidence };

export type Telling = {
  readonly facts: FollowUpFacts;
  readonly spokenOf: Omit<SpokenOf, 'pronouns'>;
  /** First names on the host's side: words with one of them were said to us and not about the buyer. */
  readonly hosts: readonly string[];
  /** Whether the buyer got the mail: only then may the partner's words be quoted to them. */
  readonly read: boolean;
};

const OWN =
  /(?<!\p{L})(?:i|i['’](?:m|d|ve|ll)|me|my|we|we['’](?:re|d|ve|ll)|us|our|ich|wir|mir|uns|unser\p{L}*|je|j['’]|nous|yo|nosotros|io|noi|jag|vi|ik|wij|eu|nós)(?!\p{L})/iu;
/** Sums are the buyer's and the partner's business; nobody opens a conversation with them. */
const MONEY =
  /[$€£]\s?\d|\d[\d.,]*\s?(?:k|m|mn|mio|million|millionen|tausend)?\s?(?:€|eur(?:os?)?|usd|gbp|chf|dollars?|pounds?|kronor)(?!\p{L})|(?<!\p{L})(?:usd|eur|gbp|chf)\s?\d/iu;
/** Words that hang on the sentence before. */
const HANGING =
  /^(?:(?:some|two|three|four|most|all|one|none|both|half) of (?:it|them|those|these)|it|that|this|those|these|das|dies|diese|dort|nine \p{L}+$)(?!\p{L})/iu;
const LONGEST = 48;

/** The ways to tell one answer of the brief, the best first; empty where none of its words can be told. */
export function tellings(telling: Telling, quotes: readonly Evidence[]): Told[] {
  return [...joined(telling, quotes), ...quotes.flatMap(sentencesIn)]
    .map((quote) => tell(telling, quote))
    .filter((told) => told !== null)
    .sort((one, other) => worth(other) - worth(one));
}

export function overlaps(one: Evidence, other: Evidence): boolean {
  return (
    one.arrival === other.arrival && one.part === other.part && one.start < other.end && other.start < one.end
  );
}

// An answer of two sentences can be told in part; "and needs a list" says alone what is needed.
function sentencesIn(quote: Evidence): Evidence[] {
  const cuts = [...quote.quote.matchAll(/[.!?]\s+(?=\p{Lu})/gu)].map(
    (match) => match.index + match[0].length,
  );
  const bounds = [0, ...cuts, quote.quote.length];
  const parts =
    cuts.length === 0
      ? []
      : bounds.slice(1).map((end, place) => piece(quote, bounds[place] ?? 0, end).evidence);
  const needs = /\band (?=(?:needs|wants|would like) )/.exec(quote.quote);
  const tail =
    needs === null ? [] : [piece(quote, needs.index + needs[0].length, quote.quote.length).evidence];
  return [quote, ...parts.filter((each) => countWords(each.quote) >= 6), ...tail];
}

function tell(telling: Telling, quote: Evidence): Told | null {
  const cut = cutOf(quote);
  const words = countWords(cut.words);
  if (words < 4 || words > LONGEST || !isTellable(telling, cut)) return null;
  const turned = turn(telling, cut);
  if (turned !== null) return { words: turned, turned: true, evidence: cut.evidence };
  const isWhole = words >= 6 && !/^(?:needs|wants|would like)\s/.test(cut.words);
  return telling.read && isWhole ? { words: cut.words, turned: false, evidence: cut.evidence } : null;
}

function isTellable({ facts, hosts, spokenOf }: Telling, { words }: Cut): boolean {
  if (OWN.test(words) || SOON.test(words) || MONEY.test(words) || HANGING.test(words)) return false;
  if (/[?“”„"«»[\]]/.test(words)) return false;
  const ours = [...hosts, facts.partner.company.split(' ')[0] ?? facts.partner.company];
  if (ours.some((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(words))) return false;
  return spokenOf.first === null || !words.startsWith(`${spokenOf.first},`);
}

function turn(telling: Telling, cut: Cut): string | null {
  const spokenOf = { ...telling.spokenOf, pronouns: isMeant(telling, cut) };
  const { language } = telling.facts.mail;
  if (language === 'de') return turnGerman(cut.words, spokenOf);
  if (language !== 'en') return null;
  const needs = /^(?:needs|wants|would like) /.test(cut.words) && spokenOf.first !== null;
  return turnEnglish(needs ? `${spokenOf.first} ${cut.words}` : cut.words, spokenOf);
}

// A pronoun at the beginning means whom the sentence before spoke of, or the only person there is.
function isMeant({ facts, spokenOf }: Telling, { words, evidence }: Cut): boolean {
  const before = facts.mail.text.slice(Math.max(0, evidence.start - 320), evidence.start);
  const sentences = before.split(/[.!?]\s+(?=[\p{Lu}"“])/u);
  const last = sentences.at(-1) ?? '';
  const near = last.trim().length > 12 ? last : (sentences.at(-2) ?? '');
  const { first, full, company } = spokenOf;
  const names = [first, full?.split(' ').at(-1), company, company?.split(' ')[0]].flatMap(
    (name) => name ?? [],
  );
  if (names.some((name) => near.includes(name))) return true;
  if (othersOf(facts, full).length > 0) return false;
  const about = /(?<!\p{L})(?:she|he|they|her|his|their|them|er|ihm|ihn|sister|captain)(?!\p{L})/iu.test(
    near,
  );
  const named = facts.people.some(
    (each) => each.name !== null && each.name !== full && near.includes(each.name.split(' ')[0] ?? each.name),
  );
  return about || (/^(?:she|he)(?!\p{L})/iu.test(words) && !named);
}

/** Others on the buyer's side, whom a pronoun could mean. */
function othersOf(facts: FollowUpFacts, full: string | null): readonly string[] {
  const own = new Set((full ?? '').split(/\s+/));
  return facts.people.flatMap(({ name, side, email }) => {
    if (side !== 'buyer' || name === null || name === full) return [];
    const isSame = email === null && name.split(/[\s'’]+/).some((word) => word.length > 2 && own.has(word));
    return isSame ? [] : [name];
  });
}

// Clauses that stand behind each other in the mail belong together.
function joined({ facts }: Telling, quotes: readonly Evidence[]): Evidence[] {
  return quotes.flatMap((first, place) => {
    const second = quotes[place + 1];
    if (second === undefined || first.arrival !== second.arrival || first.part !== second.part) return [];
    const between = facts.mail.text.slice(first.end, second.start);
    if (second.start < first.end || !/^[\s,;]*$/.test(between)) return [];
    const quote = facts.mail.text.slice(first.start, second.end);
    return quote.startsWith(first.quote) ? [{ ...first, end: second.end, quote }] : [];
  });
}

function worth({ words, turned }: Told): number {
  const count = countWords(words);
  const figures =
    /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hours|zwei|drei|vier|fünf|neun)\b/i.test(
      words,
    );
  // Somebody else's "she" in quoted words is nobody's business to pass on.
  const others = !turned && /\b(?:she|he|her|his)\b/i.test(words);
  return (
    (turned ? 3 : 0) - (others ? 2 : 0) + (figures ? 1 : 0) + (count >= 8 ? 1 : 0) + Math.min(count, 36) / 72
  );
}
