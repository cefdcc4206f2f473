import { type Span, stands } from '#domain/evidence.js';
import type { MailReading } from '#domain/intro.js';

/**
 * The last thing that happens to a reading: every finding whose quote does not stand exactly at its place in
 * the newest words is dropped, whoever made it. No reader goes round this.
 */
export function gate(reading: MailReading): MailReading {
  const text = reading.words.text;
  const keep = <F extends Span>(findings: readonly F[]): F[] =>
    findings.filter((finding) => stands(finding, text));
  const { brief } = reading;
  return {
    ...reading,
    reasons: reading.reasons
      .map(({ label, findings }) => ({ label, findings: keep(findings) }))
      .filter(({ findings }) => findings.length > 0),
    brief: {
      buyer: keep(brief.buyer),
      whyNow: keep(brief.whyNow),
      credibility: keep(brief.credibility),
      problem: keep(brief.problem),
      expectsNext: keep(brief.expectsNext),
      stakes: keep(brief.stakes),
    },
    asks: keep(reading.asks),
    promises: keep(reading.promises),
  };
}
