import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { useDo } from '#web/undo/do.js';

/** Answers a mail of the mailbox in its reader's name. What is sent comes into the demo by SMTP, and is read there. */
export function Reply({ mail, as }: { mail: string; as: string }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const reply = useDo();
  const navigate = useNavigate();
  const first = as.split(' ')[0] ?? as;
  useActions('This mail', [action('r', `Reply as ${first}`, () => setOpen(true))]);
  const send = () => {
    if (words.trim() === '' || reply.isPending) return;
    reply.mutate(
      { path: '/demo/reply', body: { mail, words } },
      { onSuccess: () => void navigate({ to: '/intake' }) },
    );
  };
  if (!open)
    return (
      <p className="reply">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          Reply as {first} <Caps keys="r" />
        </button>
      </p>
    );
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="strong" htmlFor="reply">
        {as} writes
      </label>
      <textarea
        id="reply"
        className="field"
        rows={5}
        // biome-ignore lint/a11y/noAutofocus: the key that opened it is for writing here.
        autoFocus
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
          if (event.key === 'Escape') setOpen(false);
        }}
      />
      <div className="mt-2 flex gap-2">
        <button type="submit" className="button primary" disabled={words.trim() === '' || reply.isPending}>
          Send it to Northbeam <Caps keys="mod+enter" />
        </button>
        <button type="button" className="button text" onClick={() => setOpen(false)}>
          Leave it <Caps keys="esc" />
        </button>
      </div>
    </form>
  );
}
