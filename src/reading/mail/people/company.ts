import type { ReadingContext } from '#domain/intro.js';
import type { Page } from '#reading/mail/page.js';
import { COMPANY_WORDS, cutLabel } from '#reading/mail/people/company-words.js';
import { isOf } from '#reading/mail/people/organisation.js';

const LEGAL =
  /^(?:gmbh|ag|kg|ug|se|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|company|ab|asa|as|a\/s|aps|oy|oyj|bv|b\.v|nv|n\.v|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|sl|s\.l|lda|ltda|pty|pte)\.?$/i;

/** A company's name as the mail writes it, for a domain: "cobaltridge.example" is "Cobalt Ridge" where that stands. */
export function companyOf(page: Page, organisation: string): string {
  const known = knownCompany(page.context, organisation);
  if (known) return known;
  const label = organisation.split('.')[0] ?? organisation;
  const written = writtenAs(label, placesIn(page));
  if (written) return written.replace(/\s+/g, ' ');
  return cutLabel(label)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

function knownCompany(context: ReadingContext, organisation: string): string | null {
  if (context.host.company && isOf(organisation, context.host.domains)) return context.host.company;
  const partner = context.partners.find(({ domains }) => isOf(organisation, domains));
  if (partner) return partner.company;
  return context.buyer && isOf(organisation, context.buyer.domains) ? context.buyer.company : null;
}

/** Where names of companies stand: the signature first, because it spells them in full. */
function placesIn(page: Page): string[] {
  const signature = page.words.signature.slice(0, 4_000).split('\n');
  const names = [page.head.from, ...page.head.to, ...page.head.cc].flatMap((mailbox) => mailbox?.name ?? []);
  return [
    ...signature,
    ...page.sentences.map(({ text }) => text),
    page.head.subject,
    page.outer.subject,
    ...names,
  ];
}

type Word = { readonly text: string; readonly start: number; readonly end: number };

/** The longest name whose words spell the label, with the words that belong to it around it. */
function writtenAs(label: string, places: readonly string[]): string | null {
  const wanted = spellings(label);
  if ((wanted[0] ?? '').length < 3) return null;
  let best: string | null = null;
  for (const place of places) {
    const words = wordsOf(place.slice(0, 1_000));
    for (let start = 0; start < words.length; start += 1) {
      const count = runOf(wanted, place, words, start);
      if (count === null) continue;
      const name = widened(place, words, start, count);
      if (best === null || name.length > best.length) best = name;
    }
  }
  return best;
}

/** A label, and its parts in the other order: "valtorta-componenti" is also written "Componenti Valtorta". */
function spellings(label: string): string[] {
  const parts = label.toLowerCase().split(/[-_]/);
  return parts.length === 2 ? [parts.join(''), [...parts].reverse().join('')] : [parts.join('')];
}

function wordsOf(place: string): Word[] {
  return [...place.matchAll(/[\p{L}\p{N}&](?:[\p{L}\p{N}&'’./-]*[\p{L}\p{N}])?/gu)].map((match) => ({
    text: match[0].replace(/['’]s$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** How many words from a place on spell one of the labels, or null. The first must be written with a capital. */
function runOf(
  wanted: readonly string[],
  place: string,
  words: readonly Word[],
  start: number,
): number | null {
  const first = words[start];
  if (!first || !/^[\p{Lu}\d]/u.test(first.text)) return null;
  let spelled = [''];
  for (let count = 1; count <= 5 && start + count <= words.length; count += 1) {
    const word = words[start + count - 1] as Word;
    const before = words[start + count - 2];
    if (count > 1 && before && !/^[\s&-]{1,3}$/.test(place.slice(before.end, word.start))) return null;
    spelled = spelled.flatMap((sofar) => variants(word.text).map((more) => sofar + more)).slice(0, 16);
    if (wanted.some((label) => spelled.includes(label))) return count;
    // "southlinkconsult" is short for Southlink Consulting.
    if (
      count > 1 &&
      wanted.some((label) => label.length >= 9 && spelled.some((sofar) => sofar.startsWith(label)))
    )
      return count;
    if (!wanted.some((label) => spelled.some((sofar) => label.startsWith(sofar)))) return null;
  }
  return null;
}

function widened(place: string, words: readonly Word[], start: number, count: number): string {
  let first = start;
  let last = start + count - 1;
  const gap = (left: number) => place.slice(words[left]?.end, words[left + 1]?.start);
  while (last + 1 < words.length && last - start < 7) {
    const next = words[last + 1]?.text ?? '';
    if (!/^ (?:& )?$/.test(gap(last)) || !/^[\p{Lu}&]/u.test(next)) break;
    // In running text only words of companies go on; a signature line is the name to its end.
    if (place.length > 70 && !LEGAL.test(next) && !COMPANY_WORDS.has(next.toLowerCase())) break;
    last += 1;
  }
  const before = words[first - 1]?.text ?? '';
  const running = /^\p{Ll}/u.test(words[first - 2]?.text ?? '') && gap(first - 1) === ' ';
  if (
    first > 0 &&
    gap(first - 1) === ' ' &&
    (COMPANY_WORDS.has(before.toLowerCase()) || (running && /^\p{Lu}\p{Ll}{3,}$/u.test(before)))
  ) {
    if (/^\p{Lu}/u.test(before)) first -= 1;
  }
  return place.slice(words[first]?.start, words[last]?.end).replace(/['’]s$/, '');
}

/** How a word may be spelled in a domain: without accents, in German style, "&" as "and" or as nothing. */
function variants(word: string): string[] {
  if (word === '&') return ['', 'and', 'und', 'et', 'y', 'e', 'och'];
  const low = word.toLowerCase().replace(/ø/g, 'o').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
  const plain = bare(low);
  const german = bare(low.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue'));
  return plain === german ? [plain] : [plain, german];
}

function bare(text: string): string {
  return text.normalize('NFD').replace(/[^a-z0-9]/g, '');
}
