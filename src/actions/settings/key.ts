import { action } from '#actions/decision.js';
import { SETTLE } from '#actions/settings/settle.js';
import type { Id } from '#domain/id.js';
import { refuse } from '#domain/refusal.js';

type ToMake = { readonly key: Id<'key'>; readonly name: string; readonly person: Id<'person'> | null };

/** Notes that a key of the API was made. The key itself is shown once and never stands here. */
export const makeKey = action<ToMake>({
  name: 'key.make',
  touches: () => ({ workspace: true }),
  decide: (_known, asked) => ({
    appends: [{ to: 'workspace', happening: { kind: 'key.made', content: { ...asked } } }],
    said: `${asked.name} was made. Copy it now, it is shown once.`,
    undoable: false,
  }),
});

export const revokeKey = action<{ readonly key: Id<'key'> }>({
  name: 'key.revoke',
  touches: () => ({ workspace: true }),
  decide: (known, { key }) => {
    const standing = known.workspace.keys.find((each) => each.id === key);
    if (standing === undefined || standing.revoked) return refuse('key.unknown', 'There is no such key.');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'key.revoked', content: { key } } }],
      errands: SETTLE,
      said: `${standing.name} no longer opens anything.`,
      undoable: false,
    };
  },
});
