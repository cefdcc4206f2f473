import { useState } from 'react';
import { ChooseFiles, PasteMail } from '#web/intake/ways-in.jsx';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { Dialog } from '#web/shell/dialog.jsx';

/** Adds a mail by hand: by choosing files, or by pasting. Dropping needs no button: the whole page takes it. */
export function AddMailButton() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  useActions('Add', [action('n', 'Add a mail', () => setOpen(true))]);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Add a mail <Caps keys="n" />
      </button>
      {open ? (
        <Dialog name="Add a mail" close={close}>
          <div className="grid gap-4 px-6 py-5">
            <h2 className="text-16">Add a mail</h2>
            <ChooseFiles done={close} />
            <div>
              <h3 className="mb-1.5">Or paste it</h3>
              <PasteMail done={close} />
            </div>
            <p>
              <button type="button" className="button text" onClick={close}>
                Close <Caps keys="esc" />
              </button>
            </p>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
