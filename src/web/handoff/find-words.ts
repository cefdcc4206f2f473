import type { Span } from '#domain/evidence.js';

/**
 * Where words that a person typed or selected stand in the mail: line ends and spaces count as one space,
 * and typed quotation marks as printed ones. Null where they do not stand there. The quote is the mail's own.
 */
export function findWords(text: string, typed: string): Span | null {
  const words = typed
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const pattern = words.map((word) => [...word].map(either).join('')).join('\\s+');
  const match = new RegExp(pattern, 'iu').exec(text);
  if (match === null) return null;
  return { start: match.index, end: match.index + match[0].length, quote: match[0] };
}

function either(letter: string): string {
  if (/['’‘]/.test(letter)) return "['’‘]";
  if (/["“”]/.test(letter)) return '["“”]';
  if (/[-–—]/.test(letter)) return '[-–—]';
  return letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
