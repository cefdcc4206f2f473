import { Temporal } from 'temporal-polyfill';
import type { Access } from '#access/access.js';
import { sayMoment } from '#clocks/say.js';
import type { LinkSeen } from '#contract/session.js';

type Seen = Awaited<ReturnType<Access['lookAtLink']>>;

/** What the page of a sign-in link says before anybody presses its button. Times are in UTC: nobody is known yet. */
export function linkWords(seen: Seen, now: string): LinkSeen {
  const when = (at: string) => sayMoment(Temporal.Instant.from(at), 'UTC', Temporal.Instant.from(now));
  switch (seen.state) {
    case 'good':
      return {
        state: 'good',
        email: seen.email,
        words: `It works once, until ${when(seen.endsAt)}, and only when you press the button.`,
      };
    case 'first':
      return {
        state: 'first',
        email: null,
        words: 'You are the first here. Whoever opens this link becomes the first admin. It works once.',
      };
    case 'used':
      return {
        state: 'used',
        email: null,
        words: `This link has been used, ${when(seen.at)}. A sign-in link works once.`,
      };
    case 'first-used':
      return {
        state: 'used',
        email: null,
        words:
          'This link has been used. Sign in, or start Baton again: as long as nobody has signed in, it prints a fresh one.',
      };
    case 'ended':
      return { state: 'ended', email: null, words: `This link ended ${when(seen.at)}.` };
    case 'unknown':
      return {
        state: 'ended',
        email: null,
        words: 'This link is not known here. It may be cut off, or from another Baton.',
      };
  }
}
