import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ColdShown, DraftShown } from '#contract/follow-up.js';
import { ColdNotes } from '#web/follow-up/cold-notes.jsx';
import { DraftFields } from '#web/follow-up/draft-fields.jsx';
import { draftQuery } from '#web/follow-up/draft-query.js';
import { DraftWords } from '#web/follow-up/draft-words.jsx';
import { draftedFields, type Edited, isSame, keepEdit, keptEdit } from '#web/follow-up/edited.js';
import { useFindings } from '#web/follow-up/findings.js';
import { calledShortly, typedMailboxes } from '#web/follow-up/mailbox-words.js';
import { without } from '#web/follow-up/placed.js';
import { sendingOf } from '#web/follow-up/send.js';
import { action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { useDo } from '#web/undo/do.js';
import '#web/follow-up/follow-up.css';

type Light = (number: number | null) => void;

/** The first follow-up: drafted from the mail, edited by a person, sent by a person's key alone. */
export function FollowUpPane({ deal, lit, light }: { deal: string; lit: number | null; light: Light }) {
  const read = useQuery(draftQuery(deal));
  return (
    <section id="follow-up" className="ruled mt-4 pt-3" aria-label="First follow-up">
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <h2>First follow-up</h2>
        <span className="small">{read.data?.made}</span>
      </div>
      {read.data === undefined ? (
        <p className="small mt-2">
          {read.error === null
            ? 'Being written from the mail.'
            : 'It could not be written. The mail is safe.'}
        </p>
      ) : read.data.sent?.state === 'went' ? (
        <Went deal={deal} words={read.data.sent.words} />
      ) : (
        <Draft draft={read.data} lit={lit} light={light} />
      )}
    </section>
  );
}

function Went({ deal, words }: { deal: string; words: string }) {
  // It is out: what was kept here of it is no longer a draft of anything.
  useEffect(() => keepEdit(deal, null), [deal]);
  return (
    <p className="mt-2">
      {words}. <Link to="/outbox">It stands in the outbox.</Link>
    </p>
  );
}

function Draft({ draft, lit, light }: { draft: DraftShown; lit: number | null; light: Light }) {
  const { deal } = draft;
  const drafted = draftedFields(draft);
  const [own, setOwn] = useState<Edited | null>(() => keptEdit(deal));
  const [editing, setEditing] = useState(false);
  const edited = own ?? drafted;
  const findings = useFindings(draft, edited.text);
  const sending = sendingOf(draft, edited, findings);
  const deed = useDo();
  const change = (next: Edited | null) => {
    const kept = next === null || isSame(next, drafted) ? null : next;
    setOwn(kept);
    keepEdit(deal, kept);
  };
  const remove = (found: ColdShown) => change({ ...edited, text: without(edited.text, found) });
  const send = () => {
    if (sending.body === null || deed.isPending) return;
    // The text stays until the mail is out: until then it can be taken back.
    deed.mutate(
      { path: `/deals/${deal}/follow-up/send`, body: sending.body },
      { onSuccess: () => setEditing(false) },
    );
  };
  const cold = findings?.find(({ kind }) => kind === 'cold-question');
  useActions('First follow-up', [
    // A lit answer is what E corrects; otherwise E is for the draft.
    ...(lit === null && !editing ? [action('e', 'Edit the follow-up', () => setEditing(true))] : []),
    action('mod+enter', 'Send the follow-up', send),
    ...(cold === undefined ? [] : [action('backspace', 'Remove the cold question', () => remove(cold))]),
  ]);
  return (
    <>
      {draft.sent === null ? null : <p className="small mt-1">{draft.sent.words}</p>}
      <div className={`draft ${editing ? 'editing' : ''}`}>
        {editing ? (
          <DraftFields edited={edited} change={change} close={() => setEditing(false)} />
        ) : (
          <>
            <DraftHead draft={draft} edited={edited} />
            <DraftWords draft={draft} text={edited.text} findings={findings ?? []} light={light} />
          </>
        )}
      </div>
      <ColdNotes draft={draft} findings={findings ?? []} remove={remove} />
      <div className="draft-deeds">
        <button
          type="button"
          className="button primary"
          aria-disabled={sending.body === null}
          aria-describedby="send-because"
          onClick={send}
        >
          Send from my mailbox <Caps keys="mod+enter" />
        </button>
        <button type="button" className="button" onClick={() => setEditing(!editing)}>
          {editing ? 'Done' : 'Edit'} <Caps keys={editing ? 'esc' : 'e'} />
        </button>
        {own === null ? null : (
          <button type="button" className="button text" onClick={() => change(null)}>
            Back to the draft
          </button>
        )}
        <span id="send-because" className="small">
          {sending.because ?? 'Goes in ten seconds, and stops the clock'}
        </span>
      </div>
      <LeftOut words={draft.missing} />
    </>
  );
}

function DraftHead({ draft, edited }: { draft: DraftShown; edited: Edited }) {
  const names = (typed: string, short: boolean) =>
    typedMailboxes(typed)
      .mailboxes.map((each) => (short ? calledShortly(each) : (each.name ?? each.address)))
      .join(', ');
  return (
    <div className="draft-head">
      <span>
        <b>To</b>{' '}
        {edited.to.trim() === '' ? <span className="missing">nobody yet</span> : names(edited.to, false)}
      </span>{' '}
      {edited.cc.trim() === '' ? null : (
        <span>
          <b>Cc</b> {names(edited.cc, true)}
        </span>
      )}{' '}
      <span>{draft.from === null ? 'from nobody yet' : 'from your address'}</span>
      <div>
        <b>Subject</b> {edited.subject}
      </div>
    </div>
  );
}

/** What the draft does not say and why, and what to mind before it goes. */
function LeftOut({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className="draft-missing">
      {words.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}
