/** The header block of a message, raw. Values are unfolded and still in their bytes (latin1), one byte a unit. */
export type HeadBlock = {
  readonly fields: readonly (readonly [name: string, raw: string])[];
  /** Where the body begins. */
  readonly bodyStart: number;
};

/** Longest header block that is looked at. Big mailing systems stay under 100 KiB; more is an attack. */
export const HEAD_LIMIT = 512 * 1024;

const FIELD = /^([!-9;-~]{1,80})[ \t]*:/;

// A paste may begin "Dana: could you…", so a head counts as one only when it has a field of a mail.
const KNOWN = new Set(
  (
    'from to cc date subject message-id received return-path mime-version content-type delivered-to sender ' +
    'reply-to x-mailer dkim-signature references in-reply-to'
  ).split(' '),
);

/**
 * Takes the header block off raw bytes (RFC 5322 2.2), or null where there is none: bare text, as pasted.
 * An mbox "From " line before it is left out. Linear; looks at HEAD_LIMIT bytes at most.
 */
export function headBlock(bytes: Uint8Array): HeadBlock | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: [string, string][] = [];
  let at = startOfHead(buffer);
  let known = false;
  let current: { name: string; pieces: string[] } | null = null;
  const close = () => {
    if (current) fields.push([current.name, current.pieces.join('')]);
    current = null;
  };
  while (at < buffer.length && at < HEAD_LIMIT) {
    const feed = buffer.indexOf(10, at);
    const end = feed < 0 ? buffer.length : feed;
    const line = buffer.toString('latin1', at, end > at && buffer[end - 1] === 13 ? end - 1 : end);
    const next = feed < 0 ? buffer.length : feed + 1;
    if (line.trim() === '' && !/^[ \t]/.test(line)) {
      at = next;
      break;
    }
    const field = FIELD.exec(line);
    if (/^[ \t]/.test(line) && current) {
      (current as { pieces: string[] }).pieces.push(` ${line.trim()}`);
    } else if (field) {
      close();
      const name = (field[1] as string).toLowerCase();
      known ||= KNOWN.has(name);
      current = { name, pieces: [line.slice(field[0].length).trim()] };
    } else if (known) {
      // The body begins without a blank line; what came so far is still a head.
      break;
    } else {
      return null;
    }
    at = next;
  }
  close();
  return known ? { fields, bodyStart: at } : null;
}

function startOfHead(buffer: Buffer): number {
  let at = 0;
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) at = 3;
  while (buffer[at] === 10 || buffer[at] === 13) at += 1;
  if (buffer.toString('latin1', at, at + 5) === 'From ') {
    const feed = buffer.indexOf(10, at);
    if (feed > 0) at = feed + 1;
  }
  return at;
}
