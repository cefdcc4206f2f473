import type { Evidence } from '#domain/evidence.js';
import { isForbidden, isForPartner } from '#outputs/follow-up/asked.js';
import { cutOf, flat, SOON } from '#outputs/follow-up/cut.js';
import { dayWords } from '#outputs/follow-up/day-words.js';
import type { FollowUpFacts, Spoken } from '#outputs/follow-up/facts.js';
import { offeredTime } from '#outputs/follow-up/offered.js';
import { escaped } from '#outputs/follow-up/spoken-of.js';
import type { Told } from '#outputs/follow-up/telling.js';

/** What the partner asked us to do for the buyer, as the step that the follow-up names. */
export type Step =
  /** A sentence that owns the step: "I will send you the upload link by Thursday 14 May." */
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly evidence: Evidence;
      readonly needsAnswer: boolean;
    }
  /** A call or a sending whose day is left to the writer. */
  | { readonly kind: 'undated'; readonly before: string; readonly gap: string; readonly evidence: Evidence }
  /** Times to be proposed, in the partner's words where these say which. */
  | {
      readonly kind: 'times';
      readonly words: string | null;
      readonly hint: string | null;
      readonly evidence: Evidence | null;
    };

const TIMES: Step = { kind: 'times', words: null, hint: null, evidence: null };

/** The step that the asks of the mail come to; without one, times are proposed. */
export function stepOf(facts: FollowUpFacts, language: string, names: Names, expected: Told | null): Step {
  const offered = offeredTime(facts, names.buyer);
  if (offered !== null) return offered;
  const asks = facts.asks.filter((each) => !isForbidden(each.quote));
  const found = asks.flatMap((ask) => stepIn(facts, language, names, ask) ?? []);
  const rank = (step: Step) =>
    step.kind === 'said' ? 0 : step.kind === 'undated' ? 1 : step.words !== null ? 0 : 2;
  const best = [...found].sort((one, other) => rank(one) - rank(other))[0] ?? TIMES;
  // What the buyer wants in hand before any meeting is sent, not talked about.
  const wants =
    language === 'en' && best.kind === 'times' && best.words === null && IN_HAND.test(expected?.words ?? '');
  if (wants && expected !== null) return handed(facts, expected.evidence);
  return best.kind === 'said' && best.needsAnswer && expected === null ? TIMES : best;
}

const IN_HAND =
  /\b(?:letter|in writing|written|short list|one-page|description|estimate|quote|price list|checklist|reference)\b|\b(?:a|the) (?:price|number)\b/i;

function handed(facts: FollowUpFacts, evidence: Evidence): Step {
  const ask = facts.asks.find((each) => each.side === 'host' && each.due !== null && each.due >= facts.today);
  const day = ask === undefined ? null : comingDay(facts, ask, 'en');
  if (day === null || ask === undefined)
    return { kind: 'undated', before: 'You will get that from me', gap: 'by when', evidence };
  return {
    kind: 'said',
    text: `You will get that from me by ${day}.`,
    evidence: cutOf(ask).evidence,
    needsAnswer: true,
  };
}

type Names = { readonly buyer: string | null; readonly hosts: readonly string[] };

function stepIn(facts: FollowUpFacts, language: string, names: Names, ask: Spoken): Step | null {
  const cut = cutOf(ask);
  if (language === 'en') return englishStep(facts, names, ask, cut.words) ?? hinted(ask, cut.words, names);
  if (ask.side !== 'host') return null;
  if (language === 'de') return germanStep(facts, ask, cut.words) ?? hinted(ask, cut.words, names);
  return hinted(ask, cut.words, names);
}

const ASKED =
  /\b(?:(?:could|can|would|will) you (?:please |kindly |maybe )?|please )(?<verb>\p{Ll}+)\s(?<rest>.+)$/iu;

function englishStep(facts: FollowUpFacts, names: Names, ask: Spoken, words: string): Step | null {
  const promised = promisedByUs(facts, names, ask, words);
  if (promised !== null || ask.side !== 'host') return promised;
  if (WRITES.test(words)) return null;
  const asked = ASKED.exec(words) ?? imperative(words, names);
  const verb = asked?.groups?.verb?.toLowerCase() ?? '';
  const rest = asked?.groups?.rest?.replace(/[?!.]+$/, '') ?? '';
  const times = /(?:(?:two or three|two|three|a few|a couple of|some)\s)?\b(?:times|slots|dates)\b.*$/i.exec(
    rest,
  )?.[0];
  if (times !== undefined)
    return { kind: 'times', words: flat(times), hint: null, evidence: cutOf(ask).evidence };
  const object = objectFor(names);
  const evidence = cutOf(ask).evidence;
  if (/^(?:ring|call|phone)$/.test(verb) && object.test(rest)) {
    const day = comingDay(facts, ask, 'en');
    if (day !== null)
      return { kind: 'said', text: `I will ${verb} you on ${day}.`, evidence, needsAnswer: false };
    const when = flat(rest.replace(object, '').replace(/^[\s,]+/, ''));
    return {
      kind: 'undated',
      before: `I will ${verb} you`,
      gap: when === '' ? 'day and time' : `day and time; ${when}`,
      evidence,
    };
  }
  if (!/^(?:send|give|get|post|share|show|bring)$/.test(verb)) return null;
  if (/\b(?:me|us)\b/i.test(rest)) return null;
  const given = (rest.split(/\s(?:because|since|as)\s/)[0] ?? rest)
    .replace(/\byour\b/gi, 'our')
    .replace(object, 'you ')
    .replace(/\bto (?:her|him|them)\b/i, 'to you')
    .trim();
  if (!/\byou\b/.test(given) || /\b(?:she|he|her|him|they|them)\b/i.test(given)) return null;
  if (/\b(?:that|it|this)\b/i.test(given.split(/\bso that\b/)[0] ?? '')) {
    const day = comingDay(facts, ask, 'en');
    if (day === null)
      return { kind: 'undated', before: 'You will get that from me', gap: 'by when', evidence };
    return { kind: 'said', text: `You will get that from me by ${day}.`, evidence, needsAnswer: true };
  }
  return dated(facts, ask, `I will ${verb} ${given}`, evidence);
}

/** "Anthony, Ravi will send you a quote by Wednesday": said to the buyer, of us. */
function promisedByUs(
  facts: FollowUpFacts,
  { buyer, hosts }: Names,
  ask: Spoken,
  words: string,
): Step | null {
  if (buyer === null || hosts.length === 0) return null;
  const said = new RegExp(
    `^${escaped(buyer)},\\s(?:${hosts.map(escaped).join('|')})\\swill\\s(?<what>.+?)(?:\\sand\\s(?:he|she|they)\\b|,|$)`,
    'u',
  ).exec(words);
  const what = said?.groups?.what;
  if (what === undefined || WRITES.test(what) || /\b(?:her|him|them|me|us)\b/i.test(what)) return null;
  return dated(facts, ask, `I will ${what}`, cutOf(ask).evidence);
}

// A sentence with the day that it is due on; where the day is over or was not said, it is left to the writer.
function dated(facts: FollowUpFacts, ask: Spoken, text: string, evidence: Evidence): Step {
  const plain = text.replace(/[.!?]+$/, '');
  const day = comingDay(facts, ask, 'en');
  const words = ask.dueWords;
  if (day !== null && words !== null && plain.includes(words)) {
    const lead = /^(?:by|until|till|before)\b/i.exec(words)?.[0];
    return {
      kind: 'said',
      text: `${plain.replace(words, lead === undefined ? `on ${day}` : `by ${day}`)}.`,
      evidence,
      needsAnswer: false,
    };
  }
  const bare = words === null ? plain : flat(plain.replace(words, ''));
  if (SOON.test(bare)) return { kind: 'times', words: null, hint: flat(ask.quote), evidence };
  return { kind: 'undated', before: bare, gap: 'by when', evidence };
}

function imperative(words: string, { hosts }: Names): RegExpExecArray | null {
  const named = hosts.length === 0 ? '' : `(?:(?:${hosts.map(escaped).join('|')})[,:]?\\s)?`;
  return new RegExp(`^${named}(?<verb>send|ring|call|phone|get|give)\\s(?<rest>.+)$`, 'iu').exec(words);
}

function objectFor({ buyer }: Names): RegExp {
  return new RegExp(`^(?:her|him|them${buyer === null ? '' : `|${escaped(buyer)}`})(?:\\s|$)`, 'iu');
}

function germanStep(facts: FollowUpFacts, ask: Spoken, words: string): Step | null {
  const evidence = cutOf(ask).evidence;
  if (/\b(?:melden|schreiben)\b/i.test(words)) return TIMES;
  const day = comingDay(facts, ask, 'de');
  if (/\b(?:rufen|anrufen)\b/i.test(words)) {
    if (day !== null)
      return { kind: 'said', text: `Ich rufe Sie am ${day} an.`, evidence, needsAnswer: false };
    return { kind: 'undated', before: 'Ich rufe Sie an', gap: 'Tag und Uhrzeit', evidence };
  }
  const sent =
    /\b(?:schicken|senden)\s(?:Sie\s)?(?:ihm|ihr|ihnen|Herrn\s\p{Lu}\p{L}+|Frau\s\p{Lu}\p{L}+)\s(?:bitte\s)?(?<what>[^.,?!]+)/u.exec(
      words,
    );
  const what = sent?.groups?.what;
  if (what === undefined) return null;
  const bare = flat(ask.dueWords === null ? what : what.replace(ask.dueWords, ''));
  if (day === null)
    return { kind: 'undated', before: `Ich schicke Ihnen ${bare}`, gap: 'bis wann', evidence };
  return {
    kind: 'said',
    text: `Ich schicke Ihnen bis ${day}, ${bare}.`.replace(', ', ' '),
    evidence,
    needsAnswer: false,
  };
}

const WRITES =
  /\b(?:write to|contact|reach out|get back|get in touch|be in touch|email|mail (?:her|him|them)|escrib\w+|scrivere|écri\w+|skriv\w*|schrijf\w*)\b/i;
const ABOUT_BUYER =
  /\b(?:her|him|them|she|he|ihn|ihm|ihr|sie|le|la|lui|lle|llámale|henne|honom|haar|hem|lhe)\b|llámale|lui\b/i;

/** An ask that becomes no sentence by rule stands in the gap in the partner's own words, for the writer to settle. */
function hinted(ask: Spoken, words: string, { buyer }: Names): Step | null {
  if (isForPartner(words)) return null;
  if (WRITES.test(words)) return null;
  const isAbout = ABOUT_BUYER.test(words) || (buyer !== null && words.includes(buyer));
  return isAbout ? { kind: 'times', words: null, hint: words, evidence: cutOf(ask).evidence } : null;
}

/** The day that an ask is due on, in words, or null where it names none or it is over. */
function comingDay(facts: FollowUpFacts, ask: Spoken, language: string): string | null {
  return ask.due === null || ask.due < facts.today ? null : dayWords(ask.due, language);
}

/** Whether an ask is done by writing at all. */
export function isWriting(words: string): boolean {
  return WRITES.test(words) || /(?<!\p{L})(?:melden|schreiben)(?!\p{L})/iu.test(words);
}

/** Asks of the partner for the buyer that the draft does not name. */
export function unusedSteps(facts: FollowUpFacts, language: string, names: Names, step: Step): Spoken[] {
  const used = step.evidence;
  return facts.asks.filter((ask) => {
    if (isForbidden(ask.quote) || ask.side !== 'host' || stepIn(facts, language, names, ask) === null)
      return false;
    return used === null || used.start >= ask.end || used.end <= ask.start;
  });
}
