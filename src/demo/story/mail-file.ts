import { readFileSync } from 'node:fs';

/** The bytes of one mail of the story, with the line ends of mail (RFC 5322, 2.3). */
export function mailFile(name: string): Buffer {
  const text = readFileSync(new URL(`../mails/${name}.eml`, import.meta.url), 'latin1');
  return Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'), 'latin1');
}
