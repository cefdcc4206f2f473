import { useEffect, useId, useState } from 'react';
import type { AnswerShown, HandoffPage } from '#contract/deal.js';
import { Quote } from '#web/evidence/quote.jsx';
import { findWords } from '#web/handoff/find-words.js';
import { Caps } from '#web/key/caps.jsx';
import { takeFocus } from '#web/shell/focus.js';
import { useDo } from '#web/undo/do.js';

const STAKES = [
  { about: 'money', name: 'Money' },
  { about: 'scope', name: 'Scope' },
  { about: 'competitor', name: 'Competitor' },
] as const;

type Stake = (typeof STAKES)[number]['about'];

/**
 * Puts an answer right in one of three ways: other words of the mail (selected there, or typed here), a note
 * of what was learned elsewhere, or that it is not there.
 */
export function CorrectAnswer({
  page,
  answer,
  picked,
  close,
}: {
  page: HandoffPage;
  answer: AnswerShown;
  picked: string;
  close: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [about, setAbout] = useState<Stake>('money');
  const id = useId();
  const deed = useDo();
  useEffect(() => {
    if (picked !== '') setTyped(picked.replace(/\s+/g, ' '));
  }, [picked]);
  const found = findWords(page.mail.text, typed);
  const correct = (by: unknown) => {
    const stake = answer.question === 'stakes' ? about : null;
    deed.mutate({
      path: `/deals/${page.deal}/correct`,
      body: { question: answer.question, about: stake, answer: by },
    });
    close();
  };
  return (
    <form
      className="correct"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') correct({ by: 'note', note: note.trim() });
        else if (found !== null) correct({ by: 'words', ...found });
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {answer.question === 'stakes' ? <About about={about} choose={setAbout} /> : null}
      <label htmlFor={`${id}w`}>Select other words in the mail, or type them as they stand there</label>
      <input
        id={`${id}w`}
        className="field"
        value={typed}
        ref={takeFocus}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <p className="small" role="status">
        {typed.trim() === '' ? null : found === null ? (
          <span className="silent">These words do not stand in the mail.</span>
        ) : (
          <Quote quote={{ quote: found.quote, lang: page.mail.lang }} />
        )}
      </p>
      <label htmlFor={`${id}n`}>Or note what was learned elsewhere, by phone say</label>
      <textarea
        id={`${id}n`}
        className="field"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="mt-1 flex flex-wrap gap-2">
        <button
          type="submit"
          className="button little primary"
          disabled={note.trim() === '' && found === null}
        >
          {note.trim() === '' ? 'Use these words' : 'Use this note'} <Caps keys="enter" />
        </button>
        <button type="button" className="button little" onClick={() => correct({ by: 'missing' })}>
          It is not in the mail
        </button>
        <button type="button" className="button little text" onClick={close}>
          Leave it <Caps keys="esc" />
        </button>
      </div>
    </form>
  );
}

function About({ about, choose }: { about: Stake; choose: (about: Stake) => void }) {
  return (
    <fieldset className="segments justify-self-start">
      <legend className="hidden-words">What is at stake</legend>
      {STAKES.map((stake) => (
        <button
          key={stake.about}
          type="button"
          aria-pressed={stake.about === about}
          onClick={() => choose(stake.about)}
        >
          {stake.name}
        </button>
      ))}
    </fieldset>
  );
}
