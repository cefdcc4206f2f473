import type { LetterShown } from '#contract/letter.js';

export type Mailbox = LetterShown['to'][number];

/** A person by first name, and an address as it is. */
export function calledShortly({ name, address }: Mailbox): string {
  return name === null || name === '' ? address : (name.split(' ')[0] ?? name);
}

/** "Joanna, Wes and Colm". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'nobody';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Whole seconds until it goes, none once its ten seconds are over. */
export function secondsLeft({ goesAt }: Pick<LetterShown, 'goesAt'>, now: number): number {
  const left = Math.ceil((Date.parse(goesAt) - now) / 1000);
  return Math.min(10, Math.max(0, left));
}

/** What stands large in a row: for a mail that waits the hour of its next try, otherwise what it is. */
export function headWords(letter: LetterShown): string {
  return letter.state === 'waits' ? (letter.againWhen ?? 'waits') : letter.stateWords;
}

const PURPOSES = { 'follow-up': 'follow-up', status: 'status', 'fresh-link': 'fresh link' } as const;

/** When it came to be as it is. */
export function sinceWords(letter: LetterShown): string {
  if (letter.state === 'going') return PURPOSES[letter.purpose];
  if (letter.state === 'waits') return letter.attempts === 1 ? 'second try' : `try ${letter.attempts + 1}`;
  return letter.endedWhen ?? letter.letGoWhen;
}

/** What became of it, in one sentence. */
export function fateWords(letter: LetterShown): string {
  const to = listed(letter.to.map(calledShortly));
  switch (letter.state) {
    case 'going':
      return `then it is on its way to ${to}, and cannot be called back.`;
    case 'waits':
      return 'The mail server wants it later. Baton tries again by itself.';
    case 'refused':
      return 'The mail server refused it. The text is kept.';
    case 'unknown':
      return `The line broke before the mail server answered. Nobody here knows whether ${to} has it.`;
    case 'returned':
      return 'It came back after the mail server had taken it. The text is kept.';
    case 'went':
      return 'It is out, and cannot be called back.';
    case 'dropped':
      return 'It was held and did not go. The text is kept.';
  }
}

export function isFailed({ state }: Pick<LetterShown, 'state'>): boolean {
  return state === 'refused' || state === 'unknown' || state === 'returned';
}
