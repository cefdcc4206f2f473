import type { Transaction } from '#database/workspace.js';
import type { Part } from '#record/append.js';

/** Claims a Message-ID for a deal. Another deal that has it already comes back as SQLSTATE 23505 on thread_pkey. */
export function threadPart(messageId: string, deal: string): Part {
  return {
    text: 'insert into baton.thread (workspace, message_id, deal) select w.workspace, $1::text, $2::text from w',
    values: [messageId, deal],
  };
}

/** A reply's own Message-ID leads further replies to the same deal; one that is claimed already stays where it is. */
export function replyPart(messageId: string, deal: string): Part {
  const { text, values } = threadPart(messageId, deal);
  return { text: `${text} on conflict do nothing`, values };
}

/** Remembers what a mail answers, so that it can join when that mail comes later. */
export function mentionPart(messageId: string, arrival: string): Part {
  return {
    text:
      'insert into baton.mention (workspace, message_id, arrival) select w.workspace, $1::text, $2::text from w ' +
      'on conflict do nothing',
    values: [messageId, arrival],
  };
}

/** The deal that one of these Message-IDs belongs to, or null. */
export async function findThread(
  tx: Transaction,
  workspace: string,
  messageIds: readonly string[],
): Promise<string | null> {
  if (messageIds.length === 0) return null;
  const answer = await tx.query<{ deal: string }>({
    name: 'thread_of',
    text: 'select deal from baton.thread where workspace = $1 and message_id = any($2) order by deal limit 1',
    values: [workspace, messageIds],
  });
  return answer.rows[0]?.deal ?? null;
}

/** Arrivals that answer this Message-ID. */
export async function findMentions(
  tx: Transaction,
  workspace: string,
  messageIds: readonly string[],
): Promise<readonly string[]> {
  if (messageIds.length === 0) return [];
  const answer = await tx.query<{ arrival: string }>({
    name: 'mentions_of',
    text: 'select distinct arrival from baton.mention where workspace = $1 and message_id = any($2) order by arrival',
    values: [workspace, messageIds],
  });
  return answer.rows.map((row) => row.arrival);
}
