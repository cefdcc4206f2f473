import { useState } from 'react';
import type { HandoffPage } from '#contract/deal.js';
import type { PersonShown } from '#contract/words.js';
import { SIDES } from '#domain/party.js';
import { peopleOf } from '#web/handoff/people.js';
import { Choice } from '#web/palette/choice.jsx';
import { SideMark, Who } from '#web/person/person.jsx';
import { useDo } from '#web/undo/do.js';

const WORDS = {
  host: 'our side',
  partner: 'the partner’s side',
  buyer: 'the buyer’s side',
  unknown: 'not known',
} as const;

/** Whose side somebody is on: first who, then which. What hung on it is derived again. */
export function SideChoice({
  page,
  close,
  person = null,
}: {
  page: HandoffPage;
  close: () => void;
  person?: PersonShown | null;
}) {
  const [chosen, setChosen] = useState(person);
  const deed = useDo();
  if (chosen === null) {
    const options = peopleOf(page).map((one) => ({
      id: one.email ?? one.name,
      words: one.name,
      drawn: <Who person={one} words={one.email} />,
      keys: null,
      group: null,
      run: () => setChosen(one),
    }));
    return (
      <Choice
        name="Whose side"
        prompt="Who stands on the wrong side?"
        options={options}
        close={() => undefined}
        onLeave={close}
        digits
      />
    );
  }
  const options = SIDES.map((side) => ({
    id: side,
    words: WORDS[side],
    drawn: (
      <>
        <SideMark side={side} />
        {WORDS[side]} {side === chosen.side ? <span className="small">now</span> : null}
      </>
    ),
    keys: null,
    group: null,
    run: () =>
      deed.mutate({
        path: `/deals/${page.deal}/side`,
        body: { email: chosen.email, name: chosen.name, side },
      }),
  }));
  return (
    <Choice
      key="side"
      name={`The side of ${chosen.name}`}
      prompt={`Which side is ${chosen.name} on?`}
      options={options}
      close={close}
      digits
    />
  );
}
