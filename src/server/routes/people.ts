import { z } from '@hono/zod-openapi';
import { addColleague } from '#actions/settings/colleague.js';
import { inviteColleague } from '#actions/settings/invite.js';
import { AddColleague } from '#contract/settings.js';
import { Done } from '#contract/words.js';
import { isId } from '#domain/id.js';
import { answers, json } from '#server/answers.js';
import { carryOut } from '#server/carry-out.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { nothing } from '#server/problems.js';

/** Colleagues are added, and where mail goes out they are mailed their invitation. */
export function openPeople(doors: Doors, desk: Desk): void {
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/people',
      summary: 'Add a colleague. Where mail goes out, an invitation is mailed to them in ten seconds.',
      request: json(AddColleague),
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const said = c.req.valid('json');
      const mailFrom = (await desk.outgoing())?.from ?? null;
      const asked = { ...said, mailFrom };
      return (await carryOut(c, desk, { action: addColleague, asked, body: said })) as never;
    },
  );
  doors.open(
    'admin in person',
    {
      method: 'post',
      path: '/api/v1/settings/people/{id}/invite',
      summary: 'Mail a colleague who never signed in their invitation, in ten seconds.',
      request: { params: z.object({ id: z.string() }) },
      responses: answers(Done, 'What was done'),
    },
    async (c) => {
      const { id } = c.req.valid('param');
      if (!isId('person', id)) return nothing(c) as never;
      const members = await desk.access.membersOf(desk.room.workspace);
      const hasSignedIn = members.some((each) => each.person === id && each.signedInAt !== null);
      const from = (await desk.outgoing())?.from ?? null;
      const asked = { person: id, from, hasSignedIn };
      return (await carryOut(c, desk, { action: inviteColleague, asked, body: { id } })) as never;
    },
  );
}
