import { useRef, useState } from 'react';
import { useHandIn } from '#web/intake/hand-in.js';
import '#web/intake/ways-in.css';

/** Where files are dropped or chosen. A drop is heard by the whole page, so this one only says so. */
export function ChooseFiles({ done }: { done?: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const handIn = useHandIn();
  return (
    <div className="drop">
      <div className="strong">Drop an .eml or an .mbox</div>
      <div className="small">anywhere on this page</div>
      <button
        type="button"
        className="button little mt-1.5"
        disabled={handIn.isPending}
        onClick={() => input.current?.click()}
      >
        Choose files
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".eml,.mbox,message/rfc822,application/mbox,text/plain"
        aria-label="Mails to add"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length === 0) return;
          handIn.mutate(files);
          done?.();
        }}
      />
    </div>
  );
}

/** Where a mail is pasted, with its headers where there are any. */
export function PasteMail({ done }: { done?: () => void }) {
  const [mail, setMail] = useState('');
  const handIn = useHandIn();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        handIn.mutate(mail, { onSuccess: () => setMail('') });
        done?.();
      }}
    >
      <textarea
        className="field"
        aria-label="The mail"
        rows={4}
        placeholder="The whole mail, with its headers if you have them"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
      <div className="mt-2 flex items-center justify-between gap-3">
        <span className="small">Without headers the sender stays unchecked.</span>
        <button type="submit" className="button little" disabled={mail.trim() === '' || handIn.isPending}>
          Read it
        </button>
      </div>
    </form>
  );
}
