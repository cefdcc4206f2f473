import { useState } from 'react';
import type { HandoffPage } from '#contract/deal.js';
import { buyerCalled } from '#domain/buyer.js';
import { Caps } from '#web/key/caps.jsx';
import { Dialog } from '#web/shell/dialog.jsx';
import { useDo } from '#web/undo/do.js';

/** An intro is declined with a reason: the partner will ask, and so will whoever reads the record. */
export function DeclineDialog({ page, close }: { page: HandoffPage; close: () => void }) {
  const [why, setWhy] = useState('');
  const deed = useDo();
  const send = () => {
    if (why.trim() === '') return;
    close();
    deed.mutate({ path: `/deals/${page.deal}/decline`, body: { why: why.trim() } });
  };
  return (
    <Dialog name={`Decline ${buyerCalled(page.name)}`} close={close}>
      <form
        className="grid gap-2 px-6 py-5"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        <h2 className="text-16">Decline {buyerCalled(page.name)}</h2>
        <label className="second" htmlFor="why">
          Why it is not for you. It stays on this company’s notebook; nothing is sent to {page.partnerName}.
        </label>
        <textarea
          id="why"
          className="field"
          rows={3}
          maxLength={500}
          required
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <div className="mt-1 flex gap-2">
          <button type="submit" className="button primary" disabled={why.trim() === ''}>
            Decline it <Caps keys="mod+enter" />
          </button>
          <button type="button" className="button" onClick={close}>
            Leave it <Caps keys="esc" />
          </button>
        </div>
      </form>
    </Dialog>
  );
}
