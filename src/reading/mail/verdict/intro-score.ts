import type { Finding } from '#domain/finding.js';
import { has, hitsOf } from '#reading/lexicon/cue.js';
import { findingIn, type Page } from '#reading/mail/page.js';
import { describe } from '#reading/mail/people/described.js';
import { addressesIn, type Named } from '#reading/mail/people/named.js';
import { introducerOf, type Participant } from '#reading/mail/people/participants.js';
import { calledNames, escaped } from '#reading/mail/people/sides.js';
import { kinds, signs, subjectHas } from '#reading/mail/verdict/signs.js';

/** How much a mail looks like somebody being handed over, and what that rests on. */
export type IntroScore = {
  readonly total: number;
  readonly joins: readonly Finding[];
  /** Organisations of everybody addressed, without the sender's. */
  readonly others: ReadonlySet<string>;
  /** Whether anybody outside the sender's and the host's company takes part or is given an address. */
  readonly thirdParty: boolean;
};

/** A subject that says nothing but what the mail is. */
const TITLE =
  /^\s*(?:(?:new|warm|hot|quick|another)\s)?(?:leads?|referral|prospect|opportunity|e?-?mail intro|kontakt|empfehlung|contact|contacto|contatto|tip)\s*[:!.-]*\s*$/i;

const REPLY = /^\s*(?:re|aw|sv|antw|res|odp|ref|r)\s?(?:\[\d+\])?\s?:/i;

/** A telephone number in the newest words, signatures being set apart: somebody is to be called. */
const PHONE =
  /(?<![\d.,])(?:(?:\+\d{1,3}[ ./-]?|\(?0\d{1,4}\)?[ ./-]?|\(\d{3}\) ?|\d{3}[-.])\d{2,4}(?:[ ./-]?\d{2,4}){1,4}|\d{3} \d{3} \d{4}|\d{3}-\d{4})(?![\d.,]\d)/;

/** From this on a mail counts as an intro. */
export const INTRO_AT = 2;

/** Adds up the signs of an intro. Each is a habit of the field; none alone decides. */
export function introScore(page: Page, people: readonly Participant[], named: readonly Named[]): IntroScore {
  const { lexicon } = page;
  const joins = joining(page);
  const sender = introducerOf(page, people);
  const others = new Set(
    people
      .filter(
        ({ place, organisation }) =>
          (place !== 'from' || page.fromOutside) &&
          place !== 'forwarder' &&
          organisation !== sender?.organisation,
      )
      .map(({ organisation, address }) => organisation ?? address.toLowerCase()),
  );
  const given = addressesIn(page, people).length;
  const needs = thirdPartyNeeds(page);
  const handing = Math.min(kinds(page, lexicon.handsOver), 3);
  const described = strangersDescribed(page, people, named);
  const toContact = contactAsked(page);
  const reply = REPLY.test(page.head.subject);
  const added = joinsThread(page, people);
  let total = 0;
  // A reply carries the subject of what it answers: that an intro was made there says nothing of this mail.
  if (subjectHas(page, lexicon.introduces) && !REPLY.test(page.head.subject)) total += 1;
  if (joins.length > 0) total += 1.4 + Math.min(joins.length - 1, 2) * 0.3;
  total += [0, 0.6, 0.9, 1.1][handing] ?? 0;
  if (kinds(page, lexicon.offers) > 0) total += 0.9;
  if (others.size >= 2) total += 1.2;
  if (given > 0) total += 0.8;
  if (toldAbout(page, people, sender) > 0) total += reply ? 0.5 : 1.2;
  if (given + described > 0 && kinds(page, lexicon.resell) > 0) total += 0.5;
  if (reply && !added) total -= 0.7;
  if (TITLE.test(page.head.subject)) total += 1;
  // A number to call, and somebody spoken of: more than a number in passing.
  if (PHONE.test(page.words.text.slice(0, 20_000))) total += needs > 0 ? 0.9 : 0.4;
  if (described > 0) total += 0.8;
  if (toContact) total += 0.8;
  total += Math.min(needs, 4) * 0.3;
  if (added) total += 0.9;
  if (/\p{L}\s?(?:<>|<->|↔|\/\/|\+)\s?\p{L}/u.test(page.head.subject)) total += 0.5;
  return { total, joins, others, thirdParty: others.size >= 2 || given > 0 || described > 0 };
}

/** People of a third company in the headers whom the words speak of by name, to somebody else. */
function toldAbout(page: Page, people: readonly Participant[], sender: Participant | undefined): number {
  const others = people.filter(
    ({ place, known, organisation }) =>
      (place === 'to' || place === 'cc') && known !== 'host' && organisation !== sender?.organisation,
  );
  const readers = people.filter(
    ({ place, known, organisation }) =>
      place !== 'from' && (known === 'host' || organisation !== sender?.organisation),
  );
  if (readers.length < 2 && !others.some(({ place }) => place === 'cc')) return 0;
  return others.filter((person) => calledNames(person).some((name) => spokenOfByName(page, name))).length;
}

function spokenOfByName(page: Page, name: string): boolean {
  const spoken = new RegExp(
    `(?<![\\p{L}])${escaped(name)}(?:'s)?(?![\\p{L}'])\\s?(?!\\s?[,:–—-]|\\s?$)`,
    'u',
  );
  const { lexicon } = page;
  return page.sentences.some(
    ({ plain }) =>
      spoken.test(plain) &&
      [
        lexicon.wants,
        lexicon.problem,
        lexicon.expectsNext,
        lexicon.whyNow,
        lexicon.thirdPerson,
        lexicon.contacts,
        lexicon.introduces,
      ].some((cue) => has(cue, plain)),
  );
}

/** An answer that somebody is added to: they are addressed, and the history below does not know them. */
function joinsThread(page: Page, people: readonly Participant[]): boolean {
  const history = page.words.quotedHistory.slice(0, 60_000).toLowerCase();
  if (history === '' || page.forwardedBy !== null) return false;
  const knows = (person: Participant) =>
    history.includes(person.address.toLowerCase()) ||
    (person.name !== null && history.includes(person.name.toLowerCase()));
  const sender = people.find(({ place }) => place === 'from');
  const added = people.filter((person) => (person.place === 'to' || person.place === 'cc') && !knows(person));
  return (
    sender !== undefined &&
    knows(sender) &&
    added.some(({ organisation }) => organisation !== sender.organisation)
  );
}

/** People whom the words describe: those in the headers, other than writer and host, and those named only. */
function strangersDescribed(page: Page, people: readonly Participant[], named: readonly Named[]): number {
  const open = people.filter(
    ({ place, known, name }) => (place === 'to' || place === 'cc') && known === 'unknown' && name !== null,
  );
  return (
    open.filter(({ name }) => describe(page, name as string).role !== null).length +
    named.filter(({ kin }) => kin !== 'ours').length
  );
}

/** Whether the reader is asked to get in touch with somebody: "ring her", "offer her two slots". */
function contactAsked(page: Page): boolean {
  return page.sentences.some(({ plain }) => has(page.lexicon.contacts, plain));
}

/** Where two people are brought together, leaving out thanks for an intro that was made before. */
function joining(page: Page): Finding[] {
  const found: Finding[] = [];
  for (const sentence of page.sentences) {
    const hits = hitsOf(page.lexicon.introduces, sentence.plain).filter(
      (hit) => !spokenOf(sentence.plain, hit),
    );
    if (hits.length === 0) continue;
    if (has(page.lexicon.thanks, sentence.plain) && !/\b(?:meet|please|copied|cc)\b/i.test(sentence.plain))
      continue;
    found.push(findingIn(sentence, 0.8));
  }
  return found;
}

/** An intro that is spoken of ("the introduction I needed") or the writer's own ("introduce myself"). */
function spokenOf(plain: string, { start, end }: { start: number; end: number }): boolean {
  if (
    /^\s(?:myself|ourselves|mich|uns|moi|me)\b/i.test(plain.slice(end)) ||
    /\b(?:myself|ourselves)\b/i.test(plain.slice(start, end))
  )
    return true;
  if (/^meet$/i.test(plain.slice(start, end))) {
    // "Meet Mei" joins; "good to meet you" and "let us meet on Tuesday" do not.
    return (
      !/^\s\p{Lu}\p{L}/u.test(plain.slice(end)) ||
      /(?:to|we|us|can|could|will|would|let's|and|you|i|they)\s$/i.test(plain.slice(0, start))
    );
  }
  if (!NOUN.test(plain.slice(start, end))) return false;
  return /(?:the|your|that|this|his|her|for|of|die|der|deine|ihre|la|le|votre|ta|tu|su|l'|il|den|din|je|de|jouw|a sua|tua)\s?$/i.test(
    plain.slice(0, start).replace(/(?:great|kind|warm|lovely|quick|nice)\s$/i, ''),
  );
}

const NOUN =
  /^(?:intros?|introductions?|vorstellung|empfehlung|présentation|introduction|mise en relation|presentación|recomendación|presentazione|segnalazione|presentation|introduktion|introductie|kennismaking|apresentação|indicação|recommandation|deal registration)$/i;

/** Sentences in which a third party has a trouble, a date, a wish or a budget. */
function thirdPartyNeeds(page: Page): number {
  const { lexicon } = page;
  return page.sentences.filter(({ plain }) => {
    const signs = [lexicon.wants, lexicon.problem, lexicon.expectsNext, lexicon.whyNow, lexicon.budget];
    const said = signs.filter((cue) => has(cue, plain)).length;
    return said >= 2 || (said === 1 && has(lexicon.thirdPerson, plain));
  }).length;
}

/** Where somebody is handed over, for the reasons that people see. */
export function handing(page: Page): Finding[] {
  return signs(page, page.lexicon.handsOver, 3);
}
