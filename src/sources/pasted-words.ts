import { PASTED_HEADER } from '#domain/arrival.js';

/**
 * Puts a small head before words that came without one, so that they are kept and read as all else is. It
 * has a Date, since somebody wrote it now, and no From, since nobody is known to have sent it. The marking
 * header tells it from a mail. The words stay byte for byte, save that line ends become CRLF.
 */
export function wrapPastedWords(
  words: string | Uint8Array,
  about: { readonly type: 'text/plain' | 'text/html'; readonly charset: string; readonly receivedAt: string },
): Uint8Array {
  const head = [
    `Date: ${new Date(about.receivedAt).toUTCString().replace('GMT', '+0000')}`,
    `${PASTED_HEADER}: yes`,
    'MIME-Version: 1.0',
    `Content-Type: ${about.type}; charset=${about.charset}`,
    'Content-Transfer-Encoding: 8bit',
  ];
  const bytes = typeof words === 'string' ? Buffer.from(words, 'utf8') : Buffer.from(words);
  const body = bytes.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n');
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body, 'latin1')]);
}
