import { hold, type ToRead } from '#actions/arrival/read.js';
import type { MailReading } from '#domain/intro.js';
import type { Happening } from '#record/kinds/every.js';

/** What the intro says, as an entry of the deal's notebook. */
export function findingsOf(asked: ToRead, reading: MailReading): Happening {
  const { brief } = reading;
  const held = <F extends MailReading['asks'][number] | MailReading['brief']['buyer'][number]>(
    findings: readonly F[],
  ) => findings.map((each) => hold(asked, each));
  return {
    kind: 'findings.read',
    content: {
      arrival: asked.arrival,
      reader: reading.reader,
      part: asked.part,
      textHash: asked.textHash,
      language: reading.language,
      motion: reading.motion,
      buyer: reading.buyer.company,
      people: reading.people.map((each) => ({ ...each })),
      brief: {
        buyer: held(brief.buyer),
        whyNow: held(brief.whyNow),
        credibility: held(brief.credibility),
        problem: held(brief.problem),
        expectsNext: held(brief.expectsNext),
        stakes: brief.stakes.map((each) => hold(asked, each)),
      },
      missing: reading.missing.map((each) => ({ ...each })),
      asks: reading.asks.map((each) => hold(asked, each)),
      promises: reading.promises.map((each) => hold(asked, each)),
    },
  };
}
