import { move, useActions } from '#web/key/action.js';

/** `[` and `]` walk from one marked quote of the mail to the next, `V` goes to the mail. */
export function useEvidenceKeys(light: (number: number | null) => void): void {
  const step = (by: number) => {
    const marks = [...document.querySelectorAll<HTMLElement>('.mail-pane [data-evidence]')];
    const at = marks.indexOf(document.activeElement as HTMLElement);
    const next = marks[at === -1 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    if (next !== undefined) light(Number(next.getAttribute('data-evidence')));
  };
  useActions('Evidence', [
    move('[', 'Previous evidence', () => step(-1)),
    move(']', 'Next evidence', () => step(1)),
    move('v', 'See the mail', () => document.getElementById('mail')?.scrollIntoView()),
  ]);
}
