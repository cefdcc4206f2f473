import { useState } from 'react';
import type { AnswerShown, HandoffPage } from '#contract/deal.js';
import { Answer } from '#web/handoff/answer.jsx';
import type { FixPerson } from '#web/handoff/person-button.jsx';
import { action, useActions } from '#web/key/action.js';
import { Choice } from '#web/palette/choice.jsx';
import { firstName } from '#web/person/person.jsx';

export type BriefProps = {
  page: HandoffPage;
  lit: number | null;
  light: (number: number | null) => void;
  people: FixPerson;
  /** The words that a person has selected in the mail. */
  picked: string;
  /** Says that words of the mail are being asked for. */
  pick: (picking: boolean) => void;
};

/** The six questions with their answers, so that the buyer never has to answer them again. */
export function Brief({ page, lit, light, people, picked, pick }: BriefProps) {
  const [editing, setEditing] = useState<AnswerShown['question'] | null>(null);
  const [choosing, setChoosing] = useState(false);
  const edit = (question: AnswerShown['question'] | null) => {
    setEditing(question);
    pick(question !== null);
  };
  const editLit = () => {
    const answer = page.brief.find((one) => one.number === lit);
    if (answer === undefined) setChoosing(true);
    else edit(answer.question);
  };
  useActions('Brief', page.may.edit ? [action('e', 'Correct an answer of the brief', editLit)] : []);
  return (
    <section id="brief" className="pane first" aria-label="Brief">
      <div className="mb-0.5 flex items-baseline justify-between gap-2">
        <h2>Brief</h2>
        <span className="small">so {buyerName(page)} never repeats it</span>
      </div>
      {page.brief.map((answer) => (
        <Answer
          key={answer.question}
          page={page}
          answer={answer}
          lit={lit === answer.number}
          light={light}
          people={people}
          editing={editing === answer.question}
          edit={(open) => edit(open ? answer.question : null)}
          picked={picked}
        />
      ))}
      {choosing ? (
        <Choice
          name="Which answer"
          prompt="Which answer is to be corrected?"
          close={() => setChoosing(false)}
          digits
          options={page.brief.map((answer) => ({
            id: answer.question,
            words: answer.title,
            keys: null,
            group: null,
            run: () => edit(answer.question),
          }))}
        />
      ) : null}
    </section>
  );
}

function buyerName(page: HandoffPage): string {
  const buyer = page.brief.flatMap((answer) => answer.people).find((person) => person.side === 'buyer');
  return buyer === undefined ? 'the buyer' : firstName(buyer);
}
