import { createHash } from 'node:crypto';
import { action } from '#actions/decision.js';
import type { Id } from '#domain/id.js';

type ToNote = {
  readonly arrival: Id<'arrival'>;
  readonly deal: Id<'deal'>;
  readonly note: string;
  readonly part: string;
  readonly contentHash: Uint8Array;
};

/** A note that a colleague typed is kept like anything that arrives, and is with its deal from the start. */
export const keepNoteAction = action<ToNote>({
  name: 'arrival.note',
  touches: ({ arrival }) => ({ arrivals: [arrival] }),
  decide: (_known, { arrival, deal, note, part, contentHash }, { mint, now }) => {
    const bytes = Buffer.from(note, 'utf8');
    const delivery = { delivery: mint('delivery'), arrival, receivedAt: now, envelope: null, headers: '' };
    const content = {
      arrival,
      delivery: delivery.delivery,
      via: 'note' as const,
      how: 'Typed as a note',
      contentHash: Buffer.from(contentHash).toString('hex'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      messageId: null,
      from: null,
      subject: 'Note',
      date: now,
      twin: null,
    };
    return {
      appends: [
        { to: arrival, happening: { kind: 'arrival.received', content } },
        { to: arrival, happening: { kind: 'arrival.joined', content: { deal, as: 'note' } } },
      ],
      keeps: {
        arrival: { arrival, contentHash, messageId: null, bytes },
        delivery,
        texts: [{ part, text: note }],
      },
      said: 'The note is kept.',
      arrival,
      deal,
      undoable: false,
    };
  },
});
