import type { BatonRow, HandoffPage } from '#contract/deal.js';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import { Who } from '#web/person/person.jsx';

const ASKED_FIRST: readonly string[] = ['whyNow', 'problem', 'expectsNext'];

/** The words that the baton came with: the one it rests on, why now, the problem, what comes next. */
export function Written({ page, row }: { page: HandoffPage; row: BatonRow }) {
  const said = page.brief.filter(
    (answer) => ASKED_FIRST.includes(answer.question) && answer.quotes.length > 0,
  );
  const missing = page.brief.filter((answer) => answer.quotes.length === 0);
  return (
    <section aria-label="What was written">
      <h3>What was written, {page.mail.when}</h3>
      {page.mail.from === null ? null : (
        <p className="mt-1.5">
          <Who person={page.mail.from} words={page.mail.from.company} />
        </p>
      )}
      {row.baton.quote === null ? null : (
        <p className="mt-1">
          <mark>
            <Quote quote={row.baton.quote} />
          </mark>
        </p>
      )}
      {said.map((answer) => (
        <p key={answer.question} className="mt-2">
          <span className="small">{answer.title}</span>
          <br />
          {answer.quotes.slice(0, 1).map((quote) => (
            <Quote key={quote.start} quote={quote} quiet />
          ))}
          <EvidenceNumber number={answer.number} />
        </p>
      ))}
      {missing.length === 0 ? null : (
        <p className="mt-2 flex flex-wrap gap-1">
          {missing.map((answer) => (
            <span key={answer.question} className="missing">
              {answer.title}: not in the mail
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
