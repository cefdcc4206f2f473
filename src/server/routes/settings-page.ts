import { holidayCountries } from '#clocks/holiday.js';
import { Settings } from '#contract/settings.js';
import { answers } from '#server/answers.js';
import type { Desk } from '#server/desk.js';
import { type Doors, whoIn } from '#server/doors.js';
import { look } from '#server/look.js';
import { findLastIntros } from '#views/deal/find.store.js';
import { settingsPage } from '#views/settings/settings.js';

/**
 * What is set, for everybody to see; only an admin changes it. Invitations and the list of keys are shown to an
 * admin who signed in: with an invitation a key would let in whoever it wants.
 */
export function openSettingsPage(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/settings',
      summary: 'What is set, and the gap.',
      responses: answers(Settings, 'Settings'),
    },
    async (c) => {
      const { actor, role } = whoIn(c);
      const isAdmin = role === 'admin' && !actor.startsWith('key_');
      const { workspace } = desk.room;
      const members = await desk.access.membersOf(workspace);
      const signIns = new Map<string, { signedInAt: string | null; invitation: string | null }>();
      for (const { person, signedInAt } of members) {
        // Looking makes nothing: the worker made the invitation when the colleague was added.
        const invitation = isAdmin && signedInAt === null ? await desk.access.openInvitation(person) : null;
        signIns.set(person, { signedInAt, invitation });
      }
      const keys = isAdmin ? await desk.access.keysOf(workspace) : [];
      const page = await look(c, desk, [], async ({ tx, viewing }) =>
        settingsPage(viewing, {
          introAddresses: desk.place.introAddresses,
          signIns,
          keys,
          lastIntros: await findLastIntros(tx, workspace),
          outgoing: {
            environmentServer: desk.place.environmentServer,
            isAdmin,
          },
          zones: Intl.supportedValuesOf('timeZone'),
          countries: holidayCountries(),
        }),
      );
      return c.json(page, 200);
    },
  );
}
