import type { Motion } from '#domain/intro.js';
import type { Page } from '#reading/mail/page.js';
import { kinds } from '#reading/mail/verdict/signs.js';

/**
 * Whether the partner refers, resells or sells along. A price for the partner decides at once; otherwise what
 * the partner says about staying or leaving. Unclear is an answer.
 */
export function motionOf(page: Page): Motion {
  const resell = kinds(page, page.lexicon.resell);
  const coSell = kinds(page, page.lexicon.coSell);
  const referral = kinds(page, page.lexicon.referral);
  if (resell > 0 && resell >= coSell - 1) return 'resell';
  if (coSell > referral) return 'co-sell';
  if (referral > coSell) return 'referral';
  return 'unclear';
}
