import type { Transaction } from '#database/workspace.js';
import { fetchText } from '#record/arrivals/fetch.js';
import type { Desk } from '#server/desk.js';
import type { MailTexts } from '#views/intake/mail.js';

/** The decoded words of an arrival: those that evidence counts in, and what the reader set apart from them. */
export async function textsOf(
  desk: Desk,
  tx: Transaction,
  arrival: string,
  part: string | null,
): Promise<MailTexts | null> {
  if (part === null) return null;
  const { workspace, wrap } = desk.room;
  const text = await fetchText(tx, workspace, wrap, arrival, part);
  if (text === null) return null;
  const apart = await fetchText(tx, workspace, wrap, arrival, `${part}-apart`);
  const rest = apart === null ? null : (JSON.parse(apart) as { quotedHistory: string; signature: string });
  return { text, quotedHistory: rest?.quotedHistory ?? '', signature: rest?.signature ?? '' };
}
