import type { ToRead } from '#actions/arrival/read.js';
import type { Decision } from '#actions/decision.js';
import { findingsOf } from '#actions/intro/findings.js';
import { openedOf } from '#actions/intro/open.js';
import { ownedBy } from '#actions/intro/owned.js';
import type { MailReading } from '#domain/intro.js';
import { notebookOf } from '#domain/subject.js';
import type { ContentOf, Happening } from '#record/kinds/every.js';
import { isSameContent } from '#record/same.js';
import type { NotebookHalf } from '#views/deal/notebook-half.js';
import { lifeOf } from '#views/deal/state.js';
import type { Known } from '#views/known.js';

/**
 * A later reading of an intro supersedes the earlier one; corrections stay and win over both. While nobody
 * took the intro and nobody named an owner by hand, the rules are asked again too: they may have changed.
 */
export function readAgain(known: Known, asked: ToRead, reading: MailReading, base: Decision): Decision {
  const deal = asked.threadDeal ?? known.arrival(asked.arrival).deal;
  if (deal === null) return base;
  const state = known.deal(deal);
  const opened = openedOf(known, asked, reading);
  const happenings: Happening[] = [findingsOf(asked, reading)];
  const isFree = lifeOf(state) === 'arrived' && state.notebook.ownerBy === 'baton';
  if (isFree) {
    if (!isSameContent('intro.opened', opened, state.notebook.opened)) {
      happenings.push({ kind: 'intro.opened', content: opened });
    }
    happenings.push(...changedOwner(known, opened, deal));
  }
  return {
    ...base,
    appends: [...base.appends, ...happenings.map((happening) => ({ to: notebookOf(deal), happening }))],
    deal,
  };
}

function changedOwner(
  known: Known,
  opened: Parameters<typeof ownedBy>[1],
  deal: `deal_${string}`,
): Happening[] {
  const { notebook } = known.deal(deal);
  return ownedBy(known.workspace, opened).filter((happening) => {
    switch (happening.kind) {
      case 'owner.proposed':
        return !isSameContent('owner.proposed', happening.content, notebook.owner);
      case 'backup.named':
        return !isSameContent('backup.named', happening.content, notebook.backup);
      case 'role.proposed':
        return !notebook.roles.some((each) => isSameContent('role.proposed', each, happening.content));
      case 'clock.started':
        return (
          !notebook.settled && !isStartedByHand(notebook) && !isSameClock(happening.content, notebook.clock)
        );
      case 'clock.asked':
        return !notebook.settled && notebook.clock === null && notebook.asked === null;
      default:
        return false;
    }
  });
}

// A start that a person gave is not the intro's own time, and no later reading moves it back there.
function isStartedByHand({ clock, opened }: NotebookHalf): boolean {
  return clock !== null && opened !== null && clock.clock.startedAt !== opened.introAt;
}

// Why a clock was set is no difference; when it runs is.
function isSameClock(one: ContentOf<'clock.started'>, other: ContentOf<'clock.started'> | null): boolean {
  return isSameContent(
    'clock.started',
    { ...one, because: 'opened' },
    other === null ? null : { ...other, because: 'opened' },
  );
}
