import { createHash } from 'node:crypto';
import { action, type Moment } from '#actions/decision.js';
import { clockIn } from '#actions/intro/owned.js';
import { buyerFirst } from '#domain/buyer.js';
import { isFreeMail } from '#domain/free-mail.js';
import type { Id } from '#domain/id.js';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.js';
import { notebookOf, type Subject } from '#domain/subject.js';
import type { Happening } from '#record/kinds/every.js';
import { isSame } from '#views/deal/record-half.js';
import {
  buyerName,
  type DealState,
  isClockRunning,
  lifeOf,
  namedBuyer,
  ownerOf,
  peopleOf,
} from '#views/deal/state.js';
import { stepWords } from '#views/deal/step.js';
import type { Known } from '#views/known.js';
import { partnerOfAddress } from '#views/workspace/names.js';

export type ToTake = {
  readonly deal: Id<'deal'>;
  /** Who takes it: they own it where nobody does. */
  readonly by: Id<'person'>;
  /** The words that are shared with the partner from here on. */
  readonly words: { readonly arrival: Id<'arrival'>; readonly part: string; readonly text: string };
};

type ClockStarted = ReturnType<typeof clockIn>;
type Append = { readonly to: Subject; readonly happening: Happening };

/**
 * A person takes an intro. From here on host and partner share a record: its first entries say who took what,
 * share the words of the intro, name the owner, offer the roles and open the first step. A company that is
 * not a partner yet becomes one, by this person's key.
 */
export const takeIntro = action<ToTake>({
  name: 'intro.take',
  touches: ({ deal }) => ({ deals: [deal], workspace: true }),
  decide: (known, asked, moment) => {
    const state = known.deal(asked.deal);
    const opened = state.notebook.opened;
    if (opened === null) return refuse('deal.unknown', 'There is no such deal.');
    if (lifeOf(state) === 'taken' || lifeOf(state) === 'closed')
      return refuse('intro.taken', 'It was taken already. The record goes on from there.');
    if (lifeOf(state) === 'declined') return refuse('intro.declined', 'It was declined. Undo that first.');
    const host = known.workspace.company;
    if (host === null) {
      return refuse(
        'workspace.unnamed',
        'Your company has no name yet, and the record needs one. Name it in Settings first.',
      );
    }
    const partner = partnerFor(known, state, moment);
    if (isRefusal(partner)) return partner;
    const taken: Happening = {
      kind: 'intro.taken',
      content: {
        arrival: opened.arrival,
        introAt: opened.introAt,
        partner: partner.id,
        partnerName: partner.name,
        host,
        buyer: namedBuyer(state),
        motion: state.notebook.reading?.motion ?? opened.motion,
        people: peopleIn(state),
      },
    };
    const owner = ownerFor(known, state, asked.by);
    const clock = clockFor(known, state, owner);
    const sha256 = createHash('sha256').update(asked.words.text, 'utf8').digest('hex');
    const happenings: Happening[] = [
      taken,
      { kind: 'part.shared', content: { ...asked.words, sha256 } },
      ownerHappening(known, owner),
      ...state.notebook.roles.map((content): Happening => ({ kind: 'role.offered', content })),
      firstStep(state, moment, clock),
    ];
    return {
      appends: [
        ...partner.appends,
        ...happenings.map((happening) => ({ to: asked.deal, happening })),
        ...(clock === null ? [] : [{ to: notebookOf(asked.deal), happening: clock }]),
      ],
      said: `${buyerFirst(buyerName(state))} is taken.`,
      deal: asked.deal,
    };
  },
});

function partnerFor(
  known: Known,
  state: DealState,
  moment: Moment,
): { id: Id<'partner'>; name: string; appends: readonly Append[] } | Refusal {
  const introducer = state.notebook.opened?.introducer;
  const found =
    known.workspace.partners.find((each) => each.id === introducer?.partner) ??
    partnerOfAddress(known.workspace, introducer?.email ?? null);
  if (found !== undefined && found !== null) return { id: found.id, name: found.name, appends: [] };
  const company = introducer?.company ?? null;
  const domain = introducer?.email?.split('@').at(-1) ?? null;
  if (company === null || domain === null) {
    return refuse(
      'partner.unknown',
      'The mail does not say which company introduced this. Add the partner in Settings, with its domain; the mail is then read again.',
    );
  }
  const id = moment.mint('partner');
  const people =
    introducer?.person && introducer.email ? [{ name: introducer.person, email: introducer.email }] : [];
  const content = { partner: id, name: company, domains: isFreeMail(domain) ? [] : [domain], people };
  return { id, name: company, appends: [{ to: 'workspace', happening: { kind: 'partner.added', content } }] };
}

/** Whoever owns it, while they are here; else whoever takes it. */
function ownerFor(known: Known, state: DealState, by: Id<'person'>): Id<'person'> {
  const owner = known.workspace.people.find((each) => each.id === ownerOf(state));
  return owner?.active === true ? owner.id : by;
}

/** The clock in the week of whoever owns it now, where that is somebody else than before; it keeps its start. */
function clockFor(known: Known, state: DealState, owner: Id<'person'>) {
  const startedAt = state.notebook.clock?.clock.startedAt;
  if (startedAt === undefined || !isClockRunning(state) || owner === ownerOf(state)) return null;
  return clockIn(known.workspace, owner, startedAt, 'owner');
}

// The partner knows who is in the mail that they sent. Who only wrote to us since is ours to know.
function peopleIn(state: DealState) {
  const read = state.notebook.reading?.people ?? [];
  return peopleOf(state)
    .filter((each) => read.some((one) => isSame(one, each)))
    .map((each) => ({ ...each }));
}

export function ownerHappening(known: Known, owner: Id<'person'> | null): Happening {
  const person = known.workspace.people.find((each) => each.id === owner);
  return {
    kind: 'owner.named',
    content: { owner, name: person?.name ?? null, email: person?.email ?? null },
  };
}

// The step on the shared record carries no quote of the notebook: its words are the intro's, which is shared.
function firstStep(state: DealState, moment: Moment, clock: ClockStarted | null): Happening {
  const standing = isClockRunning(state) ? (state.notebook.clock?.clock.dueAt ?? null) : null;
  const due = clock?.content.clock.dueAt ?? standing;
  const { what } = stepWords(state);
  const content = { step: moment.mint('step'), what, due, isFirstAction: true, owner: null };
  return { kind: 'step.opened', content };
}
