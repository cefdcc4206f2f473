import type { Finding } from '#domain/finding.js';
import type { MailReading, ReadingContext } from '#domain/intro.js';
import type { DecodedMail } from '#domain/mail.js';
import type { Person, Side } from '#domain/party.js';
import { emptyMail } from '#sources/mail/empty-mail.js';
import { headBlock } from '#sources/mail/head-block.js';
import { readHead } from '#sources/mail/read-head.js';
import type { Reader } from '#worker/read.js';

/**
 * A reader of a few plain words, so that tests of what happens after reading do not hang on how well is read:
 * "meet NAME of COMPANY" is an intro, "because …" says why now, "could you …?" asks.
 */
export const plainReader: Reader = { decode: async (bytes) => decodePlainly(bytes), read: readPlainly };

export function decodePlainly(bytes: Uint8Array): DecodedMail {
  const start = headBlock(bytes)?.bodyStart ?? 0;
  const body = Buffer.from(bytes).toString('utf8', start).replaceAll('\r\n', '\n');
  return { ...emptyMail([], readHead(bytes)), body };
}

export function readPlainly(mail: DecodedMail, context: ReadingContext): MailReading {
  const text = mail.body.trim();
  const buyer = /meet ([A-Z]\w+) of ([A-Z]\w+)/.exec(text);
  const isIntro = buyer !== null;
  const from = mail.head.from;
  const people: Person[] = [
    ...(from === null ? [] : [person(context, from.name, from.address, sideOf(context, from.address))]),
    ...mail.head.to.map((each) => person(context, each.name, each.address, sideOf(context, each.address))),
    ...(buyer === null ? [] : [person(context, buyer[1] ?? null, null, 'buyer')]),
  ];
  const company = context.partners.find((each) => each.domains.includes(domainOf(from?.address)))?.company;
  return {
    reader: 'plain 1',
    language: 'en',
    words: { text, quotedHistory: '', signature: '', spans: [[0, 0, text.length]] },
    head: mail.head,
    forwardedBy: null,
    isIntro,
    confidence: 0.9,
    whyNot: isIntro ? null : 'other',
    because: isIntro ? 'It says whom to meet.' : 'It names nobody to meet.',
    reasons: [{ label: 'Joins two sides', findings: found(text, /meet [A-Z]\w+/) }],
    motion: isIntro ? 'co-sell' : 'unclear',
    partner: {
      company: isIntro ? (company ?? companyOf(from?.address)) : null,
      person: isIntro ? (from?.name ?? null) : null,
      email: isIntro ? (from?.address ?? null) : null,
    },
    host: { company: context.host.company },
    buyer: { company: buyer?.[2] ?? null },
    people,
    brief: {
      buyer: found(text, /meet [A-Z]\w+ of [A-Z]\w+/),
      whyNow: found(text, /because [^.]+/),
      credibility: [],
      problem: [],
      expectsNext: [],
      stakes: found(text, /\d+ EUR/).map((each) => ({ ...each, about: 'money' as const })),
    },
    missing: [],
    asks: found(text, /could you [^?]+\?/).map((each) => ({
      ...each,
      of: 'host' as const,
      due: null,
      dueWords: null,
    })),
    promises: [],
    problems: [],
  };
}

function found(text: string, pattern: RegExp): readonly Finding[] {
  const hit = pattern.exec(text);
  if (hit === null) return [];
  return [
    { start: hit.index, end: hit.index + hit[0].length, quote: hit[0], reader: 'plain 1', confidence: 0.9 },
  ];
}

function person(context: ReadingContext, name: string | null, email: string | null, side: Side): Person {
  const said = context.sides.find((each) => (email === null ? each.name === name : each.email === email));
  return { name, email, side: said?.side ?? side, company: null, role: null };
}

function sideOf(context: ReadingContext, address: string): Side {
  const domain = domainOf(address);
  if (context.host.domains.includes(domain)) return 'host';
  return context.partners.some((each) => each.domains.includes(domain)) ? 'partner' : 'unknown';
}

function domainOf(address: string | undefined): string {
  return address?.split('@').at(-1) ?? '';
}

function companyOf(address: string | undefined): string | null {
  const name = domainOf(address).split('.')[0] ?? '';
  return name === '' ? null : name.charAt(0).toUpperCase() + name.slice(1);
}
