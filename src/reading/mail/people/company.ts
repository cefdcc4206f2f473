import type { ReadingContext } from '#domain/intro.js';
import type { Page } from '#reading/mail/page.js';
import { isOf } from '#reading/mail/people/organisation.js';

const LEGAL =
  /^(?:gmbh|ag|kg|ug|se|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|company|ab|asa|as|aps|oy|oyj|bv|b\.v|nv|n\.v|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|sl|s\.l|lda|ltda|pty|pte|group|holding|holdings)\.?$/i;

/** A company's name as the mail writes it, for a domain: "cobaltridge.example" is "Cobalt Ridge" where that stands. */
export function companyOf(page: Page, organisation: string): string {
  const known = knownCompany(page.context, organisation);
  if (known) return known;
  const label = organisation.split('.')[0] ?? organisation;
  const written = writtenAs(letters(label), placesIn(page));
  if (written) return written;
  return label
    .split(/[-_]/)
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

/** The shortest run of words whose letters are the label, with the words that belong to the name around it. */
function writtenAs(label: string, places: readonly string[]): string | null {
  if (label.length < 3) return null;
  let best: string | null = null;
  for (const place of places) {
    const words = [...place.slice(0, 1_000).matchAll(/[\p{L}\p{N}&][\p{L}\p{N}&'’.-]*/gu)];
    for (let start = 0; start < words.length; start += 1) {
      const run = runOf(label, words, start);
      if (run === null) continue;
      const name = widened(place, words, start, run);
      if (best === null || name.length > best.length) best = name;
    }
    // What a signature spells out is the name; further places can only be shorter or wrong.
    if (best !== null && places.indexOf(place) < 1) return best;
  }
  return best;
}

/** How many words from a place on spell the label, or null. The first must be written with a capital. */
function runOf(label: string, words: readonly RegExpMatchArray[], start: number): number | null {
  if (!/^[\p{Lu}\d]/u.test(words[start]?.[0] ?? '')) return null;
  let spelled = '';
  for (let count = 1; count <= 5 && start + count <= words.length; count += 1) {
    const word = (words[start + count - 1]?.[0] ?? '').replace(/['’]s$/, '');
    if (word !== '&') spelled += letters(word);
    if (spelled === label) return count;
    if (!label.startsWith(spelled)) return null;
  }
  return null;
}

function widened(place: string, words: readonly RegExpMatchArray[], start: number, count: number): string {
  const at = (index: number) => words[index]?.index ?? 0;
  const endOf = (index: number) => at(index) + (words[index]?.[0].length ?? 0);
  let first = start;
  let last = start + count - 1;
  while (last + 1 < words.length && last - start < 7) {
    const next = words[last + 1]?.[0] ?? '';
    const gap = place.slice(endOf(last), at(last + 1));
    if (!/^ (?:& )?$/.test(gap) || !/^[\p{Lu}&]/u.test(next)) break;
    // In running text only a legal form goes on; a signature line is the name to its end.
    if (!LEGAL.test(next) && place.length > 70) break;
    last += 1;
  }
  const before = words[first - 1]?.[0] ?? '';
  const second = words[first - 2]?.[0] ?? '';
  if (
    first > 1 &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(before) &&
    /^\p{Ll}/u.test(second) &&
    /^ $/.test(place.slice(endOf(first - 1), at(first)))
  )
    first -= 1;
  return place
    .slice(at(first), endOf(last))
    .replace(/['’]s$/, '')
    .replace(/[.,]+$/, (end) => (LEGAL.test(words[last]?.[0] ?? '') ? end.replace(/,/g, '') : ''));
}

/** Letters and digits only, without accents, as they stand in a domain. */
function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
