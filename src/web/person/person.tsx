import type { PersonShown } from '#contract/words.js';

const SIDE_WORDS = {
  host: 'your side',
  partner: 'partner',
  buyer: 'buyer',
  unknown: 'side not known',
} as const;

/** The mark of a side: square, diamond, disc, dashed square. Always followed by a name. */
export function SideMark({ side }: { side: PersonShown['side'] }) {
  return (
    <>
      <i className={`side ${side}`} aria-hidden="true" />
      <span className="hidden-words">{SIDE_WORDS[side]}: </span>
    </>
  );
}

/** Somebody by mark, name and, where given, what they do. */
export function Who({
  person,
  words,
  short = false,
}: {
  person: PersonShown;
  words?: string | null;
  short?: boolean;
}) {
  const said = words === undefined ? person.role : words;
  return (
    <span className="who">
      <SideMark side={person.side} />
      {short ? firstName(person) : person.name} {said === null ? null : <small>{said}</small>}
    </span>
  );
}

/** Nobody is a state, and it alarms. */
export function Nobody({ words = 'Nobody' }: { words?: string }) {
  return (
    <span className="who silent strong">
      <i className="side nobody" aria-hidden="true" />
      {words}
    </span>
  );
}

/** The first word of a name; an address stays whole. */
export function firstName(person: PersonShown): string {
  return person.name.includes('@') ? person.name : (person.name.split(' ')[0] ?? person.name);
}
