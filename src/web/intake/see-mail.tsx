import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { arrivalQuery } from '#web/door/queries.js';

const MailDialog = lazy(async () => ({ default: (await import('#web/intake/mail-dialog.jsx')).MailDialog }));

/** Opens a kept mail in full, wherever its first words are shown. */
export function SeeMail({ arrival, of }: { arrival: string; of: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        See the mail<span className="hidden-words"> of {of}</span>
      </button>
      {isOpen ? <WholeMail arrival={arrival} close={() => setOpen(false)} /> : null}
    </>
  );
}

function WholeMail({ arrival, close }: { arrival: string; close: () => void }) {
  const page = useQuery(arrivalQuery(arrival));
  if (page.isError)
    return (
      <p role="alert" className="silent">
        The mail could not be fetched. Press the button once more.
      </p>
    );
  if (page.data?.mail == null) return null;
  return (
    <Suspense>
      <MailDialog mail={page.data.mail} close={close} />
    </Suspense>
  );
}
