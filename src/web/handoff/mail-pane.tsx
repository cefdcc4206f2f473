import { useEffect, useRef } from 'react';
import type { MailShown } from '#contract/arrival.js';
import type { PersonShown } from '#contract/words.js';
import { MailWords } from '#web/handoff/mail-words.jsx';
import { type FixPerson, PersonButton } from '#web/handoff/person-button.jsx';
import { selectedWords } from '#web/handoff/selected-words.js';
import { LookAlike } from '#web/intake/look-alike.jsx';
import { firstName } from '#web/person/person.jsx';
import '#web/handoff/mail.css';

export type MailPaneProps = {
  mail: MailShown;
  lit: number | null;
  light: (number: number | null) => void;
  /** Whether words are being asked for, so that selecting some hands them over. */
  picking: boolean;
  picked: (words: string) => void;
  people: FixPerson;
};

/** The mail that the brief rests on, with the words that each answer is. */
export function MailPane({ mail, lit, light, picking, picked, people }: MailPaneProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!picking) return;
    const onSelect = () => {
      const words = box.current === null ? '' : selectedWords(box.current, mail.text);
      if (words !== '') picked(words);
    };
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, [picking, picked, mail.text]);
  return (
    <section
      id="mail"
      ref={box}
      className={`pane sunk mail-pane ${picking ? 'picking' : ''}`}
      aria-label="The mail"
    >
      <MailHead mail={mail} people={people} />
      {picking ? <p className="small mt-2">Select the words that answer it.</p> : null}
      <MailWords mail={mail} lit={lit} light={light} />
    </section>
  );
}

/** Who wrote to whom, and when. */
export function MailHead({ mail, people }: { mail: MailShown; people: FixPerson }) {
  return (
    <div className="mail-head">
      <div>
        <b>From</b>{' '}
        {mail.from === null ? (
          <span className="missing">nobody is named</span>
        ) : (
          <PersonButton
            person={mail.from}
            people={people}
            words={null}
            name={mail.from.company === null ? mail.from.name : `${mail.from.name}, ${mail.from.company}`}
          />
        )}{' '}
        <span className="tag tiny ml-1">{mail.senderWords}</span>
      </div>
      {mail.forwardedBy === null ? null : (
        <Line name="Sent on by" persons={[mail.forwardedBy]} people={people} short={false} />
      )}
      {mail.to.length === 0 ? null : <Line name="To" persons={mail.to} people={people} short={false} />}
      <div className="flex flex-wrap justify-between gap-x-3">
        {mail.cc.length === 0 ? <span /> : <Line name="Cc" persons={mail.cc} people={people} short />}
        <time dateTime={mail.at ?? undefined}>{mail.when}</time>
      </div>
      {mail.lookAlike === null ? null : <LookAlike found={mail.lookAlike} />}
    </div>
  );
}

function Line({
  name,
  persons,
  people,
  short,
}: {
  name: string;
  persons: readonly PersonShown[];
  people: FixPerson;
  short: boolean;
}) {
  return (
    <div>
      <b>{name}</b>{' '}
      {persons.map((person) => (
        <span key={person.email ?? person.name} className="mr-2">
          <PersonButton
            person={person}
            people={people}
            words={null}
            name={short ? firstName(person) : person.name}
          />
        </span>
      ))}
    </div>
  );
}
