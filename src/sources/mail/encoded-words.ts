const WORD = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi;

/**
 * Decodes a raw header value (latin1 units of its bytes) to text: encoded words (RFC 2047), raw UTF-8
 * (RFC 6532), and raw 8-bit as Windows-1252 where it is not UTF-8. A word that cannot be decoded stays.
 */
export function decodeWords(raw: string): string {
  const pieces: (string | { charset: string; bytes: Buffer })[] = [];
  let at = 0;
  for (const match of raw.matchAll(WORD)) {
    const between = raw.slice(at, match.index);
    at = match.index + match[0].length;
    const last = pieces.at(-1);
    // White space between two encoded words is not part of the text (RFC 2047 6.2).
    if (between.trim() !== '' || typeof last !== 'object') pieces.push(between);
    const charset = (match[1] as string).replace(/\*.*$/, '').toLowerCase();
    const bytes = /b/i.test(match[2] as string)
      ? Buffer.from(match[3] as string, 'base64')
      : quoted(match[3] as string);
    const before = pieces.at(-1);
    // A character may be cut between two words; joined bytes decode whole.
    if (typeof before === 'object' && before.charset === charset) {
      before.bytes = Buffer.concat([before.bytes, bytes]);
    } else pieces.push({ charset, bytes });
  }
  pieces.push(raw.slice(at));
  return pieces
    .map((piece) => (typeof piece === 'string' ? decodeRaw(piece) : decodeBytes(piece.bytes, piece.charset)))
    .join('');
}

/** Bytes as text in a named charset; an unknown name is read as UTF-8, else as Windows-1252. */
export function decodeBytes(bytes: Uint8Array, charset: string | null): string {
  if (charset !== null) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // The name is unknown to the platform: what follows reads it as the rest of the world would.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decodeRaw(raw: string): string {
  return /[\x80-\xff]/.test(raw) ? decodeBytes(Buffer.from(raw, 'latin1'), null) : raw;
}

function quoted(word: string): Buffer {
  const spaced = word.replace(/_/g, ' ');
  return Buffer.from(
    spaced.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
