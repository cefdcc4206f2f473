import { z } from '@hono/zod-openapi';
import { Instant } from '#contract/words.js';

export const MakeGuestLink = z.strictObject({ email: z.email().max(320) }).openapi('MakeGuestLink');

export const GuestLinkMade = z
  .object({ said: z.string(), url: z.string(), endsAt: Instant })
  .openapi('GuestLinkMade');
