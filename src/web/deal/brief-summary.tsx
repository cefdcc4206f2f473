import { Link } from '@tanstack/react-router';
import type { HandoffPage } from '#contract/deal.js';
import { Quote } from '#web/evidence/quote.jsx';

/** The brief in short, one quote per answer; the rest is one click away. */
export function BriefSummary({ page }: { page: HandoffPage }) {
  return (
    <section className="pane" aria-label="Brief">
      <div className="mb-1.5 flex items-baseline justify-between">
        <h2>Brief</h2>
        <span className="small">
          {page.summary},{' '}
          <Link to="/deals/$deal/handoff" params={{ deal: page.deal }}>
            with the mail
          </Link>
        </span>
      </div>
      <dl className="brief-summary">
        {page.brief.map((answer) => (
          <div key={answer.question}>
            <dt className="small">{answer.title}</dt>
            <dd>
              {answer.quotes.map((quote) => (
                <p key={quote.start}>
                  <Quote quote={quote} />
                </p>
              ))}
              {answer.quotes.length === 0 ? <span className="missing">not in the mail</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
