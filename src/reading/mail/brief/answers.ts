import type { Finding, Stake } from '#domain/finding.js';
import { namedDays } from '#reading/due/due-day.js';
import { has, hitsOf } from '#reading/lexicon/cue.js';
import { findingIn, type Line, type Page } from '#reading/mail/page.js';

/** Sentences that ask or promise answer no question of the brief, unless their own words say more. */
export type Spoken = ReadonlySet<number>;

const FIRST_PERSON =
  /(?<![\p{L}])(?:we|we've|our|us|i|i've|my|me|wir|unser|unsere|uns|ich|mein|meine|mir|nous|notre|nos|on|je|j'ai|mon|ma|mes|nosotros|nuestro|nuestra|yo|mi|noi|nostro|nostra|ci|io|mio|mia|vi|vår|vårt|våra|oss|jag|min|mitt|wij|we|ons|onze|ik|mijn|nós|nosso|nossa|eu|meu|minha)(?![\p{L}])/iu;

const THIRD_PERSON =
  /(?<![\p{L}])(?:she|he|they|her|his|their|them|it|sie|er|ihr|ihre|ihren|elle|il|ils|leur|leurs|lui|ella|él|ellos|su|sus|les|llevan|lei|loro|hon|han|de|deras|zij|ze|hij|hun|ela|ele|eles)(?![\p{L}])/iu;

const MONEY =
  /(?:[$€£¥₹]\s?\d[\d.,' ]{0,14}\s?(?:k|m|mn|bn|million|thousand)?|(?:usd|eur|gbp|chf|sek|nok|dkk|cad|aud|inr)\s?\d[\d.,' ]{0,14}\s?(?:k|m|mn|bn)?|\d[\d.,' ]{0,14}\s?(?:k|m|mn|bn|mio|million|millionen|millions|miljoner|milioni|millones|thousand|tausend)?\s?(?:[$€£]|(?:dollars?|euros?|pounds?|francs?|kronor|kr|reais|crore|lakh|usd|eur|gbp|chf|sek|nok|dkk)\b))/iu;

/** Why now: an event or a day that the buyer's side lives by. */
export function whyNow(page: Page, spoken: Spoken): Finding[] {
  return best(
    page,
    2,
    (line) => {
      if (spoken.has(line.start)) return 0;
      const cues = hitsOf(page.lexicon.whyNow, line.plain).length;
      if (cues === 0) return 0;
      const said = page.day ?? '2001-01-01';
      const dated = namedDays(line.plain, said).some(({ date }) => date >= said);
      return (
        0.5 * Math.min(cues, 2) +
        (dated || MONTH.test(line.plain) ? 0.5 : 0) +
        (THIRD_PERSON.test(line.plain) ? 0.1 : 0)
      );
    },
    0.8,
  );
}

const MONTH =
  /(?<![\p{L}])(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|q[1-4]|spring|summer|autumn|fall|winter)(?![\p{L}])/iu;

/** What the partner is in the buyer's world: done together, known for years, trusted. */
export function credibility(page: Page, spoken: Spoken): Finding[] {
  return best(
    page,
    2,
    (line) => {
      if (spoken.has(line.start)) return 0;
      const cues = hitsOf(page.lexicon.credibility, line.plain).length;
      if (cues === 0 || !FIRST_PERSON.test(line.plain)) return 0;
      return 0.6 + 0.3 * Math.min(cues - 1, 2);
    },
    0.6,
  );
}

/** The trouble on the table. */
export function problem(page: Page, spoken: Spoken): Finding[] {
  return best(
    page,
    3,
    (line) => {
      if (spoken.has(line.start)) return 0;
      const cues = hitsOf(page.lexicon.problem, line.plain).length;
      if (cues === 0) return 0;
      return (
        0.5 * Math.min(cues, 3) +
        (THIRD_PERSON.test(line.plain) ? 0.2 : 0) -
        (FIRST_PERSON.test(line.plain) ? 0.3 : 0) -
        (MONEY.test(line.plain) ? 0.2 : 0)
      );
    },
    0.5,
  );
}

/** What the buyer expects to happen next. */
export function expectsNext(page: Page, spoken: Spoken): Finding[] {
  return best(
    page,
    2,
    (line) => {
      const cues = hitsOf(page.lexicon.expectsNext, line.plain).length;
      if (cues === 0) return 0;
      return (
        0.4 +
        0.3 * Math.min(cues - 1, 3) +
        (THIRD_PERSON.test(line.plain) ? 0.2 : 0) -
        (spoken.has(line.start) ? 0.5 : 0) -
        (/^(?:i|we|ich|wir|je|nous)\b/i.test(line.plain) ? 0.4 : 0)
      );
    },
    0.55,
  );
}

/** Money, size and competitors, each as what it is about. */
export function stakes(page: Page, spoken: Spoken): Stake[] {
  const found: Stake[] = [];
  const add = (line: Line, about: Stake['about'], confidence: number) =>
    found.push({ ...findingIn(line, confidence), about });
  for (const line of page.sentences) {
    const asked = spoken.has(line.start);
    if (MONEY.test(line.plain) && (!asked || has(page.lexicon.budget, line.plain))) add(line, 'money', 0.75);
    else if (!asked && has(page.lexicon.competitor, line.plain)) add(line, 'competitor', 0.65);
    else if (!asked && sized(page, line)) add(line, 'scope', 0.65);
  }
  return found.slice(0, 5);
}

function sized(page: Page, line: Line): boolean {
  return hitsOf(page.lexicon.size, line.plain).some(({ start }) =>
    /(?:\d[\d.,']*\s?k?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred|thousand|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dos|tres|cuatro|cinco|due|tre|quattro|cinque))(?:\s[\p{L}'-]{1,20}){0,2}\s$/iu.test(
      line.plain.slice(Math.max(0, start - 60), start),
    ),
  );
}

/** Who the buyer is: the sentences that name one of their people or their company first. */
export function buyer(page: Page, names: readonly string[]): Finding[] {
  const wanted = names.map((name) => name.toLowerCase()).filter((name) => name.length > 2);
  const said = page.sentences.filter(({ plain }) =>
    wanted.some((name) => plain.replace(/\s+/g, ' ').toLowerCase().includes(name)),
  );
  const telling = said.filter(({ plain }) => plain.length > 25);
  return (telling.length > 0 ? telling : said).slice(0, 1).map((line) => findingIn(line, 0.75));
}

/** The highest-scored sentences above a floor, in the order of the mail. */
function best(page: Page, most: number, score: (line: Line) => number, floor: number): Finding[] {
  return page.sentences
    .map((line) => ({ line, value: score(line) }))
    .filter(({ value }) => value >= floor)
    .sort((one, other) => other.value - one.value)
    .slice(0, most)
    .sort((one, other) => one.line.start - other.line.start)
    .map(({ line, value }) => findingIn(line, 0.4 + value * 0.3));
}
