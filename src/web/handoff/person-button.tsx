import type { PersonShown } from '#contract/words.js';
import { SideMark } from '#web/person/person.jsx';

/** What happens when a person's side is to be put right; null for those who may not. */
export type FixPerson = { readonly fix: ((person: PersonShown) => void) | null };

/** A person whose mark puts their side right with one click. */
export function PersonButton({
  person,
  people,
  words,
  name = person.name,
}: {
  person: PersonShown;
  people: FixPerson;
  words: string | null;
  name?: string;
}) {
  const { fix } = people;
  const drawn = (
    <>
      <SideMark side={person.side} />
      {name} {words === null ? null : <small>{words}</small>}
    </>
  );
  if (fix === null) return <span className="who">{drawn}</span>;
  return (
    <button
      type="button"
      className="who person-button"
      title={`Fix whose side ${person.name} is on`}
      onClick={() => fix(person)}
    >
      {drawn}
    </button>
  );
}
