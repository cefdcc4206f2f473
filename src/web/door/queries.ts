import { queryOptions } from '@tanstack/react-query';
import type { ArrivalPage, Intake } from '#contract/arrival.js';
import type { DealPage, Deals, HandoffPage } from '#contract/deal.js';
import type { OutboxPage } from '#contract/letter.js';
import type { Session } from '#contract/session.js';
import type { Settings } from '#contract/settings.js';
import type { Today } from '#contract/today.js';
import { ask } from '#web/door/ask.js';

export type Who = 'mine' | 'everyone';

/** What the screens read. The first part of a key names the screen, the second the subject that it is about. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<Session>('/session', signal),
  staleTime: 60_000,
});

export function todayQuery(who: Who) {
  return queryOptions({
    queryKey: ['today', who],
    queryFn: ({ signal }) => ask<Today>(`/today?who=${who}`, signal),
  });
}

export const intakeQuery = queryOptions({
  queryKey: ['intake'],
  queryFn: ({ signal }) => ask<Intake>('/intake', signal),
});

export function arrivalQuery(arrival: string) {
  return queryOptions({
    queryKey: ['arrival', arrival],
    queryFn: ({ signal }) => ask<ArrivalPage>(`/arrivals/${arrival}`, signal),
  });
}

export const outboxQuery = queryOptions({
  queryKey: ['outbox'],
  queryFn: ({ signal }) => ask<OutboxPage>('/outbox', signal),
});

export const dealsQuery = queryOptions({
  queryKey: ['deals'],
  queryFn: ({ signal }) => ask<Deals>('/deals', signal),
});

export function dealQuery(deal: string) {
  return queryOptions({
    queryKey: ['deal', deal],
    queryFn: ({ signal }) => ask<DealPage>(`/deals/${deal}`, signal),
  });
}

export function handoffQuery(deal: string) {
  return queryOptions({
    queryKey: ['handoff', deal],
    queryFn: ({ signal }) => ask<HandoffPage>(`/deals/${deal}/handoff`, signal),
  });
}

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => ask<Settings>('/settings', signal),
});
