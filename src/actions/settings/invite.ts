import { action, type Decision, type Moment } from '#actions/decision.js';
import { nextAttempt } from '#actions/letter/again.js';
import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import { refuse } from '#domain/refusal.js';
import type { ContentOf } from '#record/kinds/every.js';
import { type Invitation, isGoing, isOpen } from '#views/workspace/invitation.js';
import type { WorkspaceState } from '#views/workspace/state.js';

/** Mail to a colleague waits this long, in seconds, so that it can be taken back. */
const TAKE_BACK_SECONDS = 10;

/** An invitation that goes out by mail: the entry that lets it out, and the errand that carries it. */
export function invitationTo(
  workspace: WorkspaceState,
  to: { readonly person: Id<'person'>; readonly email: string },
  from: Mailbox,
  { now, mint, actor }: Moment,
): Pick<Decision, 'appends' | 'errands'> {
  const letter = mint('letter');
  const domain = from.address.split('@').at(-1) ?? 'localhost';
  const content = {
    person: to.person,
    letter,
    from: { ...from },
    to: to.email,
    inviter: workspace.people.find((each) => each.id === actor)?.name ?? null,
    company: workspace.company,
    date: now,
    messageId: `<${letter.slice('letter_'.length)}@${domain}>`,
  };
  return {
    appends: [{ to: 'workspace', happening: { kind: 'invitation.let-go', content } }],
    errands: [{ kind: 'invite', subject: to.person, detail: { letter }, after: TAKE_BACK_SECONDS }],
  };
}

type ToInvite = {
  readonly person: Id<'person'>;
  /** Who Baton's own mails come from, or null where no mail goes out. */
  readonly from: Mailbox | null;
  readonly hasSignedIn: boolean;
};

/** Mails somebody their invitation, first or once more. */
export const inviteColleague = action<ToInvite>({
  name: 'colleague.invite',
  touches: () => ({ workspace: true }),
  decide: (known, { person, from, hasSignedIn }, moment) => {
    const standing = known.workspace.people.find((each) => each.id === person);
    if (standing === undefined || !standing.active)
      return refuse('person.unknown', 'There is no such colleague here.');
    if (hasSignedIn) return refuse('invitation.signed-in', `${standing.name} has signed in already.`);
    if (from === null)
      return refuse(
        'outgoing.none',
        'No outgoing server is set up. Copy the link, or set one in Mail and keys.',
      );
    if (isGoing(standing.mailed, moment.now))
      return refuse('invitation.going', `An invitation to ${standing.name} is on its way already.`);
    return {
      ...invitationTo(known.workspace, { person, email: standing.email }, from, moment),
      said: `In ${TAKE_BACK_SECONDS} s an invitation goes to ${standing.email}.`,
    };
  },
});

export type OneInvitation = { readonly person: Id<'person'>; readonly letter: Id<'letter'> };

/** An attempt begins. It is written before the first byte goes, so that a server that dies leaves a trace. */
export const beginInvitation = action<OneInvitation>({
  name: 'invitation.begin',
  touches: () => ({ workspace: true }),
  decide: (known, one) => {
    const standing = known.workspace.people.find((each) => each.id === one.person);
    const mailed = mailedOf(known.workspace, one);
    if (standing === undefined || !standing.active || mailed === null)
      return refuse('invitation.unknown', 'It was taken back, or never was.');
    if (!isOpen(mailed)) return refuse('invitation.ended', 'What became of it is known already.');
    const content = { ...one, attempt: mailed.attempts + 1 };
    return {
      appends: [{ to: 'workspace', happening: { kind: 'invitation.begun', content } }],
      said: 'The invitation is being sent.',
      undoable: false,
    };
  },
});

type ToEnd = OneInvitation & Pick<ContentOf<'invitation.ended'>, 'outcome' | 'words'>;

/** How an attempt ended. */
export const endInvitation = action<ToEnd>({
  name: 'invitation.end',
  touches: () => ({ workspace: true }),
  decide: (known, { person, letter, outcome, words }, { now }) => {
    const mailed = mailedOf(known.workspace, { person, letter });
    if (mailed === null || !mailed.isOnItsWay)
      return refuse('invitation.ended', 'What became of it is known already.');
    const again = nextAttempt({ attempts: mailed.attempts, outcome }, now);
    const content = { person, letter, attempt: mailed.attempts, outcome, words, again };
    const after = again === null ? 0 : (Date.parse(again) - Date.parse(now)) / 1000;
    return {
      appends: [{ to: 'workspace', happening: { kind: 'invitation.ended', content } }],
      ...(again === null
        ? {}
        : { errands: [{ kind: 'invite', subject: person, detail: { letter }, after }] }),
      said: 'What became of the invitation is noted.',
      undoable: false,
    };
  },
});

/** The invitation that an errand is about; null once another one took its place. */
export function mailedOf(workspace: WorkspaceState, { person, letter }: OneInvitation): Invitation | null {
  const mailed = workspace.people.find((each) => each.id === person)?.mailed ?? null;
  return mailed?.letter === letter ? mailed : null;
}
