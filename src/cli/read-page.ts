import type { Finding } from '#domain/finding.js';
import { type MailReading, QUESTIONS, type Question } from '#domain/intro.js';
import type { Person } from '#domain/party.js';

const TITLES: Record<Question, string> = {
  buyer: 'Who is the buyer',
  whyNow: 'Why now',
  credibility: "The partner's standing",
  problem: 'The problem',
  expectsNext: 'What the buyer expects next',
  stakes: 'Stakes',
};

/** A reading as a page for people, line by line. Every quote is the mail's own words. */
export function mailPage(file: string, reading: MailReading): string[] {
  const lines = [file, ''];
  const from = reading.head.from;
  if (from) lines.push(`From     ${from.name ? `${from.name} <${from.address}>` : from.address}`);
  if (reading.forwardedBy)
    lines.push(`Forward  by ${reading.forwardedBy.name ?? reading.forwardedBy.address}`);
  if (reading.head.subject) lines.push(`Subject  ${reading.head.subject}`);
  if (reading.head.date) lines.push(`Sent     ${reading.head.date}`);
  lines.push(`Taken as ${reading.isIntro ? `an intro (${reading.motion})` : (reading.whyNot ?? 'other')}`);
  lines.push(`Because  ${reading.because}`, '');
  for (const side of ['host', 'partner', 'buyer', 'unknown'] as const) {
    const people = reading.people.filter((person) => person.side === side);
    if (people.length > 0) lines.push(`${side.padEnd(8)} ${people.map(called).join('; ')}`);
  }
  if (reading.people.length > 0) lines.push('');
  if (reading.isIntro) lines.push(...answers(reading));
  lines.push(
    ...listed(
      'Asked',
      reading.asks.map((ask) => `${said(ask)}  (of the ${ask.of}${due(ask)})`),
    ),
  );
  lines.push(
    ...listed(
      'Promised',
      reading.promises.map((pledge) => `${said(pledge)}  (by the ${pledge.by}${due(pledge)})`),
    ),
  );
  lines.push(
    ...listed(
      'Problems',
      reading.problems.map(({ because }) => because),
    ),
  );
  return lines;
}

function answers(reading: MailReading): string[] {
  return QUESTIONS.flatMap((question) => {
    const findings: readonly Finding[] = reading.brief[question];
    const quotes = findings.length > 0 ? findings.map(said) : ['not in the mail'];
    return listed(TITLES[question], quotes);
  });
}

function listed(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${entry}`), ''];
}

function said({ quote }: { readonly quote: string }): string {
  return `"${quote.replace(/\s+/g, ' ')}"`;
}

function due({
  due: day,
  dueWords,
}: {
  readonly due: string | null;
  readonly dueWords: string | null;
}): string {
  if (day === null) return dueWords === null ? '' : `, ${dueWords}`;
  return dueWords === null ? `, due ${day}` : `, "${dueWords}" = ${day}`;
}

function called(person: Person): string {
  const name = person.name ?? person.email ?? 'somebody';
  const about = [person.role, person.company].filter((word) => word !== null).join(', ');
  return about === '' ? name : `${name} (${about})`;
}
