import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import { Caps } from '#web/key/caps.jsx';

/** What was found in the text, below it: why, the words that answer it, and the way to take it out. */
export function ColdNotes({
  draft,
  findings,
  remove,
}: {
  draft: Pick<DraftShown, 'text'>;
  findings: readonly ColdShown[];
  remove: (found: ColdShown) => void;
}) {
  const first = findings.find(({ kind }) => kind === 'cold-question');
  // A gap is drawn in the text and named beside the key that waits for it.
  const shown = findings.filter(({ kind }) => kind !== 'open-gap');
  return (
    <div aria-live="polite">
      {shown.map((found) => (
        <div
          key={`${found.kind} ${found.start}`}
          className={`note ${found.kind === 'unsourced' ? 'plain' : ''}`}
        >
          <Reason found={found} />
          {found.kind === 'cold-question' ? (
            <div className="mt-1.5 flex flex-wrap items-center gap-x-2">
              <button type="button" className="button little" onClick={() => remove(found)}>
                Remove sentence {found === first ? <Caps keys="backspace" /> : null}
              </button>
              {draft.text.includes(found.words) ? null : <span className="small">You added this line.</span>}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  );
}

function Reason({ found }: { found: ColdShown }) {
  const [title = '', ...rest] = found.sentence.split(/(?<=\.)\s/);
  if (found.kind === 'unsourced') return <p>{found.sentence}</p>;
  return (
    <p>
      <b className="strong silent">{title}</b> {rest.join(' ')}
      {found.answers.map((answer) => (
        <span key={`${answer.arrival} ${answer.start}`}>
          {' '}
          <Quote quote={answer} />
          {answer.mark === null ? null : (
            <EvidenceNumber number={answer.mark} href={`#mark-${answer.mark}`} />
          )}
        </span>
      ))}
    </p>
  );
}
