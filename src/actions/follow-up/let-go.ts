import { action } from '#actions/decision.js';
import type { Evidence } from '#domain/evidence.js';
import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import { refuse } from '#domain/refusal.js';
import { notebookOf } from '#domain/subject.js';
import { letterState } from '#views/deal/letter.js';
import { lifeOf, peopleOf } from '#views/deal/state.js';

export type ToLetGo = {
  readonly deal: Id<'deal'>;
  readonly by: Id<'person'>;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** The exact text that goes, as the person saw it. */
  readonly text: string;
  readonly rests: readonly Evidence[];
  /** The thread that it answers (RFC 5322 3.6.4). */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Whether there is a server that mail can be handed to. */
  readonly canSend: boolean;
};

/** Mail waits this long after the key, in seconds, so that the key can be taken back. */
const TAKE_BACK_SECONDS = 10;

/**
 * A person lets a follow-up out, on this exact text, from their own address. It goes ten seconds later; what
 * the mail server then says is an entry of its own, and only a server that took it stops the clock.
 */
export const letFollowUpGo = action<ToLetGo>({
  name: 'follow-up.let-go',
  touches: ({ deal }) => ({ deals: [deal] }),
  decide: (known, asked, { now, mint }) => {
    const state = known.deal(asked.deal);
    if (state.notebook.opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (lifeOf(state) === 'arrived')
      return refuse('intro.not-taken', 'Nobody has taken it yet. Take it first; the text stays here.');
    if (lifeOf(state) !== 'taken')
      return refuse('deal.closed', 'It is closed. Open it again first; the text stays here.');
    const author = known.workspace.people.find((each) => each.id === asked.by);
    if (author === undefined) return refuse('person.unknown', 'There is no such colleague.');
    if (!asked.canSend) {
      const because =
        'There is no outgoing server, so Baton cannot send it. Open it in your own mail program, or set a server up in Settings.';
      return refuse('outgoing.none', because);
    }
    const buyers = peopleOf(state).filter((each) => each.side === 'buyer' && each.email !== null);
    const isToBuyer = asked.to.some((each) => buyers.some((one) => isSameAddress(one.email, each.address)));
    if (!isToBuyer) {
      const because =
        'Nobody it goes to is known to be the buyer’s. Put one of the addresses on the buyer’s side first.';
      return refuse('follow-up.no-buyer', because);
    }
    if (asked.text.trim() === '') return refuse('follow-up.empty', 'There is no text to send.');
    if (state.notebook.letters.some((each) => each.purpose === 'follow-up' && letterState(each) === 'going'))
      return refuse('letter.going', 'A mail to the buyer is on its way already. See the outbox.');
    const letter = mint('letter');
    const messageId = `<${letter.slice('letter_'.length)}@${author.email.split('@').at(-1) ?? 'localhost'}>`;
    const content = {
      letter,
      purpose: 'follow-up' as const,
      tells: null,
      from: { name: author.name, address: author.email },
      to: asked.to.map((each) => ({ ...each })),
      cc: asked.cc.map((each) => ({ ...each })),
      subject: asked.subject,
      text: asked.text,
      html: null,
      date: now,
      messageId,
      inReplyTo: asked.inReplyTo,
      references: [...asked.references],
      rests: asked.rests.map((each) => ({ ...each })),
      headers: [],
    };
    const names = asked.to.map((each) => each.name ?? each.address).join(', ');
    return {
      appends: [{ to: notebookOf(asked.deal), happening: { kind: 'letter.let-go', content } }],
      errands: [{ kind: 'send', subject: letter, detail: { deal: asked.deal }, after: TAKE_BACK_SECONDS }],
      replies: [{ messageId, deal: asked.deal }],
      said: `In ${TAKE_BACK_SECONDS} s it is with ${names}, and cannot be called back.`,
      deal: asked.deal,
    };
  },
});

function isSameAddress(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.toLowerCase();
}
