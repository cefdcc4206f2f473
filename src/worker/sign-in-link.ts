import { setTimeout as pause } from 'node:timers/promises';
import type { Room } from '#actions/perform.js';
import { submit } from '#connections/outgoing/submit.js';
import { Fault } from '#domain/fault.js';
import { linkMail } from '#outputs/sign-in/link-mail.js';
import type { InForce } from '#worker/outgoing.js';

// Somebody waits for it at the door, and a link lasts a quarter of an hour: what comes later helps nobody.
const PAUSES = [2_000, 15_000];

/**
 * Mails a sign-in link to the address on file. Where the server did not clearly take or refuse it, the same
 * bytes are handed over again, three times in all; throws a Fault where it did not go.
 */
export async function mailSignInLink(
  room: Room,
  outgoing: () => Promise<InForce | null>,
  to: string,
  url: string,
): Promise<void> {
  const inForce = await outgoing();
  if (inForce === null) return;
  const { server, from } = inForce;
  const bytes = await linkMail({ letter: room.mint('letter'), from, to, url, date: room.now() });
  const mail = { from: from.address, to: [to], bytes };
  for (let attempt = 0; ; attempt += 1) {
    const submitted = await submit(server, mail);
    if (submitted.went === 'taken') return;
    const after = PAUSES[attempt];
    if (submitted.went === 'refused' || after === undefined)
      throw new Fault('outgoing.refused', submitted.words, { retry: 'never' });
    await pause(after, null, { ref: false });
  }
}
