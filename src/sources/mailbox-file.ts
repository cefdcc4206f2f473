/** The line that begins each mail of an mbox file (RFC 4155): sender, day, date, time and year, any order. */
const FROM_LINE = /^From \S+ +(?:\S+ +)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?=.*\d{1,2}:\d{2})(?=.*\b\d{4}\b)/;

/** True where the bytes begin as an mbox file does. */
export function isMailboxFile(bytes: Uint8Array): boolean {
  return bytes.length > 5 && FROM_LINE.test(latin(lineAt(bytes, 0).text));
}

/**
 * Splits an mbox file into its mails, in order, without the `From ` lines and the empty line before each.
 * A `From ` line counts only at the start or after an empty line, and only with a day and a time in it, since
 * some writers leave "From here on" in a body as it is. Quoted `>From ` lines lose one `>`: right for mboxrd
 * and for what mboxo writes, save a line that truly began with `>From `. Line ends stay as they are.
 */
export function splitMailboxFile(bytes: Uint8Array): Uint8Array[] {
  const mails: Uint8Array[] = [];
  let pieces: Uint8Array[] = [];
  let started = false;
  let afterEmpty = true;

  function finish(): void {
    if (started) mails.push(withoutLastEmptyLine(Buffer.concat(pieces)));
    pieces = [];
    started = true;
  }

  for (let at = 0; at < bytes.length; ) {
    const { text, next } = lineAt(bytes, at);
    const startsLikeFrom = text[0] === 0x46 || text[0] === 0x3e;
    const words = startsLikeFrom ? latin(text.subarray(0, 512)) : '';
    if (afterEmpty && FROM_LINE.test(words)) finish();
    else pieces.push(bytes.subarray(/^>+From /.test(words) ? at + 1 : at, next));
    afterEmpty = text.length === 0;
    at = next;
  }
  finish();
  return mails.filter((mail) => mail.length > 0);
}

function lineAt(bytes: Uint8Array, at: number): { text: Uint8Array; next: number } {
  const lf = bytes.indexOf(0x0a, at);
  const end = lf === -1 ? bytes.length : lf;
  const cut = end > at && bytes[end - 1] === 0x0d && lf !== -1 ? end - 1 : end;
  return { text: bytes.subarray(at, cut), next: lf === -1 ? bytes.length : lf + 1 };
}

function withoutLastEmptyLine(mail: Buffer): Uint8Array {
  if (mail.subarray(-4).equals(Buffer.from('\r\n\r\n'))) return mail.subarray(0, -2);
  if (mail.subarray(-2).equals(Buffer.from('\n\n'))) return mail.subarray(0, -1);
  return mail;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
