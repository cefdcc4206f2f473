import type { Transaction } from '#database/workspace.js';
import { fetchBytes } from '#record/arrivals/fetch.js';
import type { Sent } from './post.js';

/** What is not as it should be, a sentence each. */
export type Marks = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
};

type Row = { arrival: string; message_id: string | null; deliveries: number; view: boolean };

/** Each mail that was acknowledged is one arrival with exactly its bytes, and was delivered as often as it was. */
export async function lookAtMails(
  tx: Transaction,
  workspace: string,
  wrap: Uint8Array,
  mails: readonly Sent[],
): Promise<Marks & { readonly arrivals: number }> {
  const found = await tx.query<Row>({
    text: `
      select a.arrival, a.message_id, count(d.delivery)::int as deliveries, bool_and(v.arrival is not null) as view
        from baton.arrival a
        left join baton.delivery d on d.workspace = a.workspace and d.arrival = a.arrival
        left join baton.view_arrival v on v.workspace = a.workspace and v.arrival = a.arrival
       where a.workspace = $1 group by a.arrival, a.message_id`,
    values: [workspace],
  });
  const byId = new Map<string | null, Row[]>();
  for (const row of found.rows) {
    const id = row.message_id?.replace(/^<|>$/g, '') ?? null;
    byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  const [lost, doubled, broken]: [string[], string[], string[]] = [[], [], []];
  for (const mail of mails) {
    const rows = byId.get(mail.messageId) ?? [];
    const [row] = rows;
    if (mail.refused !== null) broken.push(`${mail.messageId} was refused: ${mail.refused}`);
    if (rows.length > 1) doubled.push(`${mail.messageId} became ${rows.length} arrivals.`);
    if (row === undefined) {
      if (mail.acks > 0) lost.push(`${mail.messageId} was acknowledged and is not kept.`);
      continue;
    }
    const bytes = await fetchBytes(tx, workspace, wrap, row.arrival);
    if (bytes === null || !mail.bytes.equals(bytes)) lost.push(`${mail.messageId} is kept with other bytes.`);
    if (row.deliveries < mail.acks)
      lost.push(
        `${mail.messageId} was acknowledged ${mail.acks} times and has ${row.deliveries} deliveries.`,
      );
    if (row.deliveries > mail.attempts)
      doubled.push(`${mail.messageId} was sent ${mail.attempts} times and has ${row.deliveries} deliveries.`);
    if (row.deliveries === 0) broken.push(`${row.arrival} has no delivery.`);
    if (!row.view) broken.push(`${row.arrival} has no saved view.`);
  }
  const known = new Set<string | null>(mails.map((mail) => mail.messageId));
  for (const [id, rows] of byId)
    if (id !== null && !known.has(id)) broken.push(`${rows[0]?.arrival} holds a mail that nobody sent.`);
  return { lost, doubled, broken, arrivals: found.rows.length };
}
