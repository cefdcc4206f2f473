import type { ReactNode } from 'react';
import { Caps } from '#web/key/caps.jsx';
import { Dialog } from '#web/shell/dialog.jsx';
import { refusalWords } from '#web/undo/do.js';

type Props = {
  name: string;
  button: string;
  ready: boolean;
  error: Error | null;
  save: () => void;
  close: () => void;
  children: ReactNode;
};

/** A question about one deal in a dialog: Ctrl or Command with Enter answers it, and a refusal stands under its fields. */
export function StepForm({ name, button, ready, error, save, close, children }: Props) {
  const answer = () => {
    if (ready) save();
  };
  return (
    <Dialog name={name} close={close}>
      <form
        className="grid gap-3 px-6 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          answer();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          answer();
        }}
      >
        <h2 className="text-16">{name}</h2>
        {children}
        {error === null ? null : (
          <p role="alert" className="silent">
            {refusalWords(error)}
          </p>
        )}
        <div className="mt-1 flex flex-wrap gap-2">
          <button type="submit" className="button primary" disabled={!ready}>
            {button} <Caps keys="mod+enter" />
          </button>
          <button type="button" className="button" onClick={close}>
            Leave it <Caps keys="esc" />
          </button>
        </div>
      </form>
    </Dialog>
  );
}
