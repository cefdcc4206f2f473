import type { EntryShown } from '#contract/deal.js';
import { Quote } from '#web/evidence/quote.jsx';
import { SeeMail } from '#web/intake/see-mail.jsx';

/** One entry as a sentence, with when, who, and the beginning of its seal. */
export function Entry({ entry, host }: { entry: EntryShown; host: string }) {
  return (
    <li className={entry.undone ? 'undone' : undefined}>
      <div className="line-above">
        <time dateTime={entry.at}>{entry.when}</time>
        <span>{entry.who}</span>
        <span className="seal mono" title={`Entry ${entry.number} of the ${entry.chain}, seal ${entry.seal}`}>
          {entry.chain === 'notebook' ? `note ${entry.number}` : entry.number} · {entry.seal}
        </span>
      </div>
      <div className="sentence">
        {entry.hostOnly ? <span className="tag tiny mr-1.5">{host} only</span> : null}
        <span className="said">{entry.sentence}</span>{' '}
        {entry.undone ? <span className="third">taken back</span> : null}
      </div>
      {entry.quote === null ? null : (
        <div>
          <Quote quote={entry.quote} quiet />
        </div>
      )}
      {entry.mail === null ? null : (
        <div className="small">
          <SeeMail arrival={entry.mail} of={`${entry.who}, ${entry.when}`} />
        </div>
      )}
    </li>
  );
}
