import type { ContentOf } from '#record/kinds/every.js';
import type { Happened } from '#views/happened.js';

/** What the record of a deal tells: the half that host and partner share. */
export type RecordHalf = {
  readonly taken: ContentOf<'intro.taken'> | null;
  readonly takenAt: string | null;
  readonly shared: readonly ContentOf<'part.shared'>[];
  readonly owner: ContentOf<'owner.named'> | null;
  readonly roles: readonly ContentOf<'role.offered'>[];
  readonly step: ContentOf<'step.opened'> | null;
};

export const EMPTY_RECORD: RecordHalf = {
  taken: null,
  takenAt: null,
  shared: [],
  owner: null,
  roles: [],
  step: null,
};

export function foldRecord(half: RecordHalf, { kind, content, entry }: Happened): RecordHalf {
  switch (kind) {
    case 'intro.taken':
      return { ...half, taken: content, takenAt: entry.occurredAt };
    case 'part.shared':
      return { ...half, shared: [...half.shared, content] };
    case 'owner.named':
      return { ...half, owner: content };
    case 'role.offered':
      return { ...half, roles: [...half.roles.filter((each) => !isSame(each, content)), content] };
    case 'step.opened':
      return { ...half, step: content };
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
