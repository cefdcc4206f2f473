import { Link } from '@tanstack/react-router';
import type { LetterShown } from '#contract/letter.js';
import { LetterDeeds } from '#web/outbox/deeds.jsx';
import { calledShortly, headWords, isFailed, sinceWords } from '#web/outbox/letter-words.js';
import { Seconds } from '#web/outbox/seconds.jsx';

type LetterRowProps = { letter: LetterShown; selected: boolean; pick: () => void };

/** One mail: its state and since when, what it says, to whom it goes and who let it out. */
export function LetterRow({ letter, selected, pick }: LetterRowProps) {
  const alarmed = isFailed(letter);
  return (
    <>
      <Link
        to="/outbox"
        search={{ letter: letter.letter }}
        className={`list-row letter-row ${alarmed ? 'alarmed' : ''}`}
        data-row={letter.letter}
        aria-current={selected ? 'true' : undefined}
        onFocus={() => {
          // On a phone the preview is a page of its own: walking through the rows must not open it.
          if (matchMedia('(min-width: 761px)').matches && !selected) pick();
        }}
      >
        <div className="state min-w-0">
          <div className={`strong ${alarmed || letter.state === 'going' ? 'silent' : ''}`}>
            {letter.state === 'going' ? <Seconds letter={letter} /> : headWords(letter)}
          </div>
          <div className="small">{sinceWords(letter)}</div>
        </div>
        <div className="text min-w-0">
          <div className="cut strong">{letter.subject}</div>
          <Said letter={letter} />
        </div>
        <div className="to min-w-0">
          <div className="cut">{letter.to.map(calledShortly).join(', ')}</div>
          <div className="small cut">{letter.dealName}</div>
        </div>
        <div className="by min-w-0">
          <div className="cut">{letter.letOutBy}</div>
          <div className="small">{letter.letGoWhen}</div>
        </div>
      </Link>
      {letter.state === 'going' || letter.state === 'unknown' ? (
        <div className={`letter-deeds ${alarmed ? 'alarmed' : 'phone-only'}`}>
          <LetterDeeds letter={letter} />
        </div>
      ) : null}
    </>
  );
}

function Said({ letter }: { letter: LetterShown }) {
  const server = letter.state === 'waits' || isFailed(letter) ? letter.words : null;
  return server === null ? (
    <div className="cut words">{letter.first}</div>
  ) : (
    <div className="cut second">
      <span className="mono">{server}</span>
    </div>
  );
}
