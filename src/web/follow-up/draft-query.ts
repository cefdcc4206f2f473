import { queryOptions } from '@tanstack/react-query';
import type { DraftShown, FindingsShown } from '#contract/follow-up.js';
import { ask, tell } from '#web/door/ask.js';

export function draftQuery(deal: string) {
  return queryOptions({
    queryKey: ['follow-up', deal],
    queryFn: ({ signal }) => ask<DraftShown>(`/deals/${deal}/follow-up`, signal),
  });
}

/** What the check finds in a text that a person has written. */
export function checkQuery(deal: string, text: string) {
  return queryOptions({
    queryKey: ['follow-up-check', deal, text],
    queryFn: () => tell<FindingsShown>(`/deals/${deal}/follow-up/check`, { text }),
    gcTime: 60_000,
  });
}
