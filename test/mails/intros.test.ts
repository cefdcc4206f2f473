import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Side } from '#domain/party.js';
import { closeMailDecoder } from '#sources/mail/decode.js';
import { type Counts, f1, type Gold, matched, quotesOf, readAll, type Scored } from './gold.js';

/** Development scores on our own 32 mails, which the rules were tuned on: a floor against going backwards, no more. */
let known: Scored[] = [];
let blind: Scored[] = [];

beforeAll(async () => {
  known = await readAll(true);
  blind = await readAll(false);
});
afterAll(closeMailDecoder);

function sidesOf({ gold }: Scored): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const { email } of gold.host.people) sides.set(email.toLowerCase(), 'host');
  for (const { email } of gold.buyer.people) if (email) sides.set(email.toLowerCase(), 'buyer');
  if (gold.partner.email) sides.set(gold.partner.email.toLowerCase(), 'partner');
  return sides;
}

function sideCounts(all: readonly Scored[]): { right: number; wrong: string[]; unknown: number } {
  const counts = { right: 0, wrong: [] as string[], unknown: 0 };
  for (const one of all.filter(({ gold }) => gold.is_intro)) {
    const wanted = sidesOf(one);
    for (const { email, side } of one.reading.people) {
      const gold = wanted.get(email?.toLowerCase() ?? '');
      if (gold === undefined) continue;
      if (side === gold) counts.right += 1;
      else if (side === 'unknown') counts.unknown += 1;
      else counts.wrong.push(`${one.name}: ${email} is ${gold}, read as ${side}`);
    }
  }
  return counts;
}

function total(pairs: readonly Counts[]): Counts {
  const sum = { right: 0, found: 0, wanted: 0 };
  for (const { right, found, wanted } of pairs) {
    sum.right += right;
    sum.found += found;
    sum.wanted += wanted;
  }
  return sum;
}

const FIELDS = [
  ['why_now', 'whyNow'],
  ['credibility', 'credibility'],
  ['problem', 'problem'],
  ['expects_next', 'expectsNext'],
  ['stakes', 'stakes'],
] as const;

function fieldCounts({ gold, reading }: Scored): Counts[] {
  return FIELDS.map(([name, field]) => matched(quotesOf(reading.brief[field]), gold.fields[name]));
}

function speechCounts({ gold, reading }: Scored): Counts[] {
  return [
    matched(
      quotesOf(reading.asks),
      gold.asks.map(({ quote }) => quote),
    ),
    matched(
      quotesOf(reading.promises),
      gold.promises.map(({ quote }) => quote),
    ),
  ];
}

function dues(all: readonly Scored[]): { right: number; all: number } {
  const counts = { right: 0, all: 0 };
  const compare = (
    found: Scored['reading']['asks'] | Scored['reading']['promises'],
    gold: Gold['asks' | 'promises'],
  ) => {
    for (const { quote, due } of gold) {
      const hit = found.find((one) => matched([one.quote], [quote]).right === 1);
      if (!hit) continue;
      counts.all += 1;
      if (hit.due === due) counts.right += 1;
    }
  };
  for (const { gold, reading } of all) {
    compare(reading.asks, gold.asks);
    compare(reading.promises, gold.promises);
  }
  return counts;
}

describe('the 32 development mails', () => {
  it.each(['known', 'unknown'])('are told apart, intro or none, with the host %s', (host) => {
    const all = host === 'known' ? known : blind;
    const found = all.filter(({ reading }) => reading.isIntro);
    const right = found.filter(({ gold }) => gold.is_intro).length;
    const wanted = all.filter(({ gold }) => gold.is_intro).length;
    expect(f1({ right, found: found.length, wanted })).toBeGreaterThanOrEqual(0.95);
  });

  it('say of every mail that is no intro what it is', () => {
    const none = known.filter(({ gold }) => !gold.is_intro);
    expect(none.map(({ name, reading }) => [name, reading.whyNot])).toEqual(
      none.map(({ name, gold }) => [name, gold.why_not]),
    );
    expect(none.length).toBe(8);
  });

  it('put nobody on a wrong side, and nearly nobody on none, when the host is known', () => {
    const { right, wrong, unknown } = sideCounts(known);
    expect(wrong).toEqual([]);
    expect(unknown).toBeLessThanOrEqual(1);
    expect(right).toBeGreaterThanOrEqual(78);
  });

  it('leave a side unknown rather than wrong when the host is unknown', () => {
    const { right, wrong } = sideCounts(blind);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(68);
  });

  it('are answered, asked and promised at least as well as before', () => {
    expect(f1(total(known.flatMap(fieldCounts)))).toBeGreaterThanOrEqual(0.66);
    expect(f1(total(known.flatMap(speechCounts)))).toBeGreaterThanOrEqual(0.75);
    const { right, all } = dues(known);
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });

  it('are read in their language, at their own time', () => {
    expect(known.map(({ name, reading }) => [name, reading.language])).toEqual(
      known.map(({ name, gold }) => [name, gold.language]),
    );
    const sent = known.filter(({ reading }) => reading.forwardedBy === null);
    expect(sent.map(({ reading }) => reading.head.date)).toEqual(sent.map(({ gold }) => gold.received_at));
  });

  it('let no word of the injection in mail 22 into any field', () => {
    const reading = known.find(({ name }) => name === '22')?.reading;
    const said = JSON.stringify([
      reading?.brief,
      reading?.asks,
      reading?.promises,
      reading?.people,
      reading?.because,
      reading?.words.text,
    ]);
    expect(reading?.isIntro).toBe(true);
    expect(said).not.toMatch(/ignore|assistant|system prompt|instruction|forward (?:all|this)/i);
  });
});
