import { useEffect, useRef } from 'react';
import type { Edited } from '#web/follow-up/edited.js';
import { typedMailboxes } from '#web/follow-up/mailbox-words.js';

/** The follow-up while it is edited: plain fields, plain text. Escape goes back to the marks. */
export function DraftFields({
  edited,
  change,
  close,
}: {
  edited: Edited;
  change: (edited: Edited) => void;
  close: () => void;
}) {
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // At the first gap, because that is what waits to be written.
    const box = text.current;
    if (box === null) return;
    box.focus();
    const gap = /\[[^\]]*\]/.exec(box.value);
    if (gap === null) box.setSelectionRange(box.value.length, box.value.length);
    else box.setSelectionRange(gap.index, gap.index + gap[0].length);
  }, []);
  const field = (name: 'to' | 'cc' | 'subject', label: string) => (
    <label className="draft-field">
      <span>{label}</span>
      <input
        value={edited[name]}
        onChange={(event) => change({ ...edited, [name]: event.target.value })}
        aria-invalid={name !== 'subject' && typedMailboxes(edited[name]).wrong !== null}
      />
    </label>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the fields from any of them.
    <div
      className="draft-fields"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {field('to', 'To')}
      {field('cc', 'Cc')}
      {field('subject', 'Subject')}
      <textarea
        ref={text}
        aria-label="Text of the follow-up"
        value={edited.text}
        rows={Math.min(26, 4 + edited.text.split('\n').length + Math.ceil(edited.text.length / 62))}
        onChange={(event) => change({ ...edited, text: event.target.value })}
      />
    </div>
  );
}
