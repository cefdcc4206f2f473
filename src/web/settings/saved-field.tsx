import { type ReactNode, useEffect, useId, useState } from 'react';
import { refusalWords, useDo } from '#web/undo/do.js';

type Props = {
  label: string;
  value: string;
  /** Where the field is kept, and the body that keeps it. */
  path: string;
  body: (value: string) => unknown;
  placeholder?: string;
  width?: string;
  after?: ReactNode;
};

/** A field that is saved when it is left; undo takes it back. A refusal stands under it, and what was typed stays. */
export function SavedField({
  label,
  value,
  path,
  body,
  placeholder = '',
  width = '280px',
  after = null,
}: Props) {
  const [typed, setTyped] = useState(value);
  const id = useId();
  const deed = useDo({ refusalsHere: true });
  useEffect(() => setTyped(value), [value]);
  const refused = deed.error === null ? null : refusalWords(deed.error);
  const save = () => {
    if (typed.trim() !== value && typed.trim() !== '') deed.mutate({ path, body: body(typed.trim()) });
  };
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <input
            id={id}
            className="field"
            style={{ maxWidth: width }}
            value={typed}
            placeholder={placeholder}
            aria-invalid={refused !== null}
            aria-describedby={refused === null ? undefined : `${id}p`}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={save}
            onKeyDown={(event) => event.key === 'Enter' && save()}
          />
          {after}
        </div>
        <FieldProblem id={`${id}p`} words={refused} />
      </div>
    </>
  );
}

/** Why a field was not taken, under the field. */
function FieldProblem({ id, words }: { id: string; words: string | null }) {
  if (words === null) return null;
  return (
    <p id={id} role="alert" className="silent mt-1 text-12">
      <b className="strong">Not saved.</b> {words}
    </p>
  );
}
