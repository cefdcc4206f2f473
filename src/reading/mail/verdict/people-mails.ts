import { WEEKDAY_PATTERN } from '#reading/due/calendar-words.js';
import { has } from '#reading/lexicon/cue.js';
import type { Page } from '#reading/mail/page.js';
import type { Participant } from '#reading/mail/people/participants.js';
import { subjectSays } from '#reading/mail/verdict/machines.js';
import { kinds, signs, sizeOf, subjectHas } from '#reading/mail/verdict/signs.js';
import { type Judge, notAnIntro } from '#reading/mail/verdict/verdict.js';

const MONEY_DUE =
  /(?:[$€£]|\b(?:usd|eur|gbp|chf|sek|dkk|nok))\s?\d|\d\s?(?:[$€£]|\b(?:usd|eur|gbp|chf|kr|sek)\b)/i;

/** A bill or a reminder of one. It may name partner, buyer and sum, and hands nobody over. */
export const invoice: Judge = ({ page, score }) => {
  const said = kinds(page, page.lexicon.invoice);
  const file = page.mail.attachments.some(({ name }) =>
    /invoice|rechnung|facture|factura|fattura|faktura|factuur|fatura|inv[-_ ]?\d/i.test(name ?? ''),
  );
  const subject = subjectSays(page.outer.subject, 'invoice');
  const strength = said + (subject ? 2 : 0) + (file ? 2 : 0) + (MONEY_DUE.test(page.words.text) ? 1 : 0);
  const bound = score.total >= 4 && score.thirdParty ? 7 : 4;
  if (strength < bound || (!subject && !file && said < 4)) return null;
  return notAnIntro('invoice', 0.9, 'A bill: names a sum and a day to pay, hands nobody over.', [
    { label: 'Says so', findings: signs(page, page.lexicon.invoice, 3) },
  ]);
};

/** Everybody writes and reads at one company. A forward counts by its inner mail, which came from outside. */
export const internal: Judge = ({ page, people }) => {
  // A forward counts by its inner mail; only colleagues' words passed among colleagues stay inside.
  if (fromPortal(page)) return null;
  const sender = people.find(({ place }) => place === 'from');
  const readers = people.filter(({ place }) => place === 'to' || place === 'cc');
  if (!sender || readers.length === 0) return null;
  const hosts = sender.known === 'host' && readers.every(({ known }) => known === 'host');
  // Where the host is known, another company's circle is not the host's.
  const one =
    page.context.host.domains.length === 0 &&
    sender.organisation !== null &&
    readers.every(({ organisation }) => organisation === sender.organisation);
  if (!hosts && !one) return null;
  return notAnIntro(
    'internal',
    hosts ? 0.96 : 0.85,
    'Stays inside one company: nobody from another one writes or is addressed.',
  );
};

/** A portal that passes on what a partner typed writes from the host's own domain, and is not the host speaking. */
function fromPortal(page: Page): boolean {
  return (page.mail.marks.noReply || page.mail.marks.automatic) && /[\w.+-]@[\w-]+\.\w/.test(page.words.text);
}

/** Nothing but thanks, perhaps for an intro that was made before. */
export const thanksOnly: Judge = ({ page, score }) => {
  const first = page.sentences.slice(0, 3);
  const thanks =
    first.some(({ plain }) => has(page.lexicon.thanks, plain)) || subjectSays(page.outer.subject, 'thanks');
  if (!thanks || sizeOf(page) > 900) return null;
  if (kinds(page, page.lexicon.thanks) === 0) return null;
  const asks = page.sentences.filter(({ plain }) => /\?\s*$/.test(plain)).length;
  if (asks > 0 || (score.joins.length > 0 && score.others.size >= 2 && score.total >= 3.5)) return null;
  if (kinds(page, page.lexicon.scheduling) >= 2 && sizeOf(page) > 160) return null;
  if (DAY.test(page.words.text) && TIME.test(page.words.text)) return null;
  if (kinds(page, page.lexicon.coldPitch) >= 2) return null;
  return notAnIntro('thanks-only', 0.85, 'Thanks for something done before and hands nobody over.', [
    { label: 'Says so', findings: signs(page, page.lexicon.thanks, 2) },
  ]);
};

const TIME =
  /\b\d{1,2}(?::\d{2})?\s?(?:am|pm|h|uhr|uur|o'clock)\b|\b\d{1,2}[:.]\d{2}\b|\b(?:at|after|before|um|ab|à|a las|alle|kl|om|às|klockan) \d{1,2}\b/i;

const DAY = new RegExp(
  `(?<![\\p{L}])(?:${WEEKDAY_PATTERN}|tomorrow|morgen|demain|mañana|domani|amanhã)(?![\\p{L}])`,
  'iu',
);

/** Finding or moving a time for a meeting. */
export const scheduling: Judge = ({ page }) => {
  const said = kinds(page, page.lexicon.scheduling) + (subjectHas(page, page.lexicon.scheduling) ? 1 : 0);
  const timed = (TIME.test(page.words.text) ? 1 : 0) + (DAY.test(page.words.text) ? 0.5 : 0);
  const size = sizeOf(page);
  if (said + timed < 2 || size > 1_200) return null;
  if (kinds(page, page.lexicon.coldPitch) > said) return null;
  return notAnIntro(
    'scheduling',
    said >= 3 ? 0.85 : 0.7,
    'Is about the time of a meeting; nobody is handed over.',
    [{ label: 'Says so', findings: signs(page, page.lexicon.scheduling, 3) }],
  );
};

/** Somebody unknown sells something, often in the words of an intro. */
export const coldPitch: Judge = ({ page, people, score }) => {
  const strength = pitchStrength(page, people);
  if (strength < 2 || (score.total >= 4 && strength < 5)) return null;
  return notAnIntro(
    'cold-pitch',
    strength >= 4 ? 0.9 : 0.75,
    'A stranger offers something for sale and names no buyer.',
    [{ label: 'Says so', findings: signs(page, page.lexicon.coldPitch, 3) }],
  );
};

/** How many signs of a pitch there are. Known partners do not pitch. */
export function pitchStrength(page: Page, people: readonly Participant[]): number {
  const sender = people.find(({ place }) => place === 'from');
  if (sender && sender.known !== 'unknown') return 0;
  // A picture of one pixel counts who opens: mass mailers do that, people do not.
  const watched =
    /<img[^>]{0,400}(?:width="?1"?\s[^>]{0,60}height="?1\b|height="?1"?\s[^>]{0,60}width="?1\b)/i.test(
      (page.mail.html ?? '').slice(-20_000),
    );
  const base = kinds(page, page.lexicon.coldPitch) + (watched ? 1 : 0);
  const faked =
    /^\s*re\s?:/i.test(page.outer.subject) &&
    page.outer.inReplyTo.length === 0 &&
    page.outer.references.length === 0;
  return base + (base > 0 && faked ? 1 : 0);
}

/** What nobody wants: prizes, credit, passwords. */
export const spam: Judge = ({ page, score }) => {
  const said = kinds(page, page.lexicon.spam) + (subjectSays(page.outer.subject, 'spam') ? 1 : 0);
  if (said < 2 || (score.total >= 4 && said < 4)) return null;
  return notAnIntro(
    'spam',
    said >= 3 ? 0.9 : 0.7,
    'Reads like what is sent to everybody: prizes, accounts or offers from nobody known.',
    [{ label: 'Says so', findings: signs(page, page.lexicon.spam, 3) }],
  );
};

/** Asks the reader something and hands nobody over. */
export const question: Judge = ({ page }) => {
  const asked = page.sentences.filter(({ plain }) => /\?["')\]]*\s*$/.test(plain));
  if (
    asked.length === 0 &&
    !(subjectHas(page, page.lexicon.question) && kinds(page, page.lexicon.question) > 0)
  )
    return null;
  return notAnIntro('question', asked.length > 0 ? 0.75 : 0.6, 'Asks something and hands nobody over.');
};
