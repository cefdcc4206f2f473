import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '#domain/finding.js';
import type { MailReading, ReadingContext } from '#domain/intro.js';
import { readMail } from '#reading/mail/read-mail.js';
import { decodeMail } from '#sources/mail/decode.js';

/** What an annotator found in one of the development mails; `intros/NN.json`. */
export type Gold = {
  is_intro: boolean;
  why_not: string | null;
  received_at: string;
  language: string;
  motion: string;
  partner: { company: string | null; person: string | null; email: string | null };
  host: { company: string; people: { name: string | null; email: string }[] };
  buyer: {
    company: string | null;
    people: { name: string | null; role: string | null; email: string | null }[];
  };
  fields: Record<'why_now' | 'credibility' | 'problem' | 'expects_next' | 'stakes', string[]>;
  asks: { quote: string; of: string; due: string | null }[];
  promises: { quote: string; by: string; due: string | null }[];
};

export type Scored = { readonly name: string; readonly gold: Gold; readonly reading: MailReading };

export const NO_CONTEXT: ReadingContext = {
  host: { company: null, domains: [], people: [] },
  partners: [],
  buyer: null,
  sides: [],
  zone: 'UTC',
};

/** Reads every development mail, with the host known as a workspace knows it, or with nothing known. */
export async function readAll(known: boolean): Promise<Scored[]> {
  const folder = fileURLToPath(new URL('./intros/', import.meta.url));
  const scored: Scored[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()) {
    const name = file.slice(0, 2);
    const gold = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Gold;
    const domains = [...new Set(gold.host.people.map(({ email }) => email.split('@')[1] as string))];
    const context = known
      ? { ...NO_CONTEXT, host: { company: gold.host.company, domains, people: [] } }
      : NO_CONTEXT;
    scored.push({
      name,
      gold,
      reading: readMail(await decodeMail(readFileSync(`${folder}${file}`)), context),
    });
  }
  return scored;
}

export type Counts = { right: number; found: number; wanted: number };

export function f1({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

/** Matches found quotes with gold ones, one to one, where at least half of the words of both are shared. */
export function matched(found: readonly string[], wanted: readonly string[]): Counts {
  const open = [...wanted];
  let right = 0;
  for (const quote of found) {
    const place = open.findIndex((gold) => shared(quote, gold) >= 0.5);
    if (place < 0) continue;
    open.splice(place, 1);
    right += 1;
  }
  return { right, found: found.length, wanted: wanted.length };
}

/** How much of two quotes is common: words in both by words in either. */
function shared(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const both = [...left].filter((word) => right.has(word)).length;
  return both / (left.size + right.size - both);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

export function quotesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ quote }) => quote);
}
