import { closeMailDecoder } from '#sources/mail/decode.js';
import { type Counts, f1, matched, quotesOf, readAll, type Scored } from '../test/mails/gold.js';

const FIELDS = {
  why_now: 'whyNow',
  credibility: 'credibility',
  problem: 'problem',
  expects_next: 'expectsNext',
  stakes: 'stakes',
} as const;

/**
 * How the reader fares on the annotated mails in test/mails, with the host known and with nothing known, and how
 * long a mail takes. The mails are for development and the reader was made with them, so this flatters it: it is
 * for comparing two readers. Nothing gates.
 */
export async function reading(say: (line: string) => void): Promise<boolean> {
  say('reading of the annotated mails: F1 of quotes that share half of their words with the annotated ones');
  try {
    await readAll(true);
    for (const known of [true, false]) {
      const from = performance.now();
      const scored = await readAll(known);
      const each = (performance.now() - from) / scored.length;
      say(`  host ${known ? 'known' : 'unknown'}: ${scored.length} mails, ${each.toFixed(1)} ms each`);
      say(`    intro or not ${share(scored, ({ gold, reading: read }) => gold.is_intro === read.isIntro)}`);
      for (const line of fieldLines(scored)) say(`    ${line}`);
    }
  } finally {
    await closeMailDecoder();
  }
  return true;
}

function share(scored: readonly Scored[], right: (each: Scored) => boolean): string {
  return `${scored.filter(right).length} of ${scored.length}`;
}

function fieldLines(scored: readonly Scored[]): string[] {
  const intros = scored.filter(({ gold }) => gold.is_intro);
  return Object.entries(FIELDS).map(([named, field]) => {
    const sum: Counts = { right: 0, found: 0, wanted: 0 };
    for (const { gold, reading: read } of intros) {
      const counts = matched(quotesOf(read.brief[field]), gold.fields[named as keyof typeof FIELDS]);
      sum.right += counts.right;
      sum.found += counts.found;
      sum.wanted += counts.wanted;
    }
    return `${named} ${f1(sum).toFixed(2)} (${sum.right} right of ${sum.found} found, ${sum.wanted} wanted)`;
  });
}
