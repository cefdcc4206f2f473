import type { Finding } from '#domain/finding.js';
import { has, hitsOf } from '#reading/lexicon/cue.js';
import { findingIn, type Page } from '#reading/mail/page.js';
import { organisationOf } from '#reading/mail/people/organisation.js';
import type { Participant } from '#reading/mail/people/participants.js';
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

/** From this on a mail counts as an intro. */
export const INTRO_AT = 2.5;

/** Adds up the signs of an intro. Each is a habit of the field; none alone decides. */
export function introScore(page: Page, people: readonly Participant[]): IntroScore {
  const { lexicon } = page;
  const joins = joining(page);
  const sender = people.find(({ place }) => place === 'from');
  const others = new Set(
    people
      .filter(
        ({ place, organisation }) =>
          place !== 'from' && place !== 'forwarder' && organisation !== sender?.organisation,
      )
      .map(({ organisation, address }) => organisation ?? address.toLowerCase()),
  );
  const given = givenContacts(page, people);
  const third = thirdPersonNeeds(page);
  const handing = Math.min(kinds(page, lexicon.handsOver), 3);
  const offering = kinds(page, lexicon.offers);
  let total = 0;
  if (subjectHas(page, lexicon.introduces)) total += 1.5;
  if (joins.length > 0) total += 1.5 + Math.min(joins.length - 1, 2) * 0.3;
  total += [0, 0.7, 1.1, 1.4][handing] ?? 0;
  if (offering > 0) total += 1;
  if (others.size >= 2) total += 1.3;
  if (given > 0) total += 0.6;
  total += Math.min(third, 4) * 0.35;
  if (/\p{L}\s?(?:<>|<->|↔|\/\/|x|&)\s?\p{L}/u.test(page.head.subject) && others.size >= 2) total += 0.6;
  return { total, joins, others, thirdParty: others.size >= 2 || given > 0 };
}

/** Where two people are brought together, leaving out thanks for an intro that was made before. */
function joining(page: Page): Finding[] {
  const found: Finding[] = [];
  for (const sentence of page.sentences) {
    const hits = hitsOf(page.lexicon.introduces, sentence.plain);
    if (hits.length === 0) continue;
    if (has(page.lexicon.thanks, sentence.plain) && !/\b(?:meet|please|copied|cc)\b/i.test(sentence.plain))
      continue;
    found.push(findingIn(sentence, 0.8));
  }
  return found;
}

/** Addresses in the words that belong to none of those who take part. */
function givenContacts(page: Page, people: readonly Participant[]): number {
  const known = new Set(people.map(({ address }) => organisationOf(address)));
  const given =
    page.words.text.slice(0, 20_000).match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g) ?? [];
  return new Set(given.filter((address) => !known.has(organisationOf(address)))).size;
}

const THIRD =
  /(?<![\p{L}])(?:she|he|they|her|his|their|them|sie|er|ihr|ihre|ihm|ihnen|herr|frau|elle|il|ils|elles|leur|leurs|lui|ella|él|ellos|ellas|les|le|su|sus|lei|lui|loro|gli|hon|han|de|deras|hennes|hans|zij|ze|hij|hun|haar|ela|ele|eles|elas|deles|dela|dele)(?![\p{L}])/iu;

/** Sentences in which a third party has a trouble, a date or a wish. */
function thirdPersonNeeds(page: Page): number {
  const { lexicon } = page;
  return page.sentences.filter(
    ({ plain }) =>
      THIRD.test(plain) &&
      (has(lexicon.wants, plain) ||
        has(lexicon.problem, plain) ||
        has(lexicon.expectsNext, plain) ||
        has(lexicon.whyNow, plain)),
  ).length;
}

/** Where somebody is handed over, for the reasons that people see. */
export function handing(page: Page): Finding[] {
  return signs(page, page.lexicon.handsOver, 3);
}
