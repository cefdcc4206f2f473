import type { Entry } from '#record/entry.js';
import { arrivalDelivered, arrivalRead, arrivalReceived } from '#record/kinds/arrival.js';

/** What the chain of an arrival says of what is kept beside it, with the number of the entry that says it. */
export type Voucher = {
  readonly received: {
    readonly number: number;
    readonly sha256: string;
    readonly contentHash: string;
    readonly messageId: string | null;
  } | null;
  readonly deliveries: readonly { readonly number: number; readonly delivery: string }[];
  /** The decoded texts that evidence counts in, with their SHA-256 in hex. */
  readonly texts: readonly { readonly number: number; readonly part: string; readonly sha256: string }[];
  /** Whether an entry's content was erased, so that something may be kept, or gone, that it spoke of. */
  readonly erased: boolean;
};

/** The voucher of a chain that was verified: only then is its content what was written. */
export function voucherOf(entries: readonly Entry[]): Voucher {
  const of = (kind: string) =>
    entries.flatMap(({ kind: name, number, text }) =>
      name === kind && text !== null ? [{ number, content: JSON.parse(text) as unknown }] : [],
    );
  const [first] = of(arrivalReceived.kind);
  const received = first === undefined ? null : arrivalReceived.content.parse(first.content);
  const again = of(arrivalDelivered.kind).map(({ number, content }) => ({
    number,
    delivery: arrivalDelivered.content.parse(content).delivery as string,
  }));
  const texts = of(arrivalRead.kind).map(({ number, content }) => {
    const { part, textHash } = arrivalRead.content.parse(content);
    return { number, part, sha256: textHash };
  });
  return {
    received:
      received === null || first === undefined
        ? null
        : {
            number: first.number,
            sha256: received.sha256,
            contentHash: received.contentHash,
            messageId: received.messageId,
          },
    deliveries: [
      ...(received === null || first === undefined
        ? []
        : [{ number: first.number, delivery: received.delivery }]),
      ...again,
    ],
    texts: texts.filter((each, place) => texts.findIndex(({ part }) => part === each.part) === place),
    erased: entries.some(({ text }) => text === null),
  };
}
