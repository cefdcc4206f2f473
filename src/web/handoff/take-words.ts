import type { HandoffPage } from '#contract/deal.js';

/** What taking an intro means for whoever presses the key: it stays with its owner, and where it has none, it is theirs. */
export function takeWords({ owner, baton }: Pick<HandoffPage, 'owner' | 'baton'>): string {
  if (owner === null || baton.isYou) return 'I’ll take it';
  return `Take it for ${owner.name.split(' ')[0] ?? owner.name}`;
}
