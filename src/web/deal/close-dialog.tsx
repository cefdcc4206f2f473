import { useId, useState } from 'react';
import type { DealPage } from '#contract/deal.js';
import { ENDINGS, type Ending, FRICTION_WORDS, FRICTIONS, type Friction } from '#domain/deal.js';
import { StepForm } from '#web/deal/step-form.jsx';
import { useDo } from '#web/undo/do.js';

export const ENDING_WORDS: Record<Ending, string> = {
  won: 'Won',
  lost: 'Lost',
  'not-pursued': 'Not pursued',
};

/** A deal ends: how, why in words, and whether it died in the handoff, which no other list asks. */
export function CloseDialog({ page, close }: { page: DealPage; close: () => void }) {
  const [as, setAs] = useState<Ending>('won');
  const [why, setWhy] = useState('');
  const [friction, setFriction] = useState<Friction | null>(null);
  const id = useId();
  const deed = useDo({ refusalsHere: true });
  const body = { as, why: why.trim(), friction: as === 'won' ? null : friction };
  return (
    <StepForm
      name={`Close ${page.name}`}
      button="Close it"
      ready={body.why !== '' && !deed.isPending}
      error={deed.error}
      save={() => deed.mutate({ path: `/deals/${page.deal}/close`, body }, { onSuccess: close })}
      close={close}
    >
      <fieldset className="flex flex-wrap gap-4">
        <legend className="second mb-1">How it ended. {page.partnerName} sees this.</legend>
        {ENDINGS.map((each) => (
          <label key={each} className="flex items-center gap-1.5">
            <input type="radio" name={`${id}-as`} checked={as === each} onChange={() => setAs(each)} />
            {ENDING_WORDS[each]}
          </label>
        ))}
      </fieldset>
      <label className="second" htmlFor={`${id}-why`}>
        Why, in words. It stays on this company’s notebook.
      </label>
      <textarea
        id={`${id}-why`}
        className="field"
        rows={3}
        maxLength={500}
        required
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      {as === 'won' ? null : <Died id={id} friction={friction} change={setFriction} />}
    </StepForm>
  );
}

type DiedProps = { id: string; friction: Friction | null; change: (friction: Friction | null) => void };

function Died({ id, friction, change }: DiedProps) {
  return (
    <>
      <label className="second" htmlFor={`${id}-friction`}>
        Did it die in the handoff?
      </label>
      <select
        id={`${id}-friction`}
        className="field"
        value={friction ?? ''}
        onChange={(event) => change(FRICTIONS.find((each) => each === event.target.value) ?? null)}
      >
        <option value="">No</option>
        {FRICTIONS.map((each) => (
          <option key={each} value={each}>
            {FRICTION_WORDS[each]}
          </option>
        ))}
      </select>
    </>
  );
}
