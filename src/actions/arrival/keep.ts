import { createHash } from 'node:crypto';
import { action } from '#actions/decision.js';
import type { Envelope, WayIn } from '#domain/arrival.js';
import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import type { Problem } from '#domain/problem.js';

/** What came, and whether it came before; looked up anew for each try. */
export type ToKeep = {
  readonly bytes: Uint8Array;
  readonly contentHash: Uint8Array;
  readonly via: WayIn | 'note';
  readonly how: string;
  readonly receivedAt: string;
  readonly envelope: Envelope | null;
  readonly headers: string;
  readonly head: {
    readonly messageId: string | null;
    readonly from: Mailbox | null;
    readonly subject: string;
    readonly date: string | null;
  };
  /** The arrival that has this content already, with its key. */
  readonly known: { readonly arrival: Id<'arrival'>; readonly key: Uint8Array } | null;
  /** Another arrival with the same Message-ID. */
  readonly twin: Id<'arrival'> | null;
  readonly problems?: readonly Problem[];
};

/**
 * Keeps what arrives, byte for byte and once: the first delivery makes the arrival, any further one is noted
 * on it with its own headers and envelope. Everything is kept, whatever it is; reading comes after.
 */
export const keepArrival = action<ToKeep & { readonly fresh: Id<'arrival'> }>({
  name: 'arrival.keep',
  touches: (asked) => ({ arrivals: [asked.known?.arrival ?? asked.fresh] }),
  decide: (_known, asked, { mint }) => {
    const arrival = asked.known?.arrival ?? asked.fresh;
    const delivery = {
      delivery: mint('delivery'),
      arrival,
      receivedAt: asked.receivedAt,
      envelope: asked.envelope,
      headers: asked.headers,
    };
    const occurredAt = asked.receivedAt;
    if (asked.known !== null) {
      const content = { delivery: delivery.delivery, via: asked.via, how: asked.how };
      return {
        appends: [{ to: arrival, happening: { kind: 'arrival.delivered', content, occurredAt } }],
        keeps: { key: asked.known.key, delivery },
        said: 'It had come before and is kept once.',
        arrival,
        undoable: false,
      };
    }
    const content = {
      arrival,
      delivery: delivery.delivery,
      via: asked.via,
      how: asked.how,
      contentHash: hex(asked.contentHash),
      sha256: createHash('sha256').update(asked.bytes).digest('hex'),
      bytes: asked.bytes.length,
      ...asked.head,
      twin: asked.twin,
      ...(asked.problems === undefined || asked.problems.length === 0
        ? {}
        : { problems: [...asked.problems] }),
    };
    return {
      appends: [{ to: arrival, happening: { kind: 'arrival.received', content, occurredAt } }],
      keeps: {
        arrival: {
          arrival,
          contentHash: asked.contentHash,
          messageId: asked.head.messageId,
          bytes: asked.bytes,
        },
        delivery,
      },
      errands: [{ kind: 'read', subject: arrival }],
      said: 'It is kept, and is being read.',
      arrival,
      undoable: false,
    };
  },
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
