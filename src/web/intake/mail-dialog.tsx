import type { MailShown } from '#contract/arrival.js';
import { MailHead } from '#web/handoff/mail-pane.jsx';
import { MailWords } from '#web/handoff/mail-words.jsx';
import { Caps } from '#web/key/caps.jsx';
import { Dialog } from '#web/shell/dialog.jsx';

/** The mail as plain words: nothing in it is fetched, run or followed. */
export function MailDialog({ mail, close }: { mail: MailShown; close: () => void }) {
  return (
    <Dialog name={mail.subject === '' ? 'The mail' : mail.subject} close={close}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <div className="max-h-[78vh] overflow-y-auto px-6 py-5" tabIndex={0}>
        <h2 className="mb-2 text-16">{mail.subject === '' ? 'No subject' : mail.subject}</h2>
        <MailHead mail={mail} people={{ fix: null }} />
        <MailWords mail={{ ...mail, marks: [] }} />
        <p className="mt-4">
          <button type="button" className="button" onClick={close}>
            Close <Caps keys="esc" />
          </button>
        </p>
      </div>
    </Dialog>
  );
}
