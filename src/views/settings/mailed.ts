import { Temporal } from 'temporal-polyfill';
import { sayMoment, sayTime } from '#clocks/say.js';
import type { Viewing } from '#views/deal/baton.js';
import { isGoing } from '#views/workspace/invitation.js';
import { type Member, weekOf } from '#views/workspace/state.js';

/** What became of the mail that invited somebody; null where none was let out. */
export function mailedWords(viewing: Viewing, { mailed }: Member): string | null {
  if (mailed === null) return null;
  const { last, to } = mailed;
  if (last === null || mailed.isOnItsWay)
    return isGoing(mailed, viewing.now)
      ? `An invitation is on its way to ${to}.`
      : `An invitation to ${to} was let out and did not go. Mail it again.`;
  const now = Temporal.Instant.from(viewing.now);
  const { zone } = weekOf(viewing.workspace, viewing.viewer);
  const when = timeWords(mailed.endedAt ?? mailed.letGoAt, zone, now);
  const words = last.words.replace(/\.?$/, '.');
  if (last.outcome === 'taken') return `Mailed to ${to} at ${when}.`;
  if (last.outcome === 'not-needed') return null;
  const again = last.again === null ? '' : ` It is tried again at ${timeWords(last.again, zone, now)}.`;
  if (last.outcome === 'unknown')
    return last.again === null
      ? `Whether the mail to ${to} went is not known. ${words} Hand the link over to be sure.`
      : `Whether the mail to ${to} went is not known. ${words}${again}`;
  return `Not mailed to ${to}. ${words}${again}`;
}

/** Whether an invitation could be mailed now, first or once more. */
export function mayBeMailed(
  { active, mailed }: Member,
  sends: boolean,
  hasSignedIn: boolean,
  now: string,
): boolean {
  return active && sends && !hasSignedIn && !isGoing(mailed, now);
}

function timeWords(at: string, zone: string, now: Temporal.Instant): string {
  const moment = Temporal.Instant.from(at);
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  return day(moment).equals(day(now)) ? sayTime(moment, zone) : sayMoment(moment, zone, now);
}
