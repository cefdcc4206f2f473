import { domainToASCII, domainToUnicode } from 'node:url';
import { getDomainWithoutSuffix } from 'tldts';
import { isFreeMail } from '#domain/free-mail.js';
import { isOneEdit, isSwapped, lettersOff, type Stretch } from '#domain/look-alike/letters.js';
import { skeletonOf } from '#domain/look-alike/skeleton.js';

/** The code of the problem that a reading names where its sender's domain looks like a partner's. */
export const LOOK_ALIKE = 'sender.look-alike';

/** A domain that is not a partner's and could be taken for it at a glance. */
export type LookAlike = {
  /** As a person sees it, letter by letter; the stretches that differ are `off`. */
  readonly seen: readonly Stretch[];
  readonly like: readonly Stretch[];
  /** What differs, as a sentence: "The domain is one letter off." */
  readonly how: string;
  /** How it is written where its letters are of another script: xn--…, and null where it is as it looks. */
  readonly written: string | null;
  readonly words: string;
};

// A shorter name is a word of its own too often to say anything where it stands below somebody else's domain.
const TELLING = 5;

/**
 * Whether a domain looks like one of those that are known, and is none of them nor below one. It says what can
 * be seen and decides nothing: whose the domain is stays unknown.
 */
export function lookAlike(domain: string, known: readonly string[]): LookAlike | null {
  const own = known.map(spelled);
  const full = spelled(domain);
  if (full === '' || isFreeMail(full) || own.some((each) => full === each || full.endsWith(`.${each}`)))
    return null;
  for (const like of own) {
    for (const seen of tails(full)) {
      const how = differsHow(seen, like);
      if (how !== null) return shown(full, seen, like, how);
    }
  }
  const like = own.find((each) => hasNameOf(full, each));
  return like === undefined ? null : shown(full, full, like, 'The domain has another ending.');
}

function differsHow(seen: string, like: string): string | null {
  const bare = (text: string) => text.replaceAll('-', '');
  if (bare(seen) === bare(like))
    return seen.length > like.length ? 'The domain has a hyphen more.' : 'The domain has a hyphen less.';
  if (isSwapped(seen, like)) return 'Two letters of the domain are swapped.';
  const [, off] = lettersOff(seen, like);
  if (skeletonOf(seen) === skeletonOf(like)) {
    const isOne = off.filter((each) => each.off).length === 1 && isOneEdit(seen, like);
    return isOne ? 'The domain is one letter off.' : 'The domain has letters that look the same.';
  }
  return isOneEdit(seen, like) ? 'The domain is one letter off.' : null;
}

function shown(full: string, seen: string, like: string, how: string): LookAlike {
  const [left, right] = lettersOff(seen, like);
  const below = full.slice(0, full.length - seen.length);
  const ascii = domainToASCII(full);
  const written = ascii === full ? null : ascii;
  const inFull = written === null ? '' : ` It is written ${written}.`;
  return {
    seen: below === '' ? left : [{ text: below, off: false }, ...left],
    like: right,
    how,
    written,
    words: `${how} ${full} looks like ${like} and is not.${inFull}`,
  };
}

/** The domain itself and what it stands below, each with two labels at least. */
function tails(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(0, Math.max(1, labels.length - 1)).map((_, place) => labels.slice(place).join('.'));
}

/** Whether the name that somebody registered stands in another's domain: under another ending, or in front. */
function hasNameOf(domain: string, like: string): boolean {
  const name = getDomainWithoutSuffix(like) ?? '';
  if (name === '') return false;
  if (getDomainWithoutSuffix(domain) === name) return true;
  return name.length >= TELLING && domain.split('.').includes(name);
}

// What mail programs show: xn--… as the letters that it stands for.
function spelled(domain: string): string {
  const low = domain.trim().toLowerCase().replace(/\.$/, '');
  return domainToUnicode(low) || low;
}
