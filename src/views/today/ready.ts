import { routeFor } from '#views/workspace/route.js';
import type { WorkspaceState } from '#views/workspace/state.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** What is ready and what waits, each said where it is missed, with the place that mends it. */
export function readyOf(workspace: WorkspaceState, outgoing: boolean) {
  const { owner, backup } = routeFor(workspace, null);
  const ownerName = workspace.people.find((each) => each.id === owner)?.name ?? null;
  const active = workspace.people.filter((each) => each.active).length;
  const line = (key: string, is: boolean, words: string, action: string | null, place?: string) => ({
    key,
    is,
    words,
    action,
    where: action === null ? null : (place ?? '/settings'),
  });
  return [
    line('intake', true, 'Intake: mail, drop, paste, terminal', null),
    workspace.company === null
      ? line('company', false, 'Your company has no name yet', 'Name it')
      : line('company', true, `Company: ${workspace.company}`, null),
    workspace.domains.length === 0
      ? line('domains', false, 'No domain of your own: nobody can be told to be on your side', 'Add one')
      : line('domains', true, `On your side: ${workspace.domains.join(', ')}`, 'Change'),
    workspace.week === null
      ? line('week', false, 'Working week: Mon to Fri, 08:30 to 17:30 UTC, until you set yours', 'Set it')
      : line('week', true, `Working week, ${weekWords(workspace.week)}`, 'Change'),
    ownerName === null
      ? line('owner', false, 'Owner of what arrives: nobody', 'Route')
      : line('owner', true, `Owner of what arrives: ${ownerName}`, 'Route'),
    backup === null
      ? line(
          'backup',
          false,
          active === 1 ? 'No backup: you are the only person' : 'No backup for what arrives',
          active === 1 ? 'Add one' : 'Route',
        )
      : line('backup', true, 'A backup stands behind the owner', null),
    outgoing
      ? line('outgoing', true, 'Outgoing mail is set up', null)
      : line(
          'outgoing',
          false,
          'No outgoing server: links and invitations are shown to copy',
          'Set it up',
          '/settings/mail',
        ),
  ];
}

export function weekWords(week: { days: readonly number[]; from: string; to: string; zone: string }): string {
  const days = [...week.days].sort();
  const runs = days.length > 2 && days.every((day, place) => day === (days[0] ?? 0) + place);
  const name = (day: number | undefined) => DAYS[(day ?? 1) - 1] ?? '';
  const words = runs ? `${name(days[0])} to ${name(days.at(-1))}` : days.map(name).join(', ');
  return `${words} ${week.from} to ${week.to}, ${week.zone}`;
}
