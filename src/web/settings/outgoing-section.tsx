import { useState } from 'react';
import type { Settings } from '#contract/settings.js';
import { OutgoingForm } from '#web/settings/outgoing-form.jsx';
import { OutgoingTrial } from '#web/settings/outgoing-trial.jsx';
import { Section } from '#web/settings/section.jsx';
import { useDo } from '#web/undo/do.js';

/** The server that mail goes out through: which one is in force, setting one here, and trying it. */
export function OutgoingSection({ settings }: { settings: Settings }) {
  const { outgoing } = settings;
  const [isChanged, setChanged] = useState(false);
  return (
    <Section
      title="Outgoing mail"
      words="For invitations, sign-in links and follow-ups. Without it they are shown to copy, or open in your own mail program."
    >
      <p className="mb-3.5 flex items-baseline gap-2">
        {outgoing.set ? null : <i className="side nobody" aria-hidden="true" />}
        <span className="max-w-[70ch]">
          {outgoing.words} {outgoing.server === null ? null : <Remove />}
        </span>
      </p>
      <OutgoingForm key={JSON.stringify(outgoing.server)} outgoing={outgoing} tellChanged={setChanged} />
      <OutgoingTrial outgoing={outgoing} isChanged={isChanged} />
    </Section>
  );
}

function Remove() {
  const deed = useDo();
  return (
    <button
      type="button"
      className="link"
      disabled={deed.isPending}
      onClick={() => deed.mutate({ path: '/settings/outgoing', method: 'DELETE' })}
    >
      Remove it<span className="hidden-words"> as the outgoing server</span>
    </button>
  );
}
