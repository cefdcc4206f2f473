import type { DecodedMail } from '#domain/mail.js';
import type { Problem } from '#domain/problem.js';
import { DecoderPool } from '#sources/mail/decoder-pool.js';
import { emptyMail } from '#sources/mail/empty-mail.js';
import { brokenLimit } from '#sources/mail/limits.js';
import { readHead } from '#sources/mail/read-head.js';

let pool: DecoderPool | null = null;

/**
 * A mail's bytes as text, decoded in a thread of its own under limits of size, parts, depth, memory and time.
 * Always resolves: what breaks a limit or cannot be read comes back with its head, an empty body and a
 * problem. The main loop is never held for longer than one pass over the bytes.
 */
export async function decodeMail(bytes: Uint8Array): Promise<DecodedMail> {
  if (bytes.length === 0) return emptyMail([{ code: 'mail.empty', because: 'The file is empty.' }]);
  const known = refusedFormat(bytes) ?? brokenLimit(bytes);
  if (known) return emptyMail([known], readHead(bytes));
  pool ??= new DecoderPool();
  const answer = await pool.decode(bytes);
  return 'mail' in answer ? answer.mail : emptyMail([answer.problem], readHead(bytes));
}

/** Stops the decoder threads. Idle ones do not keep the process alive, so only tests and a clean stop need it. */
export async function closeMailDecoder(): Promise<void> {
  const closing = pool;
  pool = null;
  await closing?.close();
}

function refusedFormat(bytes: Uint8Array): Problem | null {
  // The signature of Microsoft's compound files ([MS-CFB] 2.2): an Outlook .msg.
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every(
    (byte, place) => bytes[place] === byte,
  );
  if (!compound) return null;
  return {
    code: 'mail.outlook-file',
    because: 'This is an Outlook .msg file: save the mail as .eml, or forward it, and hand that in.',
  };
}
