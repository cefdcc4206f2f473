import { Temporal } from 'temporal-polyfill';
import { sayMoment } from '#clocks/say.js';
import type { Person } from '#domain/party.js';
import type { ArrivalState } from '#views/arrival/state.js';
import type { Viewing } from '#views/deal/baton.js';
import { zoneFor } from '#views/deal/lanes.js';
import { showLookAlike } from '#views/intake/look-alike.js';
import { showMailbox } from '#views/person/show.js';

/** The decoded texts of a mail: its newest words, and what was set apart from them. */
export type MailTexts = { readonly text: string; readonly quotedHistory: string; readonly signature: string };

export type Mark = { readonly start: number; readonly end: number; readonly number: number };

/** A mail to look at: words and the places that answers rest on. Plain text, never HTML. */
export function showMail(
  viewing: Viewing,
  arrival: string,
  state: ArrivalState,
  people: readonly Person[],
  texts: MailTexts,
  marks: readonly Mark[],
) {
  const { read, received } = state;
  const from = read?.from ?? received?.from ?? null;
  const mailbox = (each: { name: string | null; address: string }) =>
    showMailbox(viewing.workspace, people, each);
  const at = read?.date ?? received?.date ?? null;
  return {
    arrival,
    from: from === null ? null : mailbox(from),
    to: (read?.to ?? []).map(mailbox),
    cc: (read?.cc ?? []).map(mailbox),
    forwardedBy: read?.forwardedBy ? mailbox(read.forwardedBy) : null,
    subject: read?.subject ?? received?.subject ?? '',
    at,
    when:
      at === null
        ? 'no date'
        : sayMoment(
            Temporal.Instant.from(at),
            zoneFor(viewing.workspace, viewing.viewer),
            Temporal.Instant.from(viewing.now),
          ),
    senderWords: 'sender not checked',
    lookAlike: showLookAlike(viewing.workspace, state),
    lang: read?.language ?? null,
    ...texts,
    marks: [...marks],
  };
}
