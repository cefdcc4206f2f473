import type { ReactNode } from 'react';
import { Caps } from '#web/key/caps.jsx';
import { Dialog } from '#web/shell/dialog.jsx';
import { refusalWords } from '#web/undo/do.js';

export type FormDialogProps = {
  name: string;
  /** What its button will do. */
  button: string;
  ready: boolean;
  error: Error | null;
  save: () => void;
  close: () => void;
  /** Another thing that can be done, beside saving and leaving. */
  more?: ReactNode;
  children: ReactNode;
};

/** A form in a dialog: fields in two columns, a refusal under them, and what was typed stays. */
export function FormDialog({
  name,
  button,
  ready,
  error,
  save,
  close,
  more = null,
  children,
}: FormDialogProps) {
  return (
    <Dialog name={name} close={close}>
      <form
        className="grid gap-4 px-6 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 className="text-16">{name}</h2>
        <div className="fields">{children}</div>
        {error === null ? null : (
          <p role="alert" className="silent">
            {refusalWords(error)}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="button primary" disabled={!ready}>
            {button} <Caps keys="enter" />
          </button>
          {more}
          <button type="button" className="button text" onClick={close}>
            Leave it <Caps keys="esc" />
          </button>
        </div>
      </form>
    </Dialog>
  );
}
