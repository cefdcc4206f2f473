import { type ReactNode, useState } from 'react';
import type { HandoffPage } from '#contract/deal.js';
import { buyerCalled } from '#domain/buyer.js';
import { DeclineDialog } from '#web/handoff/decline-dialog.jsx';
import { BackupChoice, OwnerChoice } from '#web/handoff/owner-choice.jsx';
import { RoleChoice } from '#web/handoff/role-choice.jsx';
import { SideChoice } from '#web/handoff/side-choice.jsx';
import { type Action, action, move, useActions } from '#web/key/action.js';
import { useDo } from '#web/undo/do.js';

export type Question = 'owner' | 'backup' | 'role' | 'decline' | 'side';

export type Carry = {
  readonly take: () => void;
  readonly answerClock: (answer: 'start' | 'already-handled') => void;
  readonly open: (question: Question) => void;
  readonly dialog: ReactNode;
};

/** What can be done with a handoff wherever it is in view: its keys, and the dialogs that they open. */
export function useCarry(page: HandoffPage, name: string): Carry {
  const [asked, setAsked] = useState<Question | null>(null);
  const deed = useDo();
  const path = `/deals/${page.deal}`;
  const take = () => deed.mutate({ path: `${path}/take` });
  const answerClock = (answer: 'start' | 'already-handled') =>
    deed.mutate({ path: `${path}/clock`, body: { answer } });
  useActions(name, [
    ...(page.may.take ? [action('c', `Take ${buyerCalled(page.name)}`, take)] : []),
    ...(page.may.answerClock
      ? [
          action('1', 'Start the clock', () => answerClock('start')),
          action('2', 'Already handled', () => answerClock('already-handled')),
        ]
      : []),
    ...(page.may.edit ? editing(page, setAsked) : []),
    ...(page.may.decline
      ? [action('x', `Decline ${buyerCalled(page.name)}`, () => setAsked('decline'))]
      : []),
  ]);
  const close = () => setAsked(null);
  const dialogs: Record<Question, ReactNode> = {
    owner: <OwnerChoice page={page} close={close} />,
    backup: <BackupChoice page={page} close={close} />,
    role: <RoleChoice page={page} close={close} />,
    decline: <DeclineDialog page={page} close={close} />,
    side: <SideChoice page={page} close={close} />,
  };
  return { take, answerClock, open: setAsked, dialog: asked === null ? null : dialogs[asked] };
}

function editing(page: HandoffPage, ask: (question: Question) => void): Action[] {
  return [
    action('o', `Name the owner of ${buyerCalled(page.name)}`, () => ask('owner')),
    move('h', 'Hand over', () => ask('owner')),
    action('b', 'Name a backup', () => ask('backup')),
    action('p', 'Offer the partner a role', () => ask('role')),
    action('w', 'Fix whose side a person is on', () => ask('side')),
  ];
}
