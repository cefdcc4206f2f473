import { action } from '#actions/decision.js';
import { invitationTo } from '#actions/settings/invite.js';
import { SETTLE } from '#actions/settings/settle.js';
import { heldWeek } from '#actions/settings/week.js';
import { checkWeek } from '#clocks/week-check.js';
import type { Id } from '#domain/id.js';
import type { Mailbox } from '#domain/party.js';
import { refuse } from '#domain/refusal.js';
import type { WorkingWeek } from '#domain/week.js';
import type { ContentOf, Happening } from '#record/kinds/every.js';

type ToAdd = {
  /** Given by the first admin's sign-in, which made the id before the workspace knew it. */
  readonly person?: Id<'person'> | undefined;
  readonly name: string;
  readonly email: string;
  readonly role: 'admin' | 'member';
  readonly title: string | null;
  /** Who Baton's own mails come from, where an invitation goes out by mail. */
  readonly mailFrom?: Mailbox | null;
};

/** Adds a colleague. Their sign-in and invitation are made after the commit, from this entry. */
export const addColleague = action<ToAdd>({
  name: 'colleague.add',
  touches: () => ({ workspace: true }),
  decide: (known, { person, mailFrom = null, ...said }, moment) => {
    const { mint } = moment;
    const email = said.email.toLowerCase();
    const standing = known.workspace.people.find((each) => each.email === email);
    if (standing !== undefined)
      return refuse('colleague.known', `${standing.name} has this address already.`);
    const content = { person: person ?? mint('person'), ...said, email };
    const added: Happening = { kind: 'colleague.added', content };
    const owner = { rule: mint('rule'), partner: null, owner: content.person, backup: null, role: null };
    // Whoever is here first gets what arrives, until somebody says otherwise: nobody would be told of it else.
    const first: Happening[] =
      known.workspace.people.length === 0 ? [{ kind: 'rule.set', content: owner }] : [];
    const mailed =
      mailFrom === null
        ? { appends: [], errands: [] }
        : invitationTo(known.workspace, { person: content.person, email }, mailFrom, moment);
    return {
      appends: [
        ...[added, ...first].map((happening) => ({ to: 'workspace' as const, happening })),
        ...mailed.appends,
      ],
      errands: [...SETTLE, ...(mailed.errands ?? [])],
      said:
        mailFrom === null
          ? `${said.name} can sign in.`
          : `${said.name} can sign in. In 10 s an invitation goes to ${email}.`,
    };
  },
});

type ToChange = ContentOf<'colleague.changed'> & { readonly week?: WorkingWeek | null };

/** Changes what is known of a colleague, or says that they left. One admin always stays. */
export const changeColleague = action<ToChange>({
  name: 'colleague.change',
  touches: () => ({ workspace: true }),
  decide: (known, { week, ...asked }) => {
    const standing = known.workspace.people.find((each) => each.id === asked.person);
    if (standing === undefined) return refuse('person.unknown', 'There is no such colleague.');
    const goes = asked.active === false || asked.role === 'member';
    const admins = known.workspace.people.filter((each) => each.active && each.role === 'admin');
    if (goes && admins.length === 1 && admins[0]?.id === asked.person) {
      return refuse(
        'colleague.last-admin',
        `${standing.name} is the only admin. Make somebody else one first.`,
      );
    }
    const spelled = heldWeek(week ?? null);
    const problem = spelled === null ? null : checkWeek(spelled);
    if (problem !== null) return problem;
    const changed: Happening[] =
      Object.values(asked).length > 1 ? [{ kind: 'colleague.changed', content: asked }] : [];
    const weeks: Happening[] =
      week === undefined
        ? []
        : [{ kind: 'week.set', content: { person: asked.person, week: heldWeek(week) } }];
    const happenings = [...changed, ...weeks];
    if (happenings.length === 0) return refuse('colleague.same', 'Nothing was changed.');
    return {
      appends: happenings.map((happening) => ({ to: 'workspace' as const, happening })),
      errands: SETTLE,
      said: asked.active === false ? `${standing.name} can no longer sign in.` : 'Saved.',
    };
  },
});

/** Whether one letter is a key for this person; off is for those whose voice or hands type by accident (WCAG 2.1.4). */
export const setSingleKeys = action<{ readonly person: Id<'person'>; readonly on: boolean }>({
  name: 'colleague.single-keys',
  touches: () => ({ workspace: true }),
  decide: (known, { person, on }) => {
    if (!known.workspace.people.some((each) => each.id === person))
      return refuse('person.unknown', 'There is no such colleague.');
    return {
      appends: [{ to: 'workspace', happening: { kind: 'colleague.single-keys', content: { person, on } } }],
      said: on ? 'Single letters are keys.' : 'Single letters are no longer keys.',
    };
  },
});
