import { queryOptions } from '@tanstack/react-query';
import type { DemoMails, DemoStrip } from '#contract/demo.js';
import { ask } from '#web/door/ask.js';

export const stripQuery = queryOptions({
  queryKey: ['demo-strip'],
  queryFn: ({ signal }) => ask<DemoStrip>('/demo/strip', signal),
  // What is due next passes without anything being written.
  refetchInterval: 30_000,
});

export const mailsQuery = queryOptions({
  queryKey: ['demo-mails'],
  queryFn: ({ signal }) => ask<DemoMails>('/demo/mails', signal),
  refetchInterval: 5_000,
});
