import type { Ask, Finding, Pledge, Stake } from '#domain/finding.js';
import type { MailReading } from '#domain/intro.js';
import type { Side } from '#domain/party.js';

/** The shape that `baton read --json` promises for a mail. Unknown is null, a list is never null. */
export function mailJson(file: string, sha256: string, reading: MailReading): Record<string, unknown> {
  const { brief } = reading;
  return {
    file,
    kind: 'mail',
    sha256,
    language: reading.language,
    text: reading.words.text,
    quotedHistory: reading.words.quotedHistory,
    signature: reading.words.signature,
    spans: reading.words.spans,
    isIntro: reading.isIntro,
    confidence: reading.confidence,
    whyNot: reading.whyNot,
    because: reading.because,
    motion: reading.motion,
    receivedAt: reading.head.date,
    partner: reading.partner,
    host: {
      company: reading.host.company,
      people: peopleOn(reading, 'host').map(({ name, email }) => ({ name, email })),
    },
    buyer: {
      company: reading.buyer.company,
      people: peopleOn(reading, 'buyer').map(({ name, role, email }) => ({ name, role, email })),
    },
    brief: {
      buyer: brief.buyer.map(shown),
      whyNow: brief.whyNow.map(shown),
      credibility: brief.credibility.map(shown),
      problem: brief.problem.map(shown),
      expectsNext: brief.expectsNext.map(shown),
      stakes: brief.stakes.map((stake: Stake) => ({ ...shown(stake), about: stake.about })),
    },
    missing: reading.missing,
    asks: reading.asks.map((ask: Ask) => ({
      ...shown(ask),
      of: ask.of,
      due: ask.due,
      dueWords: ask.dueWords,
    })),
    promises: reading.promises.map((pledge: Pledge) => ({
      ...shown(pledge),
      by: pledge.by,
      due: pledge.due,
      dueWords: pledge.dueWords,
    })),
    problems: reading.problems,
  };
}

function peopleOn(reading: MailReading, side: Side): MailReading['people'] {
  return reading.people.filter((person) => person.side === side);
}

function shown({ quote, start, end, confidence, reader }: Finding): Finding {
  return { quote, start, end, confidence, reader };
}
