import type { DraftShown } from '#contract/follow-up.js';

export type Mailbox = DraftShown['to'][number];

/** Mailboxes as a mail program takes them: `Joanna Pruitt <joanna@harbor.example>, wes@harbor.example`. */
export function mailboxWords(mailboxes: readonly Mailbox[]): string {
  return mailboxes
    .map(({ name, address }) => (name === null || name === '' ? address : `${name} <${address}>`))
    .join(', ');
}

export type Typed = { readonly mailboxes: readonly Mailbox[]; readonly wrong: string | null };

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** What was typed as mailboxes, and the first piece that is none. */
export function typedMailboxes(typed: string): Typed {
  const pieces = typed
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const mailboxes: Mailbox[] = [];
  for (const piece of pieces) {
    const [, name, angled] = /^(.*?)\s*<([^<>]*)>$/.exec(piece) ?? [];
    const address = (angled ?? piece).trim();
    if (!ADDRESS.test(address)) return { mailboxes, wrong: piece };
    const called = name?.replace(/^"(.*)"$/, '$1').trim() ?? '';
    mailboxes.push({ name: called === '' ? null : called, address });
  }
  return { mailboxes, wrong: null };
}

/** The first name, else the whole address. */
export function calledShortly({ name, address }: Mailbox): string {
  return name?.split(' ')[0] ?? address;
}
