import { firstNameOf } from '#outputs/follow-up/buyer.js';
import type { FollowUpFacts } from '#outputs/follow-up/facts.js';

/**
 * What the follow-up calls the partner's person: what they sign with, where that is a form of their name or
 * stands alone for want of one; else the first name; else the company.
 */
export function partnerCalled({ partner, mail }: FollowUpFacts): string {
  const signed = signedWith(mail.text, partner.name);
  // German calls nobody by the first name alone.
  if (mail.language === 'de' && partner.name !== null) return partner.name;
  return signed ?? firstNameOf(partner.name) ?? partner.name ?? partner.company;
}

/** The same for a buyer who has never read of them. */
export function partnerIntroduced(facts: FollowUpFacts): string {
  const { name, company } = facts.partner;
  return name === null ? partnerCalled(facts) : `${name} (${company})`;
}

function signedWith(text: string, name: string | null): string | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-4);
  const known = (name ?? '').toLowerCase().split(/[\s,]+/);
  return (
    lines.find((line) => {
      const words = line.split(' ');
      if (!/^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u.test(line)) return false;
      if (name === null) return words.length === 1;
      return (
        words.length < known.length &&
        words.every((word) => known.some((part) => part.startsWith(word.toLowerCase())))
      );
    }) ?? null
  );
}
