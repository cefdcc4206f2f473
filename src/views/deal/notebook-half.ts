import type { ContentOf } from '#record/kinds/every.js';
import { foldLetter, type Letter } from '#views/deal/letter.js';
import { isSame } from '#views/deal/record-half.js';
import type { Happened } from '#views/happened.js';

export type Correction = ContentOf<'answer.corrected'> & { readonly by: string; readonly at: string };

/** What the notebook of a deal tells: the half that the host alone sees. */
export type NotebookHalf = {
  readonly opened: ContentOf<'intro.opened'> | null;
  readonly reading: ContentOf<'findings.read'> | null;
  readonly corrections: readonly Correction[];
  readonly sides: readonly ContentOf<'side.corrected'>[];
  readonly owner: ContentOf<'owner.proposed'> | null;
  /** Who named the owner: a person's id, or `baton` by a rule. */
  readonly ownerBy: string | null;
  readonly ownerAt: string | null;
  readonly backup: ContentOf<'backup.named'> | null;
  readonly roles: readonly ContentOf<'role.proposed'>[];
  readonly clock: ContentOf<'clock.started'> | null;
  readonly asked: ContentOf<'clock.asked'> | null;
  readonly settled: boolean;
  readonly rang: readonly ('half' | 'hour' | 'broken')[];
  readonly declined: string | null;
  readonly replies: readonly ContentOf<'reply.joined'>[];
  readonly letters: readonly Letter[];
  readonly stopped: ContentOf<'clock.stopped'> | null;
  readonly reason: ContentOf<'deal.reasoned'> | null;
};

export const EMPTY_NOTEBOOK: NotebookHalf = {
  opened: null,
  reading: null,
  corrections: [],
  sides: [],
  owner: null,
  ownerBy: null,
  ownerAt: null,
  backup: null,
  roles: [],
  clock: null,
  asked: null,
  settled: false,
  rang: [],
  declined: null,
  replies: [],
  letters: [],
  stopped: null,
  reason: null,
};

export function foldNotebook(half: NotebookHalf, happened: Happened): NotebookHalf {
  const { kind, content, entry } = happened;
  switch (kind) {
    case 'intro.opened':
      return { ...half, opened: content };
    case 'findings.read':
      return { ...half, reading: content };
    case 'answer.corrected': {
      const kept = half.corrections.filter(
        (each) => each.question !== content.question || each.about !== content.about,
      );
      return { ...half, corrections: [...kept, { ...content, by: entry.actor, at: entry.recordedAt }] };
    }
    case 'side.corrected':
      return { ...half, sides: [...half.sides.filter((each) => !isSame(each, content)), content] };
    case 'owner.proposed':
      return { ...half, owner: content, ownerBy: entry.actor, ownerAt: entry.recordedAt };
    case 'backup.named':
      return { ...half, backup: content };
    case 'role.proposed':
      return { ...half, roles: [...half.roles.filter((each) => !isSame(each, content)), content] };
    case 'intro.declined':
      return { ...half, declined: content.why };
    case 'intro.reopened':
      return { ...half, declined: null };
    case 'reply.joined':
      return { ...half, replies: [...half.replies, content] };
    case 'deal.reasoned':
      return { ...half, reason: content };
    case 'letter.let-go':
    case 'letter.begun':
    case 'letter.ended':
    case 'letter.settled':
    case 'letter.dropped':
      return { ...half, letters: foldLetter(half.letters, happened) };
    case 'letter.returned':
      // The clock that had stopped runs on from where it began.
      return { ...half, letters: foldLetter(half.letters, happened), stopped: null };
    default:
      return foldClock(half, happened);
  }
}

function foldClock(half: NotebookHalf, { kind, content }: Happened): NotebookHalf {
  switch (kind) {
    // A clock that is set anew rings anew: its warnings stand at other times.
    case 'clock.started':
      return { ...half, clock: content, asked: null, rang: [] };
    case 'clock.asked':
      return { ...half, asked: content };
    case 'clock.settled':
      return { ...half, settled: true, asked: null };
    case 'clock.stopped':
      return { ...half, stopped: content };
    case 'clock.rang':
      return { ...half, rang: [...half.rang, content.rule] };
    default:
      return half;
  }
}
