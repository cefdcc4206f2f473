import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** What the record of a deal tells: the half that host and partner share. */
export type RecordHalf = {
  readonly taken: ContentOf<'intro.taken'> | null;
  readonly takenAt: string | null;
  readonly shared: readonly ContentOf<'part.shared'>[];
  readonly owner: ContentOf<'owner.named'> | null;
  /** Who named the owner: whoever took the intro, until somebody hands it over. */
  readonly ownerBy: string | null;
  readonly roles: readonly ContentOf<'role.offered'>[];
  /** What was answered to a role, by whoever was offered it; a fresh offer asks anew. */
  readonly answers: readonly ContentOf<'role.answered'>[];
  /** The one open step, or null where the deal has none. */
  readonly step: OpenStep | null;
  /** What the buyer could see of us, in order. One that came back is not among them. */
  readonly actions: readonly (ContentOf<'action.made'> & { readonly at: string })[];
  readonly links: readonly Link[];
  readonly ended: { readonly as: ContentOf<'deal.closed'>['as']; readonly at: string } | null;
};

type OpenStep = ContentOf<'step.opened'> & { readonly openedAt: string };

/** A guest's link as the record tells it. Whether it has ended by now is for whoever knows the time. */
type Link = ContentOf<'link.made'> & {
  readonly madeAt: string;
  readonly revoked: ContentOf<'link.revoked'>['why'] | null;
};

export const EMPTY_RECORD: RecordHalf = {
  taken: null,
  takenAt: null,
  shared: [],
  owner: null,
  ownerBy: null,
  roles: [],
  answers: [],
  step: null,
  actions: [],
  links: [],
  ended: null,
};

export function foldRecord(half: RecordHalf, happened: Happened): RecordHalf {
  const { kind, content, entry } = happened;
  switch (kind) {
    case 'intro.taken':
      return { ...half, taken: content, takenAt: entry.occurredAt };
    case 'part.shared':
      return { ...half, shared: [...half.shared, content] };
    case 'owner.named':
      return { ...half, owner: content, ownerBy: entry.actor };
    case 'role.offered':
      return {
        ...half,
        roles: [...half.roles.filter((each) => !isSame(each, content)), content],
        answers: half.answers.filter((each) => !isSame(each, content)),
      };
    case 'role.answered':
      return { ...half, answers: [...half.answers.filter((each) => !isSame(each, content)), content] };
    case 'link.made':
      return { ...half, links: [...half.links, { ...content, madeAt: entry.occurredAt, revoked: null }] };
    case 'link.revoked':
      return {
        ...half,
        links: half.links.map((each) =>
          each.link === content.link ? { ...each, revoked: content.why } : each,
        ),
      };
    default:
      return foldSteps(half, happened);
  }
}

function foldSteps(half: RecordHalf, { kind, content, entry }: Happened): RecordHalf {
  switch (kind) {
    case 'step.opened':
      return { ...half, step: { ...content, openedAt: entry.occurredAt } };
    case 'step.closed':
      return half.step?.step === content.step ? { ...half, step: null } : half;
    case 'action.made':
      return { ...half, actions: [...half.actions, { ...content, at: entry.occurredAt }] };
    case 'action.returned':
      return { ...half, actions: half.actions.slice(0, -1) };
    case 'deal.closed':
      return { ...half, ended: { as: content.as, at: entry.occurredAt } };
    case 'deal.reopened':
      return { ...half, ended: null };
    default:
      return half;
  }
}

type Named = { readonly email: string | null; readonly name: string | null };

/** One person, by address; by name only where there is none. */
export function isSame(one: Named, other: Named): boolean {
  if (one.email !== null || other.email !== null) return one.email === other.email;
  return one.name === other.name;
}
