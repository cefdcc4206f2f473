import { useEffect, useId, useRef, useState } from 'react';
import type { DealPage } from '#contract/deal.js';
import { StepForm } from '#web/deal/step-form.jsx';
import { useDo } from '#web/undo/do.js';

type Props = { page: DealPage; first: 'what' | 'day'; close: () => void };

/** Whoever owes it, as the door takes them; null where it is whoever owns the deal. */
function owing(person: DealPage['offer']['people'][number] | undefined) {
  if (person === undefined) return null;
  const { side, id, name, email } = person;
  return { side, person: id, name, email };
}

/** The one next step: what, who owes it and by which day. It begins with what the server offers. */
export function StepDialog({ page, first, close }: Props) {
  const { offer } = page;
  const [what, setWhat] = useState(offer.what);
  const [due, setDue] = useState(offer.due);
  const [who, setWho] = useState(offer.owner);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // The dialog puts the focus on its first field; whoever moves a day wants the day.
  useEffect(() => field.current?.focus(), []);
  const deed = useDo({ refusalsHere: true });
  const owner = who === null ? null : owing(offer.people[who]);
  const save = () =>
    deed.mutate(
      { path: `/deals/${page.deal}/step`, body: { what: what.trim(), due, owner } },
      { onSuccess: close },
    );
  return (
    <StepForm
      name={page.may.done ? 'Move the step' : `Give ${page.name} a step`}
      button={page.may.done ? 'Move it' : 'Give it this step'}
      ready={what.trim() !== '' && due !== '' && !deed.isPending}
      error={deed.error}
      save={save}
      close={close}
    >
      <label className="second" htmlFor={`${id}-what`}>
        What is to be done
      </label>
      <input
        id={`${id}-what`}
        ref={first === 'what' ? field : null}
        className="field"
        maxLength={200}
        required
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <label className="second" htmlFor={`${id}-who`}>
        Who owes it
      </label>
      <select
        id={`${id}-who`}
        className="field"
        value={who ?? ''}
        onChange={(event) => setWho(event.target.value === '' ? null : Number(event.target.value))}
      >
        {who === null ? <option value="">Whoever owns the deal</option> : null}
        {offer.people.map((each, place) => (
          <option key={`${each.side} ${each.id ?? each.email ?? each.name}`} value={place}>
            {each.company === null ? each.name : `${each.name}, ${each.company}`}
          </option>
        ))}
      </select>
      <label className="second" htmlFor={`${id}-due`}>
        By which day; it is due when their working day ends
      </label>
      <input
        id={`${id}-due`}
        ref={first === 'day' ? field : null}
        className="field"
        type="date"
        required
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
    </StepForm>
  );
}
