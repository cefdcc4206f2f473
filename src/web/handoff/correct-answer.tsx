import { useEffect, useId, useState } from 'react';
import type { AnswerShown, HandoffPage } from '#contract/deal.js';
import type { Span } from '#domain/evidence.js';
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

export type CorrectAnswerProps = {
  page: HandoffPage;
  answer: AnswerShown;
  /** The words that a person has selected in the mail. */
  picked: string;
  close: () => void;
};

/**
 * Puts an answer right in one of three ways: other words of the mail (selected there, or typed here), a note
 * of what was learned elsewhere, or that it is not there.
 */
export function CorrectAnswer({ page, answer, picked, close }: CorrectAnswerProps) {
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [about, setAbout] = useState<Stake>('money');
  const deed = useDo();
  useEffect(() => {
    if (picked !== '') setTyped(picked.replace(/\s+/g, ' '));
  }, [picked]);
  const found = findWords(page.mail.text, typed);
  const correct = (by: unknown) => {
    const stake = answer.question === 'stakes' ? about : null;
    const body = { question: answer.question, about: stake, answer: by };
    // Refused, the form stays open with what was typed.
    deed.mutate({ path: `/deals/${page.deal}/correct`, body }, { onSuccess: close });
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
      <WordsField typed={typed} type={setTyped} found={found} lang={page.mail.lang} />
      <NoteField note={note} write={setNote} />
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

type WordsFieldProps = {
  typed: string;
  type: (words: string) => void;
  found: Span | null;
  lang: string | null;
};

function WordsField({ typed, type, found, lang }: WordsFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Select other words in the mail, or type them as they stand there</label>
      <input
        id={id}
        className="field"
        value={typed}
        ref={takeFocus}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
      />
      <p className="small" role="status">
        {typed.trim() !== '' && found === null ? (
          <span className="silent">These words do not stand in the mail.</span>
        ) : null}
        {found === null ? null : <Quote quote={{ quote: found.quote, lang }} />}
      </p>
    </>
  );
}

function NoteField({ note, write }: { note: string; write: (note: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Or note what was learned elsewhere, by phone say</label>
      <textarea
        id={id}
        className="field"
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => write(event.target.value)}
      />
    </>
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
