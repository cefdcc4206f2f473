import type { AnswerShown, HandoffPage } from '#contract/deal.js';
import { EvidenceNumber, Quote } from '#web/evidence/quote.jsx';
import { CorrectAnswer } from '#web/handoff/correct-answer.jsx';
import { type FixPerson, PersonButton } from '#web/handoff/person-button.jsx';
import { Caps } from '#web/key/caps.jsx';

export type AnswerProps = {
  page: HandoffPage;
  answer: AnswerShown;
  lit: boolean;
  light: (number: number | null) => void;
  people: FixPerson;
  editing: boolean;
  edit: (open: boolean) => void;
  picked: string;
};

/** One question of the brief: its quotes, or that it is missing; and the way to put it right. */
export function Answer({ page, answer, lit, light, people, editing, edit, picked }: AnswerProps) {
  const empty = answer.quotes.length === 0;
  return (
    <section
      className={`answer ${empty ? 'empty' : ''} ${lit ? 'lit' : ''}`}
      aria-label={answer.title}
      onPointerEnter={() => light(answer.number)}
      onPointerLeave={() => light(null)}
      onFocus={() => light(answer.number)}
    >
      <span className="number-cell">{empty ? null : <AnswerNumber answer={answer} />}</span>
      <div className="question">
        <h3>{answer.title}</h3>
        {page.may.edit && !editing ? (
          <button type="button" className="link edit" onClick={() => edit(true)}>
            Correct<span className="hidden-words">: {answer.title}</span> <Caps keys="e" />
          </button>
        ) : null}
      </div>
      <div className="min-w-0">
        {answer.quotes.map((quote) => (
          <p key={`${quote.arrival} ${quote.start}`}>
            {quote.about === null ? null : <span className="small">{quote.about} </span>}
            <Quote quote={quote} />
            {quote.correctedBy === null ? null : <span className="small"> {quote.correctedBy}</span>}
          </p>
        ))}
        {answer.people.length === 0 ? null : (
          <ul className="mt-1 grid gap-px">
            {answer.people.map((person) => (
              <li key={person.email ?? person.name}>
                <PersonButton person={person} people={people} words={person.role} />
              </li>
            ))}
          </ul>
        )}
        {empty && answer.missing.length === 0 ? <Missing words="not in the mail" /> : null}
        {answer.missing.map((words) => (
          <Missing key={words} words={words} />
        ))}
        {empty && answer.missing.length === 0 && !editing ? (
          <span className="small ml-1.5">Ask the partner, not the buyer</span>
        ) : null}
        {editing ? (
          <CorrectAnswer page={page} answer={answer} picked={picked} close={() => edit(false)} />
        ) : null}
      </div>
    </section>
  );
}

function Missing({ words }: { words: string }) {
  return <span className="missing mt-1 mr-1">{words}</span>;
}

/** Leads to the words in the mail; what was learned elsewhere has none there, and its number is drawn open. */
function AnswerNumber({ answer }: { answer: AnswerShown }) {
  const inMail = answer.quotes.some((quote) => quote.mark !== null);
  if (inMail) return <EvidenceNumber number={answer.number} href={`#mark-${answer.number}`} />;
  return <span className="evidence elsewhere">{answer.number}</span>;
}
