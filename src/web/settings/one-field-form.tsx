import { useId, useState } from 'react';
import { refusalWords, useDo } from '#web/undo/do.js';

type Props = {
  label: string;
  button: string;
  path: string;
  body: (value: string) => unknown;
  placeholder?: string;
  width?: string;
  type?: string;
};

/** One field and a button that adds what it holds. A refusal stands under it, and what was typed stays. */
export function OneFieldForm({
  label,
  button,
  path,
  body,
  placeholder = '',
  width = '220px',
  type = 'text',
}: Props) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const deed = useDo({ refusalsHere: true });
  return (
    <form
      className="flex flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate({ path, body: body(typed.trim()) }, { onSuccess: () => setTyped('') });
      }}
    >
      <input
        className="field"
        style={{ width }}
        type={type}
        aria-label={label}
        aria-invalid={deed.isError}
        aria-describedby={deed.isError ? id : undefined}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          deed.reset();
        }}
      />
      <button type="submit" className="button" disabled={typed.trim() === '' || deed.isPending}>
        {button}
      </button>
      {deed.error === null ? null : (
        <p id={id} role="alert" className="silent w-full text-12">
          <b className="strong">Not added.</b> {refusalWords(deed.error)}
        </p>
      )}
    </form>
  );
}
