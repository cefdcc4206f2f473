import { type ReactNode, useState } from 'react';
import type { DealPage } from '#contract/deal.js';
import { CloseDialog } from '#web/deal/close-dialog.jsx';
import { StepDialog } from '#web/deal/step-dialog.jsx';
import { type Action, action, useActions } from '#web/key/action.js';
import { Caps } from '#web/key/caps.jsx';
import { useDo } from '#web/undo/do.js';

type Question = 'step' | 'day' | 'close';
type Next = { readonly buttons: ReactNode; readonly dialog: ReactNode };

/** What comes after the intro was taken: that somebody wrote, the one next step, and how the deal ends. */
export function useNext(page: DealPage): Next {
  const [asked, setAsked] = useState<Question | null>(null);
  const deed = useDo();
  const tell = (what: string) => deed.mutate({ path: `/deals/${page.deal}/${what}` });
  useActions('What comes next', actionsOf(page, tell, setAsked));
  const close = () => setAsked(null);
  const dialog =
    asked === null ? null : asked === 'close' ? (
      <CloseDialog page={page} close={close} />
    ) : (
      <StepDialog page={page} first={asked === 'day' ? 'day' : 'what'} close={close} />
    );
  return { buttons: <Buttons page={page} tell={tell} ask={setAsked} />, dialog };
}

type Tell = (what: string) => void;
type Ask = (question: Question) => void;

function actionsOf({ may, name }: DealPage, tell: Tell, ask: Ask): Action[] {
  return [
    ...(may.wrote ? [action(null, 'I wrote to the buyer', () => tell('wrote'))] : []),
    ...(may.step && !may.done ? [action('s', `Give ${name} a step`, () => ask('step'))] : []),
    ...(may.done
      ? [
          action('d', 'The step is done', () => tell('step/done')),
          action('m', 'Move the day of the step', () => ask('day')),
        ]
      : []),
    ...(may.close ? [action(null, `Close ${name}`, () => ask('close'))] : []),
    ...(may.reopen ? [action(null, `Open ${name} again`, () => tell('reopen'))] : []),
  ];
}

function Buttons({ page, tell, ask }: { page: DealPage; tell: Tell; ask: Ask }) {
  const { may } = page;
  return (
    <>
      {may.wrote ? (
        <button
          type="button"
          className="button"
          title="Kept as your word"
          aria-description="Kept as your word, not as something that Baton saw."
          onClick={() => tell('wrote')}
        >
          I wrote to the buyer
        </button>
      ) : null}
      {may.step && !may.done ? (
        <button type="button" className="button primary" onClick={() => ask('step')}>
          Give it a step <Caps keys="s" />
        </button>
      ) : null}
      {may.done ? (
        <>
          <button type="button" className="button primary" onClick={() => tell('step/done')}>
            Done <Caps keys="d" />
          </button>
          <button type="button" className="button" onClick={() => ask('day')}>
            Move the day <Caps keys="m" />
          </button>
        </>
      ) : null}
      {may.close ? (
        <button type="button" className="button" onClick={() => ask('close')}>
          Close the deal
        </button>
      ) : null}
      {may.reopen ? (
        <button type="button" className="button" onClick={() => tell('reopen')}>
          Open it again
        </button>
      ) : null}
    </>
  );
}
