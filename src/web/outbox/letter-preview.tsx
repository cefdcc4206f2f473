import { Link } from '@tanstack/react-router';
import type { LetterShown } from '#contract/letter.js';
import { Caps } from '#web/key/caps.jsx';
import { LetterDeeds, useLetterKeys } from '#web/outbox/deeds.jsx';
import { fateWords, headWords, isFailed, type Mailbox } from '#web/outbox/letter-words.js';
import { Fuse, Seconds } from '#web/outbox/seconds.jsx';
import { SideMark } from '#web/person/person.jsx';

/** What became of the selected mail, who let it out, to whom, and how it begins. */
export function LetterPreview({ letter }: { letter: LetterShown }) {
  useLetterKeys(letter);
  const going = letter.state === 'going';
  return (
    <aside className="pane sunk letter-preview" aria-label="Selected mail">
      <div className="cell">
        <p className="phone-only mb-2">
          <Link to="/outbox" className="link">
            Back to the outbox
          </Link>
        </p>
        <p className="small flex justify-between gap-2">
          <Link to="/deals/$deal" params={{ deal: letter.deal }} className="link">
            {letter.dealName}
          </Link>
          <span className="desk-only">
            Open <Caps keys="enter" />
          </span>
        </p>
        <p className={`fate ${isFailed(letter) ? 'silent' : ''}`}>
          {going ? <Seconds letter={letter} /> : headWords(letter)}
        </p>
        <p className="second">{fateWords(letter)}</p>
        {letter.words === null ? null : <p className="mono second mt-1 break-words">{letter.words}</p>}
        {going ? <Fuse letter={letter} /> : null}
        <div className="mt-3">
          <LetterDeeds letter={letter} keys />
        </div>
      </div>
      <div className="cell ruled">
        <h2>Let out by</h2>
        <p className="mt-1">
          <SideMark side="host" />
          {letter.letOutBy}
        </p>
        <p className="small">{letter.letGoWhen}</p>
      </div>
      <div className="cell ruled">
        <dl className="addressed">
          <Addressed name="To" mailboxes={letter.to} />
          <Addressed name="Cc" mailboxes={letter.cc} />
        </dl>
        <h2 className="mt-3">{letter.subject}</h2>
        <p className="words begins mt-1">{letter.first}</p>
        <p className="small mt-2">It begins like this. The whole text is kept with the deal.</p>
      </div>
    </aside>
  );
}

function Addressed({ name, mailboxes }: { name: string; mailboxes: readonly Mailbox[] }) {
  if (mailboxes.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="second min-w-0">
        {mailboxes.map((one) => (
          <div key={one.address} className="break-words">
            {one.name === null ? null : `${one.name} `}
            <span className="small">{one.address}</span>
          </div>
        ))}
      </dd>
    </>
  );
}
