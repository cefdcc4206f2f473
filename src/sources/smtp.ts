import type { SmtpDelivery } from '#connections/smtp/delivery.js';
import type { Incoming } from '#domain/arrival.js';
import { isRefusal, type Refusal } from '#domain/refusal.js';

/** Keeps something for one workspace and resolves after the commit; a refusal is returned, a fault thrown. */
export type KeepFor = (workspace: string, incoming: Incoming) => Promise<unknown>;

/**
 * What the SMTP listener delivers to: each workspace that the mail is addressed to keeps it once, however
 * many of its addresses were named. Null once all have committed, else the first refusal. When a later
 * workspace fails after an earlier one has kept it, the sender sends again and `keep` finds it kept.
 */
export function deliverTo(keep: KeepFor): (delivery: SmtpDelivery) => Promise<Refusal | null> {
  return async (delivery) => {
    for (const workspace of new Set(delivery.recipients.map((recipient) => recipient.workspace))) {
      const kept = await keep(workspace, incomingFor(workspace, delivery));
      if (isRefusal(kept)) return kept;
    }
    return null;
  };
}

/** One workspace is not told which addresses of another one the mail went to. */
function incomingFor(workspace: string, delivery: SmtpDelivery): Incoming {
  const own = delivery.recipients.filter((recipient) => recipient.workspace === workspace);
  return {
    bytes: delivery.bytes,
    via: 'smtp',
    receivedAt: delivery.receivedAt,
    envelope: { ...delivery.envelope, rcptTo: own.map(({ address }) => address) },
    by: null,
    fileName: null,
  };
}
