import { z } from '@hono/zod-openapi';
import { isId } from '#domain/id.js';
import { isRefusal } from '#domain/refusal.js';
import { ASKERS } from '#record/bundle/asker.js';
import { bundleText } from '#record/bundle/bundle.js';
import { folderName } from '#record/bundle/folder.js';
import { gatherBundle } from '#record/bundle/gather.js';
import { OTHERWISE } from '#server/answers.js';
import type { Desk } from '#server/desk.js';
import type { Doors } from '#server/doors.js';
import { look } from '#server/look.js';
import { answerRefusal, nothing } from '#server/problems.js';
import { namesIn } from '#views/workspace/names.js';

/** A deal to take along, as one file that is checked where there is no Baton. */
export function openBundles(doors: Doors, desk: Desk): void {
  doors.open(
    'member or key',
    {
      method: 'get',
      path: '/api/v1/deals/{id}/bundle',
      summary:
        'The deal as one file that is checked offline (docs/bundle.md): for the partner the shared record alone, for the host the notebook as well.',
      request: {
        params: z.object({ id: z.string() }),
        query: z.object({ for: z.enum(ASKERS).default('partner') }),
      },
      responses: {
        200: { content: { 'application/json': { schema: z.string() } }, description: 'The bundle' },
        default: OTHERWISE,
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const asker = c.req.valid('query').for;
      if (!isId('deal', id)) return nothing(c) as never;
      const { workspace, wrap } = desk.room;
      const bundle = await look(c, desk, [], ({ tx, known }) => {
        const names = namesIn(known.workspace);
        return gatherBundle({ tx, workspace, wrap, signer: desk.signer, deal: id, for: asker, names });
      });
      if (isRefusal(bundle))
        return (bundle.refused === 'deal.unknown' ? nothing(c) : answerRefusal(c, bundle)) as never;
      return c.body(bundleText(bundle), 200, {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${folderName(bundle)}.json"`,
      }) as never;
    },
  );
}
